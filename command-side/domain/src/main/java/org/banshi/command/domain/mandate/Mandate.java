package org.banshi.command.domain.mandate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.command.contract.mandate.MandateCommand;
import org.banshi.command.contract.mandate.MandateEvent;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.domain.verdict.Recording;

/** One person's mandate to act for another. */
@AggregateRoot(type = "mandate")
public final class Mandate {

    @AggregateIdentifier private MandateId id;

    private MandateState state = MandateState.NONE;

    /** For the repository, before it replays the stream or has it created. */
    Mandate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MandateCommand.Ask command) {
        Recording.record(MandateDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MandateCommand.Give command) {
        Recording.record(MandateDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(MandateCommand.Answer command) {
        Recording.record(MandateDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MandateCommand.Prove command) {
        Recording.record(MandateDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(MandateCommand.End command) {
        Recording.record(MandateDecider.decide(state, command), command.stamp());
    }

    @EventSourcingHandler
    void on(MandateEvent event) {
        id = event.mandate();
        state = state.after(event);
    }
}
