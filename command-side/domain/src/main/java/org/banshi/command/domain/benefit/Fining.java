package org.banshi.command.domain.benefit;

import java.math.BigDecimal;
import java.util.Optional;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.benefit.BenefitCommand.CollectFine;
import org.banshi.command.contract.benefit.BenefitCommand.Fine;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.domain.verdict.Verdict;

/** Decides on fines for what was obtained by fraud (社会救助暂行办法 第六十八条; domain rules §2.5). */
final class Fining {

    /** The fine is from one to three times what was obtained. */
    private static final BigDecimal LEAST = BigDecimal.ONE;

    private static final BigDecimal MOST = BigDecimal.valueOf(3);

    /** 行政处罚法 67: days to pay, from the notice. */
    private static final int DAYS_TO_PAY = 15;

    private Fining() {}

    static Verdict fine(BenefitState state, Fine command, WorkingCalendar calendar) {
        if (command.times().compareTo(LEAST) < 0 || command.times().compareTo(MOST) > 0) {
            return Verdict.refused(BenefitRefusals.FINE_BOUNDS);
        }
        BigDecimal obtained = Amounts.cents(command.obtained());
        if (obtained.signum() <= 0 || obtained.compareTo(state.finable()) > 0) {
            return Verdict.refused(BenefitRefusals.FINE_WITHOUT_CLAIM);
        }
        if (command.toldOn().isAfter(command.noticeServedOn())) {
            return Verdict.refused(BenefitRefusals.FINE_UNTOLD);
        }
        Notice notice = new Notice(command.reason(), command.rule(), command.noticeServedOn());
        Optional<Refusal> problem = notice.problem(command.stamp());
        return problem.isPresent()
                ? Verdict.refused(problem.get())
                : Verdict.happens(
                        new BenefitEvent.Fined(
                                state.id(),
                                state.subject(),
                                obtained,
                                Amounts.cents(obtained.multiply(command.times())),
                                command.toldOn(),
                                command.defence(),
                                notice.reason(),
                                notice.rule(),
                                notice.servedOn(),
                                calendar.due(
                                        notice.servedOn(), DAYS_TO_PAY, TermUnit.CALENDAR_DAYS),
                                notice.remedies(calendar)));
    }

    /** The oldest of the amount that is open, and the whole of it: it is not paid in parts. */
    static Verdict collect(BenefitState state, CollectFine command) {
        BigDecimal paid = Amounts.cents(command.fine());
        if (state.openFines().wasPaid(paid, command.receipt().strip())) {
            return Verdict.refused(BenefitRefusals.FINE_RECEIPT_USED);
        }
        Optional<OpenFines.Fine> open = state.openFines().oldest(paid);
        if (open.isEmpty()) {
            return Verdict.refused(BenefitRefusals.NO_FINE);
        }
        boolean early = command.paidOn().isBefore(open.get().noticeServedOn());
        if (early || command.paidOn().isAfter(command.stamp().day())) {
            return Verdict.refused(BenefitRefusals.FINE_DAY);
        }
        if (command.receipt().isBlank()) {
            return Verdict.refused(BenefitRefusals.FINE_RECEIPT);
        }
        return Verdict.happens(
                new BenefitEvent.FineCollected(
                        state.id(),
                        state.subject(),
                        open.get().amount(),
                        command.paidOn(),
                        command.receipt().strip()));
    }
}
