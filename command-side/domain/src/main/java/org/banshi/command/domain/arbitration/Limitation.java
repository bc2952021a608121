package org.banshi.command.domain.arbitration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** What the family knows before anything was done: the group's size, and until when to claim. */
final class Limitation {

    private static final int MONTHS = 12;

    /** 办案规则 74: from the day on which the settlement took effect. */
    private static final int DAYS_TO_CONFIRM = 15;

    private Limitation() {}

    /**
     * The facts of {@code dispute}: {@code claimants}, how many; {@code lastDay}, until when the
     * application may come, null where no time runs; {@code mixed}, whether pay is claimed beside
     * something else, and then {@code payLastDay}, until when that may be, null where no time runs.
     */
    static Map<String, @Nullable Object> facts(Filed filed, WorkingCalendar calendar) {
        LocalDate lastDay = lastDay(filed, calendar);
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("claimants", 1 + filed.members().size());
        facts.put("lastDay", lastDay == null ? null : lastDay.toString());
        boolean mixed = !onlyPay(filed) && kinds(filed).contains(ClaimKind.PAY);
        LocalDate payLastDay =
                mixed ? yearAfter(from(filed, ArbitrationWords.LEFT_ON), calendar) : null;
        facts.put("mixed", mixed);
        facts.put("payLastDay", payLastDay == null ? null : payLastDay.toString());
        return facts;
    }

    /** Of a dispute; or of the joint request to have a settlement confirmed (审查确认). */
    private static @Nullable LocalDate lastDay(Filed filed, WorkingCalendar calendar) {
        LocalDate settled = filed.day(ArbitrationWords.EFFECTIVE_ON);
        if (settled != null) {
            return calendar.due(settled, DAYS_TO_CONFIRM, TermUnit.CALENDAR_DAYS).day();
        }
        return yearAfter(
                from(filed, onlyPay(filed) ? ArbitrationWords.LEFT_ON : ArbitrationWords.KNEW_ON),
                calendar);
    }

    private static @Nullable LocalDate yearAfter(
            @Nullable LocalDate from, WorkingCalendar calendar) {
        return from == null ? null : calendar.due(from, MONTHS, TermUnit.MONTHS).day();
    }

    private static List<ClaimKind> kinds(Filed filed) {
        return filed.claims().stream().map(Filed.Claim::kind).toList();
    }

    private static boolean onlyPay(Filed filed) {
        List<ClaimKind> kinds = kinds(filed);
        return !kinds.isEmpty() && kinds.stream().allMatch(ClaimKind.PAY::equals);
    }

    /**
     * One year from knowing, or from when that year was broken last (劳动争议调解仲裁法 27). For unpaid
     * wages no time runs while the relation lasts, and one year from its end.
     */
    private static @Nullable LocalDate from(Filed filed, String day) {
        LocalDate broken = filed.day(ArbitrationWords.BROKEN_ON);
        LocalDate start = filed.day(day);
        return start != null && broken != null && broken.isAfter(start) ? broken : start;
    }
}
