package org.banshi.process.register;

import org.banshi.command.contract.application.ApplicationEvent.RegisterAsked;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;

/** Another body's records. An answer is evidence; no answer leads to a task, never to a guess. */
public interface RegisterPort {

    /**
     * Ask. Called outside any transaction; may take seconds.
     *
     * @param register such as {@code household}, {@code income}, {@code social-insurance}
     * @param about what identifies the person or thing asked about
     * @param authority under which it is asked, given by the person asked about
     */
    Answer ask(String register, FormData about, Authority authority);

    /** Ask, where the register is our own and knows people by their ids. */
    default Answer ask(RegisterAsked question) {
        return ask(question.register(), question.about(), question.authority());
    }

    /** {@code data} is empty unless {@code outcome} is ANSWERED. */
    record Answer(RegisterOutcome outcome, FormData data) {}
}
