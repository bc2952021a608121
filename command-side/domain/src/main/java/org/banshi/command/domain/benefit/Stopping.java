package org.banshi.command.domain.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.banshi.command.contract.benefit.BenefitCommand.ClaimBack;
import org.banshi.command.contract.benefit.BenefitCommand.PhaseOut;
import org.banshi.command.contract.benefit.BenefitCommand.RunOut;
import org.banshi.command.contract.benefit.BenefitCommand.Stop;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on the end of a benefit, and on what is claimed back. */
final class Stopping {

    private Stopping() {}

    /** The month of the decision is still due, or that of the event which ended it before. */
    static Verdict stop(BenefitState state, Stop command, WorkingCalendar calendar) {
        Notice notice = new Notice(command.reason(), command.rule(), command.noticeServedOn());
        Optional<Refusal> problem = notice.problem(command.stamp());
        LocalDate last = lastMonth(state, command);
        return problem.isPresent()
                ? Verdict.refused(problem.get())
                : Verdict.happens(
                        new BenefitEvent.Stopped(
                                state.id(),
                                state.subject(),
                                last,
                                notice.reason(),
                                notice.rule(),
                                notice.servedOn(),
                                notice.remedies(calendar),
                                command.endedOn(),
                                blankToNull(command.heirs()),
                                isPaidFor(state, YearMonth.from(last)) ? state.kind() : null));
    }

    /**
     * By its own amount, or, before its first month, by arrears. Of what ends by itself there may
     * be several at a time, and none makes good anything.
     */
    private static boolean isPaidFor(BenefitState state, YearMonth last) {
        if (state.plan().lastMonth() != null && !state.phasingOut()) {
            return false;
        }
        YearMonth first = YearMonth.from(state.firstMonth());
        BigDecimal arrears = state.plan().once().getOrDefault(first, BigDecimal.ZERO);
        return last.isBefore(first) ? arrears.signum() > 0 : state.plan().rate(last).signum() > 0;
    }

    private static LocalDate lastMonth(BenefitState state, Stop command) {
        LocalDate decided = command.stamp().day().withDayOfMonth(1);
        LocalDate ended = command.endedOn();
        if (ended == null || !ended.withDayOfMonth(1).isBefore(decided)) {
            return decided;
        }
        LocalDate before = state.firstMonth().minusMonths(1);
        return ended.isBefore(before) ? before : ended.withDayOfMonth(1);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** It ends that many months after the month of the decision. */
    static Verdict phaseOut(BenefitState state, PhaseOut command, WorkingCalendar calendar) {
        if (command.phaseOutMonths() < 1) {
            return Verdict.refused(BenefitRefusals.PHASE_OUT_MONTHS);
        }
        if (state.phasingOut()) {
            return Verdict.refused(BenefitRefusals.PHASING_OUT);
        }
        Notice notice = new Notice(command.reason(), command.rule(), command.noticeServedOn());
        Optional<Refusal> problem = notice.problem(command.stamp());
        LocalDate last =
                command.stamp().day().withDayOfMonth(1).plusMonths(command.phaseOutMonths());
        return problem.isPresent()
                ? Verdict.refused(problem.get())
                : Verdict.happens(
                        new BenefitEvent.PhaseOutBegan(
                                state.id(),
                                state.subject(),
                                last,
                                notice.reason(),
                                notice.rule(),
                                notice.servedOn(),
                                notice.remedies(calendar)),
                        new BenefitEvent.RunsOut(state.id(), state.subject(), state.kind(), last));
    }

    /** The clock may call more than once, and late. */
    static Verdict runOut(BenefitState state, RunOut command) {
        YearMonth last = state.plan().lastMonth();
        boolean over = state.phasingOut() && state.overOn(command.stamp().day());
        return over && last != null
                ? Verdict.happens(
                        new BenefitEvent.RanOut(state.id(), state.subject(), last.atDay(1)))
                : Verdict.NOTHING;
    }

    /** Never more than was paid. */
    static Verdict claimBack(BenefitState state, ClaimBack command, WorkingCalendar calendar) {
        BigDecimal amount = Amounts.cents(command.claimedBack());
        if (amount.signum() <= 0 || amount.compareTo(state.kept(command.stamp().day())) > 0) {
            return Verdict.refused(BenefitRefusals.MORE_THAN_PAID);
        }
        Notice notice = new Notice(command.reason(), command.rule(), command.noticeServedOn());
        Optional<Refusal> problem = notice.problem(command.stamp());
        return problem.isPresent()
                ? Verdict.refused(problem.get())
                : Verdict.happens(
                        new BenefitEvent.ClaimedBack(
                                state.id(),
                                state.subject(),
                                amount,
                                notice.reason(),
                                notice.rule(),
                                notice.servedOn(),
                                notice.remedies(calendar),
                                blankToNull(command.heirs())));
    }
}
