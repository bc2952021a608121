package org.banshi.app.scenario;

import java.util.Map;
import org.banshi.catalogue.scenario.Scenario.Reply;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.process.register.RegisterPort;

/** Answers for other bodies as the scenario that is being played says. */
final class StageRegister implements RegisterPort {

    private volatile Map<String, Reply> replies = Map.of();

    void set(Map<String, Reply> replies) {
        this.replies = replies;
    }

    @Override
    public Answer ask(String register, FormData about, String authority) {
        Reply reply = replies.get(register);
        return reply == null
                ? new Answer(RegisterOutcome.NO_ANSWER, FormData.empty())
                : new Answer(reply.outcome(), reply.answer());
    }
}
