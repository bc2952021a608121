package org.banshi.command.domain.settlement;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;

/** One person in one round, from the entry to the household registration. */
@AggregateRoot(type = "candidacy")
public final class Candidacy {

    @AggregateIdentifier private CandidacyId id;

    private final CandidacyState state = new CandidacyState();

    /** For the repository, before it replays the stream or has it created. */
    Candidacy() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CandidacyCommand.Enter command) {
        record(command, CandidacyDecider.enter(state, command));
    }

    @CommandHandler
    void handle(CandidacyCommand.Withdraw command) {
        record(command, CandidacyDecider.withdraw(state, command));
    }

    @CommandHandler
    void handle(CandidacyCommand.StrikeOff command) {
        record(command, CandidacyDecider.strikeOff(state, command));
    }

    @CommandHandler
    void handle(CandidacyCommand.GivePlace command) {
        record(command, CandidacyDecider.givePlace(state, command));
    }

    @CommandHandler
    void handle(CandidacyCommand.ConfirmOnSite command) {
        record(command, CandidacyDecider.confirmOnSite(state, command));
    }

    @CommandHandler
    void handle(CandidacyCommand.GiveUp command) {
        record(command, CandidacyDecider.giveUp(state, command));
    }

    @CommandHandler
    void handle(CandidacyCommand.Publish command) {
        record(command, CandidacyDecider.publish(state, command));
    }

    @CommandHandler
    void handle(CandidacyCommand.RaiseObjection command) {
        record(command, CandidacyDecider.raiseObjection(state, command));
    }

    @CommandHandler
    void handle(CandidacyCommand.ResolveObjections command) {
        record(command, CandidacyDecider.resolveObjections(state, command));
    }

    @CommandHandler
    void handle(CandidacyCommand.IssueCard command) {
        record(command, CandidacyDecider.issueCard(state, command));
    }

    @CommandHandler
    void handle(CandidacyCommand.RecordMove command) {
        record(command, CandidacyDecider.recordMove(state, command));
    }

    @CommandHandler
    void handle(CandidacyCommand.Revoke command) {
        record(command, CandidacyDecider.revoke(state, command));
    }

    @EventSourcingHandler
    void on(CandidacyEvent event, MetaData metadata) {
        id = event.candidacy();
        state.on(event, StampMetadata.from(metadata).by());
    }

    private static void record(CandidacyCommand command, Verdict verdict) {
        Recording.record(verdict, command.stamp());
    }
}
