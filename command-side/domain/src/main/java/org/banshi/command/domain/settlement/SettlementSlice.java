package org.banshi.command.domain.settlement;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.settlement.SliceId;
import org.banshi.command.domain.verdict.Recording;

/** Some hundred lines of a round's list, ranked once. */
@AggregateRoot(type = "settlement-slice")
public final class SettlementSlice {

    @AggregateIdentifier private SliceId id;

    private boolean ranked;

    /** For the repository, before it replays the stream or has it created. */
    SettlementSlice() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RoundCommand.RankSlice command) {
        Recording.record(SliceDecider.rank(ranked, command), command.stamp());
    }

    @EventSourcingHandler
    void on(RoundEvent.SliceRanked event) {
        id = SliceId.of(event.round(), event.slice());
        ranked = true;
    }
}
