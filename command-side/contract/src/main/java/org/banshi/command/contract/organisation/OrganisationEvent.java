package org.banshi.command.contract.organisation;

import java.util.List;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;

/** The whole story of an organisation's account; {@code subject} is the organisation. */
public sealed interface OrganisationEvent extends PersonalEvent {

    OrganisationId organisation();

    /**
     * {@code identity} is the keyed hash of its code; the code itself is in every public register.
     */
    @Stored("organisation.registered")
    record Registered(
            OrganisationId organisation,
            PersonId subject,
            String identity,
            List<String> papers,
            @Personal OrganisationDetails details)
            implements OrganisationEvent {}

    /** Acts for it in everything (民法典 61), and appoints its clerks. */
    @Stored("organisation.representative-named")
    record RepresentativeNamed(
            OrganisationId organisation,
            PersonId subject,
            MandateId mandate,
            PersonId representative,
            List<String> papers)
            implements OrganisationEvent {}

    /** Acts for it within the terms (职务代理, 民法典 170). */
    @Stored("organisation.clerk-appointed")
    record ClerkAppointed(
            OrganisationId organisation,
            PersonId subject,
            MandateId mandate,
            PersonId clerk,
            MandateTerms terms)
            implements OrganisationEvent {}

    /** {@code agent}, clerk or representative, acts for it no more. */
    @Stored("organisation.agent-dismissed")
    record AgentDismissed(
            OrganisationId organisation, PersonId subject, MandateId mandate, PersonId agent)
            implements OrganisationEvent {}

    /** Nobody acts for it any more. */
    @Stored("organisation.closed")
    record Closed(OrganisationId organisation, PersonId subject) implements OrganisationEvent {}
}
