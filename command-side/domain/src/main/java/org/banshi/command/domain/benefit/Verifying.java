package org.banshi.command.domain.benefit;

import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.benefit.BenefitCommand.FallDue;
import org.banshi.command.contract.benefit.BenefitCommand.Keep;
import org.banshi.command.contract.benefit.BenefitCommand.ReportChange;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on verification: what is reported, what falls due, what stays as it is. */
final class Verifying {

    private Verifying() {}

    /**
     * A report opens a verification, now or after the one under way. What an office says again
     * while just that is looked into, such as the next month's list, adds nothing: else one wrong
     * record would begin a verification whenever the last has ended. Nor does what can happen but
     * once, for half a year after it was decided on: a member who was wrongly said to be dead may
     * die after all.
     */
    static Verdict reportChange(BenefitState state, ReportChange command) {
        String change = command.change();
        if (change.isBlank()) {
            return Verdict.refused(BenefitRefusals.NOTHING_REPORTED);
        }
        Reports reports = state.reports();
        boolean ofOffice = command.stamp().by().kind() != Actor.Kind.CITIZEN;
        boolean again =
                reports.known(change)
                        || command.once() && reports.settled(change, command.stamp().day());
        return ofOffice && again
                ? Verdict.NOTHING
                : new Verdict.Happens(report(state, change, command.stamp()));
    }

    static List<Event> report(BenefitState state, String change, Stamp stamp) {
        List<Event> events = new ArrayList<>();
        events.add(new BenefitEvent.ChangeReported(state.id(), state.subject(), change));
        if (!state.underReview()) {
            events.add(due(state, ReviewCause.REPORTED, change, stamp));
        }
        return events;
    }

    /** The clock may call more than once, and late; what has ended needs no verification. */
    static Verdict fallDue(BenefitState state, FallDue command) {
        DueDate due = state.reviewDue();
        boolean needless =
                state.stopped()
                        || state.underReview()
                        || due == null
                        || state.overOn(command.stamp().day());
        if (needless) {
            return Verdict.NOTHING;
        }
        return command.stamp().day().isBefore(due.day())
                ? Verdict.refused(BenefitRefusals.NOT_DUE)
                : Verdict.happens(due(state, ReviewCause.PERIODIC, null, command.stamp()));
    }

    static Verdict breakOff(BenefitState state) {
        return state.underReview()
                ? Verdict.happens(
                        new BenefitEvent.ReviewBrokenOff(
                                state.id(), state.subject(), state.reviewDue()))
                : Verdict.NOTHING;
    }

    static Verdict keep(BenefitState state, Keep command, WorkingCalendar calendar) {
        Integer every = command.reviewEvery() == null ? state.reviewEvery() : command.reviewEvery();
        return Members.counted(
                state,
                command.members(),
                new BenefitEvent.Kept(
                        state.id(),
                        state.subject(),
                        every,
                        Granting.reviewDue(command.stamp().day(), every, calendar)));
    }

    static BenefitEvent due(
            BenefitState state, ReviewCause cause, @Nullable String change, Stamp stamp) {
        return new BenefitEvent.ReviewFellDue(
                state.id(),
                state.subject(),
                state.application(),
                state.region(),
                state.kind(),
                state.reviews() + 1,
                cause,
                state.rateOn(stamp.day()),
                change,
                state.reviewBy());
    }
}
