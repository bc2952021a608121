package org.banshi.command.domain.settlement;

import java.time.LocalDate;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.ApplicationsInHand;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundCommand.BeginRanking;
import org.banshi.command.contract.settlement.RoundCommand.CloseRound;
import org.banshi.command.contract.settlement.RoundCommand.CompleteRanking;
import org.banshi.command.contract.settlement.RoundCommand.OpenRound;
import org.banshi.command.contract.settlement.RoundCommand.PostNotice;
import org.banshi.command.contract.settlement.RoundCommand.PostNoticeSlice;
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

    /** Nobody who applied in time is left out of the list, because an office was slow. */
    static Verdict beginRanking(
            RoundState state, BeginRanking command, ApplicationsInHand applications) {
        if (!isOfficerOf(state.region(), command.stamp().by())) {
            return Verdict.refused(RoundRefusals.CITY_ONLY);
        }
        if (state.status() != Status.OPEN) {
            return Verdict.refused(RoundRefusals.NOT_NOW);
        }
        RegionCode region = state.region();
        if (region == null || !command.stamp().day().isAfter(state.until())) {
            return Verdict.refused(RoundRefusals.WINDOW_OPEN);
        }
        int inHand = applications.count(region, state.from(), state.until());
        return inHand == 0
                ? Verdict.happens(new RoundEvent.RankingBegun(command.round()))
                : Verdict.refused(RoundRefusals.inHand(inHand));
    }

    static Verdict completeRanking(RoundState state, CompleteRanking command) {
        if (command.stamp().by().kind() != Actor.Kind.SYSTEM) {
            return Verdict.refused(RoundRefusals.CITY_ONLY);
        }
        return state.status() == Status.RANKING
                ? Verdict.happens(
                        new RoundEvent.RankingCompleted(
                                command.round(),
                                command.candidates(),
                                command.placed(),
                                command.digest()))
                : Verdict.refused(RoundRefusals.NOT_NOW);
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
