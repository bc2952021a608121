package org.banshi.command.domain.benefit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.benefit.BenefitCommand.Decrease;
import org.banshi.command.contract.benefit.BenefitCommand.Increase;
import org.banshi.command.contract.benefit.BenefitCommand.StopShare;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.domain.benefit.Rates.Rate;
import org.banshi.command.domain.verdict.Verdict;

/** Decides on amounts: more, less, and one member's share. */
final class Changing {

    /** 连续三次拒绝 (社会救助暂行办法 第四十五条). */
    private static final int REFUSALS = 3;

    private Changing() {}

    static Verdict increase(BenefitState state, Increase command, Catalogue catalogue) {
        WorkingCalendar calendar = catalogue.reference().calendar();
        LocalDate from = nextMonth(command.stamp());
        BigDecimal amount = Amounts.cents(command.monthlyAmount());
        if (amount.compareTo(state.rateOn(from)) <= 0) {
            return Verdict.refused(BenefitRefusals.NOT_MORE);
        }
        if (command.reason().isBlank()) {
            return Verdict.refused(BenefitRefusals.REASON_MISSING);
        }
        Optional<Rate> standard = Rerating.standard(state, amount, command.stamp(), catalogue);
        return Members.counted(
                state,
                command.members(),
                new BenefitEvent.Increased(
                        state.id(),
                        state.subject(),
                        amount,
                        from,
                        command.reason(),
                        Granting.reviewDue(command.stamp().day(), state.reviewEvery(), calendar),
                        standard.map(Rate::amount).orElse(null),
                        standard.map(Rate::provisional).orElse(null)));
    }

    static Verdict decrease(BenefitState state, Decrease command, Catalogue catalogue) {
        WorkingCalendar calendar = catalogue.reference().calendar();
        LocalDate from = nextMonth(command.stamp());
        BigDecimal amount = Amounts.cents(command.monthlyAmount());
        if (amount.signum() <= 0 || amount.compareTo(state.rateOn(from)) >= 0) {
            return Verdict.refused(BenefitRefusals.NOT_LESS);
        }
        Notice notice = new Notice(command.reason(), command.rule(), command.noticeServedOn());
        Optional<Refusal> problem = notice.problem(command.stamp());
        Optional<Rate> standard = Rerating.standard(state, amount, command.stamp(), catalogue);
        return problem.isPresent()
                ? Verdict.refused(problem.get())
                : Members.counted(
                        state,
                        command.members(),
                        new BenefitEvent.Decreased(
                                state.id(),
                                state.subject(),
                                amount,
                                from,
                                notice.reason(),
                                notice.rule(),
                                notice.servedOn(),
                                notice.remedies(calendar),
                                Granting.reviewDue(
                                        command.stamp().day(), state.reviewEvery(), calendar),
                                standard.map(Rate::amount).orElse(null),
                                standard.map(Rate::provisional).orElse(null)));
    }

    /** A member's share is an equal part; what rounding leaves stays with the others. */
    static Verdict stopShare(BenefitState state, StopShare command, WorkingCalendar calendar) {
        List<LocalDate> refused = command.refusedOffers();
        boolean allPast = refused.stream().noneMatch(day -> day.isAfter(command.stamp().day()));
        if (new HashSet<>(refused).size() < REFUSALS || !allPast) {
            return Verdict.refused(BenefitRefusals.THREE_REFUSALS);
        }
        Integer members = command.members() == null ? state.members() : command.members();
        if (members == null || members < 2) {
            return Verdict.refused(BenefitRefusals.NO_SHARE);
        }
        Notice notice = new Notice(command.reason(), command.rule(), command.noticeServedOn());
        Optional<Refusal> problem = notice.problem(command.stamp());
        if (problem.isPresent()) {
            return Verdict.refused(problem.get());
        }
        LocalDate from = nextMonth(command.stamp());
        BigDecimal rate = state.rateOn(from);
        BigDecimal share = rate.divide(BigDecimal.valueOf(members), 2, RoundingMode.HALF_UP);
        return Verdict.happens(
                new BenefitEvent.ShareStopped(
                        state.id(),
                        state.subject(),
                        command.member(),
                        share,
                        rate.subtract(share),
                        members - 1,
                        from,
                        notice.reason(),
                        notice.rule(),
                        notice.servedOn(),
                        notice.remedies(calendar),
                        Granting.reviewDue(command.stamp().day(), state.reviewEvery(), calendar)));
    }

    /** Changes hold from the month after the act. */
    private static LocalDate nextMonth(Stamp stamp) {
        return stamp.day().withDayOfMonth(1).plusMonths(1);
    }
}
