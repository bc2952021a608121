package org.banshi.command.domain.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.points.PointsTable;
import org.banshi.catalogue.points.PointsTables;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.points.DepartmentAnswer;
import org.banshi.command.contract.points.ItemOrigin;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.PermitYears;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsCommand.BeginAdjustment;
import org.banshi.command.contract.points.PointsCommand.Determine;
import org.banshi.command.contract.points.PointsCommand.DropAdjustment;
import org.banshi.command.contract.points.PointsCommand.Invalidate;
import org.banshi.command.contract.points.PointsCommand.Lapse;
import org.banshi.command.contract.points.PointsCommand.Push;
import org.banshi.command.contract.points.PointsCommand.Reactivate;
import org.banshi.command.contract.points.PointsCommand.Recalculate;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.Score;
import org.banshi.command.contract.points.ScoreCause;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on a points account's life and score (domain rules §4.2). */
final class PointsDecider {

    /** 弄虚作假: no application for so many years (rules §4.2). */
    private static final int YEARS_BARRED = 5;

    private PointsDecider() {}

    /** Where the account is closed it takes nothing in; the case itself is told so by its check. */
    static Verdict beginAdjustment(PointsState state, BeginAdjustment command) {
        if (byCitizen(command.stamp().by())) {
            return Verdict.refused(PointsRefusals.OFFICER_ONLY);
        }
        if (closed(state, command.stamp().day()).isPresent()
                || state.isAdjustedBy(command.application())) {
            return Verdict.NOTHING;
        }
        List<Event> events = new ArrayList<>();
        if (state.subject() == null) {
            events.add(
                    new PointsEvent.AccountOpened(
                            command.account(),
                            command.person(),
                            command.region(),
                            command.birthDate()));
        }
        events.add(
                new PointsEvent.AdjustmentBegun(
                        command.account(), command.person(), command.application()));
        return new Verdict.Happens(events);
    }

    static Verdict dropAdjustment(PointsState state, DropAdjustment command) {
        if (byCitizen(command.stamp().by())) {
            return Verdict.refused(PointsRefusals.OFFICER_ONLY);
        }
        return state.isAdjustedBy(command.application())
                ? Verdict.happens(
                        new PointsEvent.AdjustmentDropped(
                                command.account(), subject(state), command.application()))
                : Verdict.NOTHING;
    }

    /**
     * Where the account was closed meanwhile nothing is added up. While a permit is suspended what
     * was verified is kept: it counts when the account does again.
     */
    static Verdict determine(PointsState state, Determine command, ReferenceData reference) {
        if (byCitizen(command.stamp().by())) {
            return Verdict.refused(PointsRefusals.OFFICER_ONLY);
        }
        LocalDate today = command.stamp().day();
        boolean closed = closed(state, today).isPresent();
        boolean suspended = state.lapsed() == LapseReason.PERMIT_SUSPENDED;
        if (!state.isAdjustedBy(command.application())) {
            return closed ? Verdict.NOTHING : Verdict.refused(PointsRefusals.NO_ADJUSTMENT);
        }
        Event dropped =
                new PointsEvent.AdjustmentDropped(
                        command.account(), subject(state), command.application());
        if (closed && !suspended) {
            return Verdict.happens(dropped);
        }
        List<ClaimedItem> claimed = ClaimedItems.of(command.items(), today);
        if (claimed.isEmpty()) {
            return Verdict.refused(PointsRefusals.NO_ITEMS);
        }
        Optional<PointsTable> table = reference.pointsTables().on(command.appliedOn());
        if (table.isEmpty()) {
            return Verdict.refused(PointsRefusals.NO_TABLE);
        }
        List<Event> events = new ArrayList<>();
        Map<String, FormData> items = new LinkedHashMap<>(state.items());
        for (ClaimedItem item : claimed) {
            if (!table.get().knows(item.indicator())) {
                return Verdict.refused(PointsRefusals.INDICATOR_UNKNOWN);
            }
            items.put(item.indicator(), item.facts());
            events.add(
                    new PointsEvent.ItemRecorded(
                            command.account(),
                            subject(state),
                            item.indicator(),
                            ItemOrigin.CLAIMED,
                            command.application(),
                            item.facts(),
                            item.evidence(),
                            item.answers()));
        }
        events.add(
                suspended
                        ? dropped
                        : score(
                                state,
                                command.account(),
                                reference.pointsTables(),
                                table.get(),
                                items,
                                today,
                                ScoreCause.APPLICATION,
                                command.application()));
        return new Verdict.Happens(events);
    }

    /**
     * While a permit is suspended all that departments tell is kept, such as an offence, or that
     * the permit works again: it counts when the account does again.
     */
    static Verdict push(PointsState state, Push command, ReferenceData reference) {
        Optional<Refusal> problem = NewcomerOffices.problemKeeping(state, command.stamp().by());
        if (problem.isPresent()) {
            return Verdict.refused(problem.get());
        }
        LocalDate today = command.stamp().day();
        boolean suspended = state.lapsed() == LapseReason.PERMIT_SUSPENDED;
        Optional<Refusal> closed = closed(state, today);
        if (closed.isPresent() && !suspended) {
            return Verdict.refused(closed.get());
        }
        Optional<PointsTable> table = reference.pointsTables().on(today);
        if (table.isEmpty()) {
            return Verdict.refused(PointsRefusals.NO_TABLE);
        }
        if (!table.get().knows(command.indicator())) {
            return Verdict.refused(PointsRefusals.INDICATOR_UNKNOWN);
        }
        if (command.facts().equals(state.items().get(command.indicator()))) {
            return Verdict.NOTHING;
        }
        Event recorded =
                new PointsEvent.ItemRecorded(
                        command.account(),
                        subject(state),
                        command.indicator(),
                        ItemOrigin.PUSHED,
                        null,
                        command.facts(),
                        List.of(),
                        List.of(
                                new DepartmentAnswer(
                                        command.department(), RegisterOutcome.ANSWERED, today)));
        if (state.score() == null || suspended) {
            return Verdict.happens(recorded);
        }
        return Verdict.happens(
                recorded,
                score(
                        state,
                        command.account(),
                        reference.pointsTables(),
                        table.get(),
                        with(state, command.indicator(), command.facts()),
                        today,
                        ScoreCause.PUSH,
                        null));
    }

    /** Nothing where the same table gives the same score: most days change nothing. */
    static Verdict recalculate(PointsState state, Recalculate command, ReferenceData reference) {
        if (byCitizen(command.stamp().by())) {
            return Verdict.refused(PointsRefusals.OFFICER_ONLY);
        }
        LocalDate today = command.stamp().day();
        Optional<PointsTable> table = reference.pointsTables().on(today);
        if (state.score() == null || closed(state, today).isPresent() || table.isEmpty()) {
            return Verdict.NOTHING;
        }
        Score now = table.get().score(state.items(), state.birthDate(), today);
        boolean same = now.equals(state.score()) && table.get().version().equals(state.table());
        return same
                ? Verdict.NOTHING
                : Verdict.happens(
                        score(
                                state,
                                command.account(),
                                reference.pointsTables(),
                                table.get(),
                                state.items(),
                                today,
                                ScoreCause.TIME,
                                null));
    }

    /** A day that came for a permit endorsed since suspends nothing. */
    static Verdict lapse(PointsState state, Lapse command) {
        Optional<Refusal> problem = NewcomerOffices.problemKeeping(state, command.stamp().by());
        if (problem.isPresent()) {
            return Verdict.refused(problem.get());
        }
        LapseReason before = state.lapsed();
        boolean forGood = before != null && before != LapseReason.PERMIT_SUSPENDED;
        boolean overtaken =
                command.reason() == LapseReason.PERMIT_SUSPENDED
                        && command.stamp().by().kind() == Actor.Kind.SYSTEM
                        && permitWorks(state, command.stamp().day());
        return forGood || overtaken || command.reason() == before
                ? Verdict.NOTHING
                : Verdict.happens(
                        new PointsEvent.AccountLapsed(
                                command.account(), subject(state), command.reason()));
    }

    static Verdict reactivate(PointsState state, Reactivate command, ReferenceData reference) {
        boolean officer = NewcomerOffices.isOneOf(state, command.stamp().by());
        if (!officer && !isHolder(state, command.stamp().by())) {
            return Verdict.refused(PointsRefusals.NOT_THE_HOLDER);
        }
        LapseReason reason = state.lapsed();
        if (reason == null) {
            return Verdict.NOTHING;
        }
        if (reason != LapseReason.PERMIT_SUSPENDED) {
            return Verdict.refused(PointsRefusals.LAPSED);
        }
        LocalDate today = command.stamp().day();
        if (!officer && !permitWorks(state, today)) {
            return Verdict.refused(PointsRefusals.PERMIT_SUSPENDED);
        }
        Event again = new PointsEvent.AccountReactivated(command.account(), subject(state));
        Optional<PointsTable> table = reference.pointsTables().on(today);
        boolean nothingToAdd = state.score() == null && !state.claimsAnything();
        if (nothingToAdd || table.isEmpty()) {
            return Verdict.happens(again);
        }
        return Verdict.happens(
                again,
                score(
                        state,
                        command.account(),
                        reference.pointsTables(),
                        table.get(),
                        state.items(),
                        today,
                        ScoreCause.REACTIVATION,
                        null));
    }

    static Verdict invalidate(PointsState state, Invalidate command) {
        Optional<Refusal> problem = NewcomerOffices.problemKeeping(state, command.stamp().by());
        if (problem.isPresent()) {
            return Verdict.refused(problem.get());
        }
        LocalDate until = command.stamp().day().plusYears(YEARS_BARRED);
        return until.equals(state.barredUntil())
                ? Verdict.NOTHING
                : Verdict.happens(
                        new PointsEvent.AccountVoided(
                                command.account(), subject(state), command.findings(), until));
    }

    static PointsEvent.ScoreDetermined score(
            PointsState state,
            PointsAccountId account,
            PointsTables tables,
            PointsTable table,
            Map<String, FormData> items,
            LocalDate asOf,
            ScoreCause cause,
            @Nullable ApplicationId application) {
        return new PointsEvent.ScoreDetermined(
                account,
                subject(state),
                cause,
                application,
                table.version(),
                table.digest(),
                asOf,
                table.score(items, state.birthDate(), asOf),
                tables.changesAfter(table, items, state.birthDate(), asOf).orElse(null));
    }

    static Map<String, FormData> with(PointsState state, String indicator, FormData facts) {
        Map<String, FormData> items = new LinkedHashMap<>(state.items());
        items.put(indicator, facts);
        return items;
    }

    /** Why nothing is recorded in the account on {@code day}; empty when it is open. */
    static Optional<Refusal> closed(PointsState state, LocalDate day) {
        LapseReason lapsed = state.lapsed();
        if (lapsed != null) {
            return Optional.of(
                    lapsed == LapseReason.PERMIT_SUSPENDED
                            ? PointsRefusals.PERMIT_SUSPENDED
                            : PointsRefusals.LAPSED);
        }
        return state.barredOn(day) ? Optional.of(PointsRefusals.BARRED) : Optional.empty();
    }

    /** The holder, or who acts for them. */
    static boolean isHolder(PointsState state, Actor actor) {
        PersonId subject = state.subject();
        return actor.kind() == Actor.Kind.CITIZEN
                && subject != null
                && (actor.onBehalfOf() == null
                        ? subject.equals(actor.person())
                        : subject.equals(actor.onBehalfOf()));
    }

    /** Whether the police told of an endorsement that has not run out. */
    static boolean permitWorks(PointsState state, LocalDate today) {
        LocalDate until = PermitYears.validUntil(state.items().get(PermitYears.INDICATOR));
        return until != null && !until.isBefore(today);
    }

    private static boolean byCitizen(Actor actor) {
        return actor.kind() == Actor.Kind.CITIZEN;
    }

    static PersonId subject(PointsState state) {
        PersonId subject = state.subject();
        if (subject == null) {
            throw new IllegalStateException("an account without a holder");
        }
        return subject;
    }
}
