package org.banshi.command.contract.mandate;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;

/** What is asked about acting for another. */
public sealed interface MandateCommand extends Command {

    MandateId mandate();

    /** An agent asks the grantor, who confirms it in a session of one's own. */
    record Ask(
            @TargetAggregateIdentifier MandateId mandate,
            PersonId grantor,
            PersonId agent,
            MandateTerms terms,
            Stamp stamp)
            implements MandateCommand {}

    /** The grantor gives it unasked. */
    record Give(
            @TargetAggregateIdentifier MandateId mandate,
            PersonId grantor,
            PersonId agent,
            MandateTerms terms,
            Stamp stamp)
            implements MandateCommand {}

    /** The grantor agrees with what was asked for, or not. */
    record Answer(@TargetAggregateIdentifier MandateId mandate, boolean agreed, Stamp stamp)
            implements MandateCommand {}

    /**
     * An officer takes note of what papers prove.
     *
     * @param papers which, as stable words such as {@code power-of-attorney}
     * @param minor whether the grantor is a ward under age
     */
    record Prove(
            @TargetAggregateIdentifier MandateId mandate,
            PersonId grantor,
            PersonId agent,
            MandateBasis basis,
            MandateTerms terms,
            List<String> papers,
            boolean minor,
            Stamp stamp)
            implements MandateCommand {}

    /** The grantor takes it back, the agent lays it down, or an officer sees that it is over. */
    record End(@TargetAggregateIdentifier MandateId mandate, Stamp stamp)
            implements MandateCommand {}
}
