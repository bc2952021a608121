package org.banshi.command.contract.mandate;

import java.util.List;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;

/** The whole story of a mandate; {@code subject} is the grantor. */
public sealed interface MandateEvent extends PersonalEvent {

    MandateId mandate();

    @Stored("mandate.asked")
    record Asked(MandateId mandate, PersonId subject, PersonId agent, MandateTerms terms)
            implements MandateEvent {}

    /** In force from now on, as the grantor says. */
    @Stored("mandate.given")
    record Given(MandateId mandate, PersonId subject, PersonId agent, MandateTerms terms)
            implements MandateEvent {}

    /** In force from now on, as papers say that an officer checked. */
    @Stored("mandate.proven")
    record Proven(
            MandateId mandate,
            PersonId subject,
            PersonId agent,
            MandateBasis basis,
            MandateTerms terms,
            List<String> papers)
            implements MandateEvent {}

    @Stored("mandate.declined")
    record Declined(MandateId mandate, PersonId subject, PersonId agent) implements MandateEvent {}

    @Stored("mandate.ended")
    record Ended(MandateId mandate, PersonId subject, PersonId agent) implements MandateEvent {}
}
