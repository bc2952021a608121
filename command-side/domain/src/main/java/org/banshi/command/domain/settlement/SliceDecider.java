package org.banshi.command.domain.settlement;

import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.settlement.Candidate;
import org.banshi.command.contract.settlement.ListSoFar;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundCommand.RankSlice;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Gives candidates their ranks. That they come in order is checked here, so that no mistake of
 * whoever sorts them can make a list that is wrong (domain rules §4.4).
 */
final class SliceDecider {

    private SliceDecider() {}

    static Verdict rank(boolean ranked, RankSlice command) {
        if (command.stamp().by().kind() != Actor.Kind.SYSTEM) {
            return Verdict.refused(RoundRefusals.CITY_ONLY);
        }
        if (ranked) {
            return Verdict.NOTHING;
        }
        boolean fits =
                command.candidates().size() <= RoundCommand.SLICE
                        && (command.last() || !command.candidates().isEmpty())
                        && (command.slice() == 0) == (command.before().lastLine() == null);
        if (!fits || !inOrder(command.before().lastLine(), command.candidates())) {
            return Verdict.refused(RoundRefusals.OUT_OF_ORDER);
        }
        List<RankedCandidate> lines = ranks(command.before(), command.candidates());
        return Verdict.happens(
                new RoundEvent.SliceRanked(
                        command.round(),
                        command.slice(),
                        lines,
                        with(command.before(), lines, command.quota()),
                        command.last()));
    }

    /** Equal keys, same rank and same right; the next rank counts everybody before it. */
    private static List<RankedCandidate> ranks(ListSoFar before, List<Candidate> candidates) {
        List<RankedCandidate> lines = new ArrayList<>(candidates.size());
        RankedCandidate above = before.lastLine();
        int place = before.candidates();
        for (Candidate candidate : candidates) {
            place++;
            boolean tied = above != null && above.keys().compareTo(candidate.keys()) == 0;
            int rank = tied ? above.rank() : place;
            above = new RankedCandidate(candidate.candidacy(), candidate.keys(), rank);
            lines.add(above);
        }
        return lines;
    }

    static ListSoFar with(ListSoFar before, List<RankedCandidate> lines, int quota) {
        int placed = (int) lines.stream().filter(it -> it.rank() <= quota).count();
        return new ListSoFar(
                before.candidates() + lines.size(),
                before.placed() + placed,
                RankingDigest.of(before.digest(), lines),
                lines.isEmpty() ? before.lastLine() : lines.get(lines.size() - 1));
    }

    private static boolean inOrder(@Nullable RankedCandidate lastLine, List<Candidate> candidates) {
        Candidate before =
                lastLine == null ? null : new Candidate(lastLine.candidacy(), lastLine.keys());
        for (Candidate candidate : candidates) {
            if (before != null && before.compareTo(candidate) >= 0) {
                return false;
            }
            before = candidate;
        }
        return true;
    }
}
