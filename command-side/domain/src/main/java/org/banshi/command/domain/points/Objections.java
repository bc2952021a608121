package org.banshi.command.domain.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.points.PointsTable;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.points.ItemOrigin;
import org.banshi.command.contract.points.ObjectionStage;
import org.banshi.command.contract.points.ObjectionTerm;
import org.banshi.command.contract.points.PermitYears;
import org.banshi.command.contract.points.PointsCommand.DecideObjection;
import org.banshi.command.contract.points.PointsCommand.PassOn;
import org.banshi.command.contract.points.PointsCommand.RaiseObjection;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.ScoreCause;
import org.banshi.command.domain.points.PointsState.Objection;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Decides on objections to a published score. Terms are those of the 2018 rules, the newer ones
 * were not seen (domain rules §4.2).
 */
final class Objections {

    private static final int DAYS_OF_WINDOW = 7;
    private static final int DAYS_OF_DISTRICT = 7;
    private static final int DAYS_OF_DEPARTMENT = 15;

    private Objections() {}

    static Verdict raise(PointsState state, RaiseObjection command, ReferenceData reference) {
        Actor by = command.stamp().by();
        if (!PointsDecider.isHolder(state, by) && !NewcomerOffices.isOneOf(state, by)) {
            return Verdict.refused(PointsRefusals.NOT_THE_HOLDER);
        }
        Optional<LocalDate> published = state.term().publishedOn(command.indicator());
        if (published.isEmpty()) {
            return Verdict.refused(PointsRefusals.NO_SCORE);
        }
        LocalDate today = command.stamp().day();
        DueDate last =
                reference
                        .calendar()
                        .due(published.get(), ObjectionTerm.DAYS, TermUnit.CALENDAR_DAYS);
        if (today.isAfter(last.day())) {
            return Verdict.refused(PointsRefusals.OBJECTION_LATE);
        }
        boolean known =
                reference
                        .pointsTables()
                        .find(String.valueOf(state.table()))
                        .map(it -> it.knows(command.indicator()))
                        .orElse(false);
        if (!known) {
            return Verdict.refused(PointsRefusals.INDICATOR_UNKNOWN);
        }
        if (state.objectionOpenTo(command.indicator())) {
            return Verdict.refused(PointsRefusals.OBJECTED_BEFORE);
        }
        return Verdict.happens(
                new PointsEvent.ObjectionRaised(
                        command.account(),
                        PointsDecider.subject(state),
                        state.objections() + 1,
                        command.indicator(),
                        command.objection(),
                        reference.calendar().due(today, DAYS_OF_WINDOW, TermUnit.WORKING_DAYS)));
    }

    static Verdict passOn(PointsState state, PassOn command, ReferenceData reference) {
        if (!NewcomerOffices.isOneOf(state, command.stamp().by())) {
            return Verdict.refused(PointsRefusals.OFFICER_ONLY);
        }
        Objection objection = open(state, command.serial());
        if (objection == null) {
            return Verdict.refused(PointsRefusals.NO_OBJECTION);
        }
        if (objection.stage() == ObjectionStage.DEPARTMENT) {
            return Verdict.refused(PointsRefusals.LAST_STAGE);
        }
        if (!NewcomerOffices.lookInto(objection.stage(), state, command.stamp().by())) {
            return Verdict.refused(PointsRefusals.NOT_THE_STAGE);
        }
        boolean atWindow = objection.stage() == ObjectionStage.WINDOW;
        return Verdict.happens(
                new PointsEvent.ObjectionPassedOn(
                        command.account(),
                        PointsDecider.subject(state),
                        command.serial(),
                        atWindow ? ObjectionStage.DISTRICT : ObjectionStage.DEPARTMENT,
                        command.opinion(),
                        reference
                                .calendar()
                                .due(
                                        command.stamp().day(),
                                        atWindow ? DAYS_OF_DISTRICT : DAYS_OF_DEPARTMENT,
                                        TermUnit.WORKING_DAYS)));
    }

    /**
     * Where it is right, the account is added up anew, by the table of the score it was about;
     * while it does not count, that waits until it does again.
     */
    static Verdict decide(PointsState state, DecideObjection command, ReferenceData reference) {
        if (!NewcomerOffices.isOneOf(state, command.stamp().by())) {
            return Verdict.refused(PointsRefusals.OFFICER_ONLY);
        }
        Objection objection = open(state, command.serial());
        if (objection == null) {
            return Verdict.refused(PointsRefusals.NO_OBJECTION);
        }
        if (!NewcomerOffices.lookInto(objection.stage(), state, command.stamp().by())) {
            return Verdict.refused(PointsRefusals.NOT_THE_STAGE);
        }
        List<Event> events = new ArrayList<>();
        events.add(
                new PointsEvent.ObjectionDecided(
                        command.account(),
                        PointsDecider.subject(state),
                        command.serial(),
                        command.corrected() != null,
                        command.findings()));
        if (command.corrected() != null) {
            Optional<PointsTable> table =
                    reference.pointsTables().find(String.valueOf(state.table()));
            if (table.isEmpty()) {
                return Verdict.refused(PointsRefusals.NO_TABLE);
            }
            FormData corrected =
                    corrected(
                            state,
                            objection.indicator(),
                            command.corrected(),
                            command.stamp().day());
            events.add(
                    new PointsEvent.ItemRecorded(
                            command.account(),
                            PointsDecider.subject(state),
                            objection.indicator(),
                            ItemOrigin.CORRECTED,
                            null,
                            corrected,
                            List.of(),
                            List.of()));
            if (PointsDecider.closed(state, command.stamp().day()).isEmpty()) {
                events.add(
                        PointsDecider.score(
                                state,
                                command.account(),
                                reference.pointsTables(),
                                table.get(),
                                PointsDecider.with(state, objection.indicator(), corrected),
                                command.stamp().day(),
                                ScoreCause.OBJECTION,
                                null));
            }
        }
        return new Verdict.Happens(events);
    }

    /** The end of the endorsement stands where what was put right tells no other. */
    private static FormData corrected(
            PointsState state, String indicator, FormData facts, LocalDate today) {
        return indicator.equals(PermitYears.INDICATOR) && PointsDecider.permitWorks(state, today)
                ? PermitYears.keepingEnd(facts, state.items().get(indicator))
                : facts;
    }

    private static @Nullable Objection open(PointsState state, int serial) {
        Objection objection = state.objection(serial);
        return objection != null && objection.open() ? objection : null;
    }
}
