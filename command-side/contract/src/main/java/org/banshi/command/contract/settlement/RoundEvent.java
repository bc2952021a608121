package org.banshi.command.contract.settlement;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.place.RegionCode;

/** The whole story of a round. Source: 广州市积分制入户管理办法, domain rules §4.4. */
public sealed interface RoundEvent extends Event {

    RoundId round();

    /**
     * @param from first day of the window
     * @param until its last day
     * @param quota places; ties at the edge may exceed it
     * @param confirmBy last day of the on-site check
     * @param noticeDays working days of the public notice
     * @param provisional whether some of these figures are to be confirmed
     */
    @Stored("settlement.round-opened")
    record RoundOpened(
            RoundId round,
            RegionCode region,
            int year,
            LocalDate from,
            LocalDate until,
            int quota,
            LocalDate confirmBy,
            int noticeDays,
            boolean provisional)
            implements RoundEvent {}

    /**
     * The list is closed. Candidates are those who entered before this event in the log, and did
     * not leave before it.
     */
    @Stored("settlement.ranking-begun")
    record RankingBegun(RoundId round) implements RoundEvent {}

    /**
     * The next lines of the list, in a stream of their own: a round need not be read whole to go
     * on.
     *
     * @param slice counted from 0
     * @param soFar with these lines
     * @param last whether the list ends here
     */
    @Stored("settlement.slice-ranked")
    record SliceRanked(
            RoundId round, int slice, List<RankedCandidate> lines, ListSoFar soFar, boolean last)
            implements RoundEvent {}

    /**
     * @param candidates how many there are in the list
     * @param placed how many of them have a place, those tied at the edge included
     */
    @Stored("settlement.ranking-completed")
    record RankingCompleted(RoundId round, int candidates, int placed, String digest)
            implements RoundEvent {}

    /** 公示 of the list of those confirmed on site. */
    @Stored("settlement.notice-posted")
    record NoticePosted(RoundId round, LocalDate from, DueDate until) implements RoundEvent {}

    /** Who is in the notice. */
    @Stored("settlement.notice-slice-posted")
    record NoticeSlicePosted(RoundId round, int slice, List<CandidacyId> listed, boolean last)
            implements RoundEvent {}

    /** The notice is over and the year's round with it; cards are issued from now on. */
    @Stored("settlement.round-closed")
    record RoundClosed(RoundId round) implements RoundEvent {}
}
