package org.banshi.app.scenario;

import java.util.Map;
import org.banshi.catalogue.scenario.Scenario.Reply;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAsked;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.process.register.RegisterPort;

/**
 * Answers for other bodies as the scenario that is being played says; of our own books that it says
 * nothing of, from the log.
 */
final class StageRegister implements RegisterPort {

    static final Answer SILENCE = new Answer(RegisterOutcome.NO_ANSWER, FormData.empty());

    private final RegisterPort books;
    private volatile Map<String, Reply> replies = Map.of();

    /**
     * @param books our own, silent of all else
     */
    StageRegister(RegisterPort books) {
        this.books = books;
    }

    void set(Map<String, Reply> replies) {
        this.replies = replies;
    }

    @Override
    public Answer ask(RegisterAsked question) {
        return replies.containsKey(question.register())
                ? RegisterPort.super.ask(question)
                : books.ask(question);
    }

    @Override
    public Answer ask(String register, FormData about, Authority authority) {
        Reply reply = replies.get(register);
        if (reply == null) {
            return SILENCE;
        }
        Reply said = reply.about(String.valueOf(about.values().get("identityNumber")));
        return new Answer(said.outcome(), said.answer());
    }
}
