package org.banshi.command.domain.organisation;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.command.contract.organisation.OrganisationCommand;
import org.banshi.command.contract.organisation.OrganisationEvent;
import org.banshi.command.contract.organisation.OrganisationId;
import org.banshi.command.domain.verdict.Recording;

/** An organisation's account: who speaks for it, and who does its work. */
@AggregateRoot(type = "organisation")
public final class Organisation {

    @AggregateIdentifier private OrganisationId id;
    private OrganisationState state = OrganisationState.NONE;

    /** For the repository, before it replays the stream or has it created. */
    Organisation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OrganisationCommand.Register command) {
        Recording.record(OrganisationDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(OrganisationCommand.NameRepresentative command) {
        Recording.record(OrganisationDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(OrganisationCommand.Appoint command) {
        Recording.record(OrganisationDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(OrganisationCommand.Dismiss command) {
        Recording.record(OrganisationDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(OrganisationCommand.Close command) {
        Recording.record(OrganisationDecider.decide(state, command), command.stamp());
    }

    @EventSourcingHandler
    void on(OrganisationEvent event) {
        id = event.organisation();
        state = state.after(event);
    }
}
