package org.banshi.command.contract.organisation;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;

/**
 * What is asked about an organisation's account. {@code mandate} names the authority that somebody
 * gets, by which sessions act under it.
 */
public sealed interface OrganisationCommand extends Command {

    OrganisationId organisation();

    /**
     * An officer compared licence and representative.
     *
     * @param identity the keyed hash of the code, by which none registers twice
     * @param papers which, as stable words such as {@code business-licence}
     */
    record Register(
            @TargetAggregateIdentifier OrganisationId organisation,
            @Personal OrganisationDetails details,
            String identity,
            PersonId representative,
            MandateId mandate,
            List<String> papers,
            Stamp stamp)
            implements OrganisationCommand {}

    /** The legal representative is another one now, as papers say that an officer compared. */
    record NameRepresentative(
            @TargetAggregateIdentifier OrganisationId organisation,
            PersonId representative,
            MandateId mandate,
            List<String> papers,
            Stamp stamp)
            implements OrganisationCommand {}

    /** The legal representative makes somebody a clerk, in place of what that one was before. */
    record Appoint(
            @TargetAggregateIdentifier OrganisationId organisation,
            PersonId clerk,
            MandateId mandate,
            MandateTerms terms,
            Stamp stamp)
            implements OrganisationCommand {}

    /**
     * The representative dismisses a clerk, the clerk lays it down, an officer sees that it is
     * over, or the platform erases whoever had it.
     */
    record Dismiss(
            @TargetAggregateIdentifier OrganisationId organisation, MandateId mandate, Stamp stamp)
            implements OrganisationCommand {}

    /** An officer sees that there is no such organisation any more. */
    record Close(@TargetAggregateIdentifier OrganisationId organisation, Stamp stamp)
            implements OrganisationCommand {}
}
