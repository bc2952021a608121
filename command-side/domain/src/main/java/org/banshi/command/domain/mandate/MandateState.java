package org.banshi.command.domain.mandate;

import org.banshi.command.contract.mandate.MandateEvent;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/** Where a mandate stands. */
record MandateState(
        Stage stage,
        @Nullable PersonId grantor,
        @Nullable PersonId agent,
        @Nullable MandateTerms terms) {

    enum Stage {
        NONE,
        ASKED,
        IN_FORCE,
        OVER
    }

    static final MandateState NONE = new MandateState(Stage.NONE, null, null, null);

    MandateState after(MandateEvent event) {
        if (event instanceof MandateEvent.Asked asked) {
            return new MandateState(Stage.ASKED, asked.subject(), asked.agent(), asked.terms());
        }
        if (event instanceof MandateEvent.Given given) {
            return new MandateState(Stage.IN_FORCE, given.subject(), given.agent(), given.terms());
        }
        if (event instanceof MandateEvent.Proven proven) {
            return new MandateState(
                    Stage.IN_FORCE, proven.subject(), proven.agent(), proven.terms());
        }
        return new MandateState(Stage.OVER, grantor, agent, terms);
    }
}
