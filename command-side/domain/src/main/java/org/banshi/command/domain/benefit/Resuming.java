package org.banshi.command.domain.benefit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.benefit.BenefitCommand.MakeGood;
import org.banshi.command.contract.benefit.BenefitCommand.QuestionStop;
import org.banshi.command.contract.benefit.BenefitCommand.Resume;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.domain.verdict.Verdict;

/** Decides on a stop that may have been wrong. */
final class Resuming {

    /** What an item opens that can undo a stop. */
    private static final String RESUMES = "benefit-resume";

    private Resuming() {}

    /** A case of the item that verifies the benefit looks into it, where that can undo a stop. */
    static Verdict question(BenefitState state, QuestionStop command, Catalogue catalogue) {
        if (!state.stopped()) {
            return Verdict.refused(BenefitRefusals.NOT_STOPPED);
        }
        if (command.grounds().isBlank()) {
            return Verdict.refused(BenefitRefusals.REASON_MISSING);
        }
        if (state.underReview()) {
            return Verdict.refused(BenefitRefusals.LOOKED_INTO);
        }
        return canBeUndone(state, catalogue)
                ? Verdict.happens(
                        Verifying.due(
                                state,
                                ReviewCause.STOP_QUESTIONED,
                                command.grounds(),
                                command.stamp()))
                : Verdict.refused(BenefitRefusals.STOP_UNDONE_OTHERWISE);
    }

    private static boolean canBeUndone(BenefitState state, Catalogue catalogue) {
        return Optional.ofNullable(state.reviewBy())
                .flatMap(catalogue::current)
                .filter(it -> it.opens().stream().anyMatch(one -> one.kind().equals(RESUMES)))
                .isPresent();
    }

    /** What was being phased out when it was stopped still ends with its last month. */
    static Verdict resume(
            BenefitState state, Resume command, WorkingCalendar calendar, RunningBenefits running) {
        if (!state.stopped()) {
            return Verdict.refused(BenefitRefusals.NOT_STOPPED);
        }
        if (command.reason().isBlank()) {
            return Verdict.refused(BenefitRefusals.REASON_MISSING);
        }
        if (Amounts.isNoAmount(command.arrears())) {
            return Verdict.refused(BenefitRefusals.AMOUNT);
        }
        Optional<Refusal> another =
                running.find(state.subject(), state.kind(), Map.of())
                        .filter(it -> !it.equals(state.id()))
                        .map(it -> BenefitRefusals.RUNS_ANEW);
        if (another.isPresent()) {
            return Verdict.refused(another.get());
        }
        LocalDate today = command.stamp().day();
        YearMonth last = state.phasingOut() ? state.plan().lastMonth() : null;
        BenefitEvent resumed =
                new BenefitEvent.Resumed(
                        state.id(),
                        state.subject(),
                        state.kind(),
                        today.withDayOfMonth(1).plusMonths(1),
                        Amounts.optionalCents(command.arrears()),
                        command.reason(),
                        last == null
                                ? Granting.reviewDue(today, state.reviewEvery(), calendar)
                                : null,
                        state.amountBeforeStop());
        return last == null
                ? Verdict.happens(resumed)
                : Verdict.happens(
                        resumed,
                        new BenefitEvent.RunsOut(
                                state.id(), state.subject(), state.kind(), last.atDay(1)));
    }

    /** Nothing changes but that nobody looks into it any more. */
    static Verdict uphold(BenefitState state) {
        return state.stopped()
                ? Verifying.breakOff(state)
                : Verdict.refused(BenefitRefusals.NOT_STOPPED);
    }

    /** Paid with the next month. */
    static Verdict makeGood(BenefitState state, MakeGood command) {
        if (!state.stopped()) {
            return Verdict.refused(BenefitRefusals.NOT_STOPPED);
        }
        if (command.reason().isBlank()) {
            return Verdict.refused(BenefitRefusals.REASON_MISSING);
        }
        if (Amounts.cents(command.arrears()).signum() <= 0) {
            return Verdict.refused(BenefitRefusals.AMOUNT);
        }
        return Verdict.happens(
                new BenefitEvent.MadeGood(
                        state.id(),
                        state.subject(),
                        command.stamp().day().withDayOfMonth(1).plusMonths(1),
                        Amounts.cents(command.arrears()),
                        command.reason()));
    }
}
