package org.banshi.command.domain.points;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.domain.verdict.Recording;

/** A newcomer's points account (积分制服务), one a person for life. */
@AggregateRoot(type = "points-account")
public final class PointsAccount {

    @AggregateIdentifier private PointsAccountId id;

    private final PointsState state = new PointsState();

    /** For the repository, before it replays the stream or has it created. */
    PointsAccount() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PointsCommand.BeginAdjustment command) {
        Recording.record(PointsDecider.beginAdjustment(state, command), command.stamp());
    }

    @CommandHandler
    void handle(PointsCommand.DropAdjustment command) {
        Recording.record(PointsDecider.dropAdjustment(state, command), command.stamp());
    }

    @CommandHandler
    void handle(PointsCommand.Determine command, Catalogue catalogue) {
        Recording.record(
                PointsDecider.determine(state, command, catalogue.reference()), command.stamp());
    }

    @CommandHandler
    void handle(PointsCommand.Push command, Catalogue catalogue) {
        Recording.record(
                PointsDecider.push(state, command, catalogue.reference()), command.stamp());
    }

    @CommandHandler
    void handle(PointsCommand.WithdrawItem command, Catalogue catalogue) {
        Recording.record(
                Withdrawals.withdraw(state, command, catalogue.reference()), command.stamp());
    }

    @CommandHandler
    void handle(PointsCommand.Recalculate command, Catalogue catalogue) {
        Recording.record(
                PointsDecider.recalculate(state, command, catalogue.reference()), command.stamp());
    }

    @CommandHandler
    void handle(PointsCommand.RaiseObjection command, Catalogue catalogue) {
        Recording.record(Objections.raise(state, command, catalogue.reference()), command.stamp());
    }

    @CommandHandler
    void handle(PointsCommand.PassOn command, Catalogue catalogue) {
        Recording.record(Objections.passOn(state, command, catalogue.reference()), command.stamp());
    }

    @CommandHandler
    void handle(PointsCommand.DecideObjection command, Catalogue catalogue) {
        Recording.record(Objections.decide(state, command, catalogue.reference()), command.stamp());
    }

    @CommandHandler
    void handle(PointsCommand.Lapse command) {
        Recording.record(PointsDecider.lapse(state, command), command.stamp());
    }

    @CommandHandler
    void handle(PointsCommand.Reactivate command, Catalogue catalogue) {
        Recording.record(
                PointsDecider.reactivate(state, command, catalogue.reference()), command.stamp());
    }

    @CommandHandler
    void handle(PointsCommand.Invalidate command) {
        Recording.record(PointsDecider.invalidate(state, command), command.stamp());
    }

    @EventSourcingHandler
    void on(PointsEvent event, MetaData metadata) {
        id = event.account();
        state.on(event, StampMetadata.from(metadata).day());
    }
}
