package org.banshi.command.domain.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.Candidate;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundCommand.BeginRanking;
import org.banshi.command.contract.settlement.RoundCommand.CloseRound;
import org.banshi.command.contract.settlement.RoundCommand.OpenRound;
import org.banshi.command.contract.settlement.RoundCommand.PostNotice;
import org.banshi.command.contract.settlement.RoundCommand.PostNoticeSlice;
import org.banshi.command.contract.settlement.RoundCommand.RankSlice;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.domain.settlement.RoundState.Status;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on a round: its window, its list and its notice (domain rules §4.4). */
final class RoundDecider {

    private RoundDecider() {}

    static Verdict open(RoundState state, OpenRound command) {
        if (!isOfficerOf(command.region(), command.stamp().by())) {
            return Verdict.refused(RoundRefusals.CITY_ONLY);
        }
        if (state.status() != Status.UNKNOWN) {
            return Verdict.refused(RoundRefusals.OPENED_BEFORE);
        }
        boolean ordered =
                !command.until().isBefore(command.from())
                        && command.confirmBy().isAfter(command.until());
        if (!ordered || command.quota() < 1 || command.noticeDays() < 1) {
            return Verdict.refused(RoundRefusals.TERMS);
        }
        return Verdict.happens(
                new RoundEvent.RoundOpened(
                        command.round(),
                        command.region(),
                        command.year(),
                        command.from(),
                        command.until(),
                        command.quota(),
                        command.confirmBy(),
                        command.noticeDays(),
                        command.provisional()));
    }

    static Verdict beginRanking(RoundState state, BeginRanking command) {
        if (!isOfficerOf(state.region(), command.stamp().by())) {
            return Verdict.refused(RoundRefusals.CITY_ONLY);
        }
        if (state.status() != Status.OPEN) {
            return Verdict.refused(RoundRefusals.NOT_NOW);
        }
        return command.stamp().day().isAfter(state.until())
                ? Verdict.happens(new RoundEvent.RankingBegun(command.round()))
                : Verdict.refused(RoundRefusals.WINDOW_OPEN);
    }

    /**
     * Gives the next candidates their ranks. That they come in order is checked here, so that no
     * mistake of whoever sorts them can make a list that is wrong.
     */
    static Verdict rankSlice(RoundState state, RankSlice command) {
        if (command.stamp().by().kind() != Actor.Kind.SYSTEM) {
            return Verdict.refused(RoundRefusals.CITY_ONLY);
        }
        if (state.status() != Status.RANKING) {
            return Verdict.refused(RoundRefusals.NOT_NOW);
        }
        if (command.slice() < state.slices()) {
            return Verdict.NOTHING;
        }
        boolean fits =
                command.slice() == state.slices()
                        && command.candidates().size() <= RoundCommand.SLICE
                        && (command.last() || !command.candidates().isEmpty());
        if (!fits || !inOrder(state.lastLine(), command.candidates())) {
            return Verdict.refused(RoundRefusals.OUT_OF_ORDER);
        }
        List<RankedCandidate> lines = rank(state, command.candidates());
        String digest = RankingDigest.of(state.digest(), lines);
        RoundEvent ranked =
                new RoundEvent.SliceRanked(
                        command.round(), command.slice(), lines, digest, command.last());
        if (!command.last()) {
            return Verdict.happens(ranked);
        }
        int placed = (int) lines.stream().filter(it -> it.rank() <= state.quota()).count();
        return Verdict.happens(
                ranked,
                new RoundEvent.RankingCompleted(
                        command.round(),
                        state.candidates() + lines.size(),
                        state.placed() + placed,
                        digest));
    }

    /** Equal keys, same rank and same right; the next rank counts everybody before it. */
    private static List<RankedCandidate> rank(RoundState state, List<Candidate> candidates) {
        List<RankedCandidate> lines = new ArrayList<>(candidates.size());
        RankedCandidate before = state.lastLine();
        int place = state.candidates();
        for (Candidate candidate : candidates) {
            place++;
            boolean tied = before != null && before.keys().compareTo(candidate.keys()) == 0;
            int rank = tied ? before.rank() : place;
            before = new RankedCandidate(candidate.candidacy(), candidate.keys(), rank);
            lines.add(before);
        }
        return lines;
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

    static Verdict postNotice(RoundState state, PostNotice command, WorkingCalendar calendar) {
        if (!isOfficerOf(state.region(), command.stamp().by())) {
            return Verdict.refused(RoundRefusals.CITY_ONLY);
        }
        if (state.status() != Status.RANKED) {
            return Verdict.refused(RoundRefusals.NOT_NOW);
        }
        LocalDate today = command.stamp().day();
        return today.isAfter(state.confirmBy())
                ? Verdict.happens(
                        new RoundEvent.NoticePosted(
                                command.round(),
                                today,
                                calendar.due(today, state.noticeDays(), TermUnit.WORKING_DAYS)))
                : Verdict.refused(RoundRefusals.CONFIRMATION_OPEN);
    }

    static Verdict postNoticeSlice(RoundState state, PostNoticeSlice command) {
        if (command.stamp().by().kind() != Actor.Kind.SYSTEM) {
            return Verdict.refused(RoundRefusals.CITY_ONLY);
        }
        if (state.status() != Status.POSTING) {
            return Verdict.refused(RoundRefusals.NOT_NOW);
        }
        if (command.slice() < state.slices()) {
            return Verdict.NOTHING;
        }
        boolean fits =
                command.slice() == state.slices()
                        && command.listed().size() <= RoundCommand.SLICE
                        && (command.last() || !command.listed().isEmpty());
        return fits
                ? Verdict.happens(
                        new RoundEvent.NoticeSlicePosted(
                                command.round(), command.slice(), command.listed(), command.last()))
                : Verdict.refused(RoundRefusals.OUT_OF_ORDER);
    }

    static Verdict close(RoundState state, CloseRound command) {
        if (!isOfficerOf(state.region(), command.stamp().by())) {
            return Verdict.refused(RoundRefusals.CITY_ONLY);
        }
        if (state.status() != Status.NOTICE) {
            return Verdict.refused(RoundRefusals.NOT_NOW);
        }
        return command.stamp().day().isAfter(state.noticeUntil())
                ? Verdict.happens(new RoundEvent.RoundClosed(command.round()))
                : Verdict.refused(RoundRefusals.NOTICE_UP);
    }

    /** An officer whose region takes in the whole city. */
    private static boolean isOfficerOf(@Nullable RegionCode city, Actor actor) {
        return actor.kind() == Actor.Kind.OFFICER
                && city != null
                && actor.region() != null
                && actor.region().covers(city);
    }
}
