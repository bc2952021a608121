package org.banshi.command.domain.benefit;

import java.time.LocalDate;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.benefit.BenefitCommand.Grant;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on the beginning of a benefit. */
final class Granting {

    private Granting() {}

    /** Nothing is paid for a month before the confirmation, but as arrears. */
    static Verdict grant(Grant command, WorkingCalendar calendar) {
        if (command.stamp().by().kind() == Actor.Kind.CITIZEN) {
            return Verdict.refused(BenefitRefusals.OFFICE_ONLY);
        }
        LocalDate first = command.firstMonth();
        LocalDate today = command.stamp().day();
        if (first.getDayOfMonth() != 1 || first.isBefore(today.withDayOfMonth(1))) {
            return Verdict.refused(BenefitRefusals.FIRST_MONTH);
        }
        if (Amounts.isNoAmount(command.monthlyAmount())
                || Amounts.isNoAmount(command.arrears())
                || isBelowOne(command.months())
                || isBelowOne(command.members())
                || isBelowOne(command.reviewEvery())) {
            return Verdict.refused(BenefitRefusals.AMOUNT);
        }
        Integer months = command.months();
        return Verdict.happens(
                new BenefitEvent.Granted(
                        command.benefit(),
                        command.person(),
                        command.application(),
                        command.service(),
                        command.region(),
                        command.kind(),
                        Amounts.cents(command.monthlyAmount()),
                        first,
                        Amounts.optionalCents(command.arrears()),
                        months == null ? null : first.plusMonths(months - 1L),
                        command.members(),
                        command.reviewEvery(),
                        reviewDue(today, command.reviewEvery(), calendar),
                        command.reviewBy()));
    }

    /** The next verification, counted from {@code day}; null where none falls due. */
    static @Nullable DueDate reviewDue(
            LocalDate day, @Nullable Integer every, WorkingCalendar calendar) {
        return every == null ? null : calendar.due(day, every, TermUnit.MONTHS);
    }

    private static boolean isBelowOne(@Nullable Integer number) {
        return number != null && number < 1;
    }
}
