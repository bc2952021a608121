package org.banshi.command.domain.citizen;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.command.contract.citizen.CitizenCommand;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.citizen.CitizenId;
import org.banshi.command.domain.verdict.Recording;

/** A citizen: as whom known, by which proof, and with which access. */
@AggregateRoot(type = "citizen")
public final class Citizen {

    @AggregateIdentifier private CitizenId id;

    private CitizenState state = CitizenState.NONE;

    /** For the repository, before it replays the stream or has it created. */
    Citizen() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CitizenCommand.Register command) {
        Recording.record(CitizenDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(CitizenCommand.Prove command) {
        Recording.record(CitizenDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(CitizenCommand.OpenAccess command) {
        Recording.record(CitizenDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(CitizenCommand.OpenLateAccess command) {
        Recording.record(CitizenDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(CitizenCommand.AskRecovery command) {
        Recording.record(CitizenDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(CitizenCommand.ConfirmRecovery command) {
        Recording.record(CitizenDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(CitizenCommand.RecoverAccess command) {
        Recording.record(CitizenDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(CitizenCommand.Forget command) {
        Recording.record(CitizenDecider.decide(state, command), command.stamp());
    }

    @EventSourcingHandler
    void on(CitizenEvent.Registered event) {
        id = event.citizen();
        state = CitizenState.NONE.proven(event.proof().level());
    }

    @EventSourcingHandler
    void on(CitizenEvent.Proven event) {
        state = state.proven(event.proof().level());
    }

    @EventSourcingHandler
    void on(CitizenEvent.AccessOpened event) {
        state = state.with(event.account()).recovered();
    }

    @EventSourcingHandler
    void on(CitizenEvent.RecoveryAsked event) {
        state = state.after(event);
    }

    @EventSourcingHandler
    void on(CitizenEvent.RecoveryConfirmed event) {
        state = state.confirmed();
    }

    @EventSourcingHandler
    void on(CitizenEvent.AccessRecovered event) {
        state = state.recovered();
    }

    @EventSourcingHandler
    void on(CitizenEvent.Forgotten event) {
        state = CitizenState.NONE;
    }
}
