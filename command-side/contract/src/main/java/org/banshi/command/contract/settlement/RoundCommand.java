package org.banshi.command.contract.settlement;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;

/** What can be asked of a round. Source: domain rules §4.4. */
public sealed interface RoundCommand extends Command {

    /** Most candidates of one slice: an event stays small, and so does the work that it makes. */
    int SLICE = 500;

    RoundId round();

    /** The city announces the year's round; figures that were not published are provisional. */
    record OpenRound(
            @TargetAggregateIdentifier RoundId round,
            RegionCode region,
            int year,
            LocalDate from,
            LocalDate until,
            int quota,
            LocalDate confirmBy,
            int noticeDays,
            boolean provisional,
            Stamp stamp)
            implements RoundCommand {}

    /** Closes the list and has it ranked, once the window is over. */
    record BeginRanking(@TargetAggregateIdentifier RoundId round, Stamp stamp)
            implements RoundCommand {}

    /**
     * The next candidates, in the list's order, to be given their ranks. By the process.
     *
     * @param before what the slice before ended with
     * @param last whether none follow
     */
    record RankSlice(
            @TargetAggregateIdentifier SliceId id,
            RoundId round,
            int slice,
            int quota,
            ListSoFar before,
            List<Candidate> candidates,
            boolean last,
            Stamp stamp)
            implements RoundCommand {}

    /** The last slice was ranked. By the process. */
    record CompleteRanking(
            @TargetAggregateIdentifier RoundId round,
            int candidates,
            int placed,
            String digest,
            Stamp stamp)
            implements RoundCommand {}

    /** Posts the notice once the on-site check is over. */
    record PostNotice(@TargetAggregateIdentifier RoundId round, Stamp stamp)
            implements RoundCommand {}

    /** The next ones of the notice. By the process. */
    record PostNoticeSlice(
            @TargetAggregateIdentifier RoundId round,
            int slice,
            List<CandidacyId> listed,
            boolean last,
            Stamp stamp)
            implements RoundCommand {}

    /** Ends the notice and the round. */
    record CloseRound(@TargetAggregateIdentifier RoundId round, Stamp stamp)
            implements RoundCommand {}
}
