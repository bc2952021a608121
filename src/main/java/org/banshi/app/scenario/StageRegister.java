package org.banshi.app.scenario;

import java.util.Map;
import org.banshi.catalogue.scenario.Scenario.Reply;
import org.banshi.command.contract.application.Authority;
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
    public Answer ask(String register, FormData about, Authority authority) {
        Reply reply = replies.get(register);
        if (reply == null) {
            return new Answer(RegisterOutcome.NO_ANSWER, FormData.empty());
        }
        Reply said = reply.about(String.valueOf(about.values().get("identityNumber")));
        return new Answer(said.outcome(), said.answer());
    }
}
