package org.banshi.command.domain.settlement;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.settlement.ApplicationsInHand;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.command.domain.verdict.Recording;

/**
 * A city's round of one year (积分入户). It never holds its candidates: the list is in {@link
 * SettlementSlice}s.
 */
@AggregateRoot(type = "settlement-round")
public final class SettlementRound {

    @AggregateIdentifier private RoundId id;

    private final RoundState state = new RoundState();

    /** For the repository, before it replays the stream or has it created. */
    SettlementRound() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RoundCommand.OpenRound command) {
        Recording.record(RoundDecider.open(state, command), command.stamp());
    }

    @CommandHandler
    void handle(RoundCommand.BeginRanking command, ApplicationsInHand inHand) {
        Recording.record(RoundDecider.beginRanking(state, command, inHand), command.stamp());
    }

    @CommandHandler
    void handle(RoundCommand.CompleteRanking command) {
        Recording.record(RoundDecider.completeRanking(state, command), command.stamp());
    }

    @CommandHandler
    void handle(RoundCommand.PostNotice command, Catalogue catalogue) {
        Recording.record(
                RoundDecider.postNotice(state, command, catalogue.reference().calendar()),
                command.stamp());
    }

    @CommandHandler
    void handle(RoundCommand.PostNoticeSlice command) {
        Recording.record(RoundDecider.postNoticeSlice(state, command), command.stamp());
    }

    @CommandHandler
    void handle(RoundCommand.CloseRound command) {
        Recording.record(RoundDecider.close(state, command), command.stamp());
    }

    @EventSourcingHandler
    void on(RoundEvent event) {
        id = event.round();
        state.on(event);
    }
}
