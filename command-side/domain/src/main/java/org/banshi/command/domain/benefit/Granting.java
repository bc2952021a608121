package org.banshi.command.domain.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.benefit.BenefitCommand.ConfirmAnew;
import org.banshi.command.contract.benefit.BenefitCommand.Grant;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on the beginning of a benefit. */
final class Granting {

    /** What the officer reads who verifies; amounts are yuan a month. */
    private static final String LESS = "重新申请后核定的金额为每月%s元，低于现在发放的金额，请核查是否减发。";

    private Granting() {}

    /** Nothing is paid for a month before the confirmation, but as arrears. */
    static Verdict grant(Grant command, WorkingCalendar calendar) {
        if (command.stamp().by().kind() == Actor.Kind.CITIZEN) {
            return Verdict.refused(BenefitRefusals.OFFICE_ONLY);
        }
        LocalDate first = command.firstMonth();
        LocalDate today = command.stamp().day();
        if (isNoFirstMonth(first, today)) {
            return Verdict.refused(BenefitRefusals.FIRST_MONTH);
        }
        if (Amounts.isNoAmount(command.monthlyAmount())
                || Amounts.isNoAmount(command.arrears())
                || Amounts.isNoAmount(command.standard())
                || isBelowOne(command.months())
                || isBelowOne(command.members())
                || isBelowOne(command.reviewEvery())) {
            return Verdict.refused(BenefitRefusals.AMOUNT);
        }
        Integer months = command.months();
        BenefitEvent.Granted granted =
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
                        command.reviewBy(),
                        Amounts.optionalCents(command.standard()));
        BenefitEvent certification = Certifying.first(granted, command.certification(), today);
        return certification == null
                ? Verdict.happens(granted)
                : Verdict.happens(granted, certification);
    }

    /** What runs goes on, at no less than before; less is for a verification to look into. */
    static Verdict confirmAnew(BenefitState state, ConfirmAnew command, WorkingCalendar calendar) {
        LocalDate first = command.firstMonth();
        LocalDate today = command.stamp().day();
        if (isNoFirstMonth(first, today)) {
            return Verdict.refused(BenefitRefusals.FIRST_MONTH);
        }
        if (Amounts.isNoAmount(command.monthlyAmount())
                || Amounts.isNoAmount(command.arrears())
                || Amounts.isNoAmount(command.standard())
                || isBelowOne(command.members())
                || isBelowOne(command.reviewEvery())) {
            return Verdict.refused(BenefitRefusals.AMOUNT);
        }
        BigDecimal running = state.rateOn(first);
        BigDecimal confirmed = Amounts.cents(command.monthlyAmount());
        boolean less = confirmed.compareTo(running) < 0;
        Integer every = command.reviewEvery() == null ? state.reviewEvery() : command.reviewEvery();
        List<Event> events = new ArrayList<>();
        events.add(
                new BenefitEvent.ConfirmedAnew(
                        state.id(),
                        state.subject(),
                        command.application(),
                        less ? running : confirmed,
                        first,
                        Amounts.optionalCents(command.arrears()),
                        every,
                        state.underReview() ? state.reviewDue() : reviewDue(today, every, calendar),
                        less ? state.standard() : Amounts.optionalCents(command.standard()),
                        less));
        Members.change(state, command.members()).ifPresent(events::add);
        if (less) {
            events.addAll(Verifying.report(state, LESS.formatted(confirmed), command.stamp()));
        }
        return new Verdict.Happens(events);
    }

    private static boolean isNoFirstMonth(LocalDate first, LocalDate today) {
        return first.getDayOfMonth() != 1 || first.isBefore(today.withDayOfMonth(1));
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
