package org.banshi.process.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.Candidate;
import org.banshi.command.contract.settlement.ListSoFar;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.command.contract.settlement.SliceId;
import org.banshi.eventstore.Recorded;
import org.banshi.process.settlement.RoundRows.Entry;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.Work;

/**
 * Ranks a round and posts its notice, a slice at a time: each slice is an event, and its event asks
 * for the next. Reader's token, rows and event are one transaction, so that a crash anywhere goes
 * on with the next slice, exactly once, and no more than a slice is ever in memory.
 *
 * <p>The list is sorted by an index; that its order is right, the slice checks.
 */
public final class RankSettlement extends SettlementReader {

    /** Key of the reader's token. */
    public static final String NAME = "settlement";

    private final RoundRows rows;
    private final CommandGateway commands;

    public RankSettlement(RootWork root, DataSource dataSource, CommandGateway commands) {
        super(
                NAME,
                root,
                Set.<Class<? extends Event>>of(
                        RoundEvent.RoundOpened.class,
                        RoundEvent.RankingBegun.class,
                        RoundEvent.SliceRanked.class,
                        RoundEvent.NoticePosted.class,
                        RoundEvent.NoticeSlicePosted.class,
                        CandidacyEvent.Entered.class,
                        CandidacyEvent.Withdrawn.class,
                        CandidacyEvent.StruckOff.class,
                        CandidacyEvent.GivenUp.class,
                        CandidacyEvent.Revoked.class,
                        CandidacyEvent.ConfirmedOnSite.class));
        this.rows = new RoundRows(dataSource);
        this.commands = commands;
    }

    @Override
    public void handle(List<Recorded> batch) {
        List<Entry> entries = new ArrayList<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof CandidacyEvent.Entered entered) {
                entries.add(
                        new Entry(
                                entered.round(),
                                new Candidate(entered.candidacy(), entered.keys()),
                                recorded.position()));
            } else {
                flush(entries);
                react(recorded);
            }
        }
        flush(entries);
    }

    private void flush(List<Entry> entries) {
        if (!entries.isEmpty()) {
            rows.enter(entries);
            entries.clear();
        }
    }

    private void react(Recorded recorded) {
        Event event = recorded.event();
        if (event instanceof RoundEvent.RoundOpened opened) {
            rows.open(opened);
        } else if (event instanceof RoundEvent.RankingBegun begun) {
            rows.begin(begun.round(), recorded.position());
            rank(begun.round(), 0, ListSoFar.EMPTY);
        } else if (event instanceof RoundEvent.SliceRanked ranked) {
            goOn(ranked);
        } else if (event instanceof RoundEvent.NoticePosted posted) {
            rows.postUntil(posted.round(), posted.until());
            post(posted.round(), 0, "");
        } else if (event instanceof RoundEvent.NoticeSlicePosted posted && !posted.last()) {
            post(
                    posted.round(),
                    posted.slice() + 1,
                    posted.listed().get(posted.listed().size() - 1).value());
        } else if (event instanceof CandidacyEvent.ConfirmedOnSite confirmed) {
            rows.confirm(confirmed.candidacy());
        } else if (event instanceof CandidacyEvent left && leaves(left)) {
            rows.leave(left.candidacy(), recorded.position());
        }
    }

    private static boolean leaves(CandidacyEvent event) {
        return event instanceof CandidacyEvent.Withdrawn
                || event instanceof CandidacyEvent.StruckOff
                || event instanceof CandidacyEvent.GivenUp
                || event instanceof CandidacyEvent.Revoked;
    }

    private void goOn(RoundEvent.SliceRanked ranked) {
        ListSoFar soFar = ranked.soFar();
        if (!ranked.last()) {
            rank(ranked.round(), ranked.slice() + 1, soFar);
            return;
        }
        commands.sendAndWait(
                new RoundCommand.CompleteRanking(
                        ranked.round(),
                        soFar.candidates(),
                        soFar.placed(),
                        soFar.digest(),
                        Work.get().processStamp()));
    }

    private void rank(RoundId round, int slice, ListSoFar before) {
        List<Candidate> next = rows.next(round, before.lastLine(), RoundCommand.SLICE + 1);
        boolean last = next.size() <= RoundCommand.SLICE;
        commands.sendAndWait(
                new RoundCommand.RankSlice(
                        SliceId.of(round, slice),
                        round,
                        slice,
                        rows.get(round).quota(),
                        before,
                        List.copyOf(last ? next : next.subList(0, RoundCommand.SLICE)),
                        last,
                        Work.get().processStamp()));
    }

    private void post(RoundId round, int slice, String after) {
        List<CandidacyId> next = rows.nextConfirmed(round, after, RoundCommand.SLICE + 1);
        boolean last = next.size() <= RoundCommand.SLICE;
        List<CandidacyId> listed = List.copyOf(last ? next : next.subList(0, RoundCommand.SLICE));
        DueDate until = rows.postedUntil(round);
        for (CandidacyId candidacy : listed) {
            commands.sendAndWait(
                    new CandidacyCommand.Publish(candidacy, until, Work.get().processStamp()));
        }
        commands.sendAndWait(
                new RoundCommand.PostNoticeSlice(
                        round, slice, listed, last, Work.get().processStamp()));
    }
}
