package org.banshi.process.settlement;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.eventstore.Recorded;
import org.banshi.process.settlement.RoundRows.Round;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.Work;

/**
 * Tells everybody ranked within the quota that they have a place; those tied at its edge too.
 * Follows the list slice by slice, beside the ranking, which need not wait for it.
 */
public final class GiveSettlementPlaces extends SettlementReader {

    /** Key of the reader's token. */
    public static final String NAME = "settlement-places";

    private final RoundRows rows;
    private final CommandGateway commands;

    public GiveSettlementPlaces(RootWork root, DataSource dataSource, CommandGateway commands) {
        super(
                NAME,
                root,
                Set.<Class<? extends Event>>of(
                        RoundEvent.RoundOpened.class, RoundEvent.SliceRanked.class));
        this.rows = new RoundRows(dataSource);
        this.commands = commands;
    }

    /** One: a slice leads to as many commands as it has lines, all in one transaction. */
    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public void handle(List<Recorded> batch) {
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof RoundEvent.RoundOpened opened) {
                rows.open(opened);
            } else if (recorded.event() instanceof RoundEvent.SliceRanked ranked) {
                place(ranked);
            }
        }
    }

    private void place(RoundEvent.SliceRanked ranked) {
        Round round = rows.get(ranked.round());
        for (RankedCandidate line : ranked.lines()) {
            if (line.rank() > round.quota()) {
                return;
            }
            commands.sendAndWait(
                    new CandidacyCommand.GivePlace(
                            line.candidacy(),
                            line.rank(),
                            round.confirmBy(),
                            Work.get().processStamp()));
        }
    }
}
