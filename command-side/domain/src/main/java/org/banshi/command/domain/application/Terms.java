package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.banshi.catalogue.Limit;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Last days from an item's limits. The day of the event is not counted; where several limits apply,
 * all bind, so the earliest last day counts (domain rules §1.1).
 */
final class Terms {

    private static final String WHOLE_CASE = "overall";
    private static final String SUPPLEMENT = "supplement";

    private Terms() {}

    /**
     * Promised or statutory last day of a case that counts from {@code from} and stood still during
     * {@code pauses}.
     */
    static @Nullable DueDate ofCase(
            ServiceDefinition definition,
            RegionCode region,
            LocalDate from,
            List<OpenStages.Pause> pauses,
            WorkingCalendar calendar) {
        DueDate promised = of(definition, WHOLE_CASE, region, from, pauses, calendar);
        DueDate statutory =
                definition
                        .statutoryLimit(region, from)
                        .map(limit -> of(limit, from, pauses, calendar))
                        .orElse(null);
        return earliest(promised, statutory);
    }

    /**
     * Last day of a stage that begins on {@code day} and stands still during {@code pauses}, by its
     * own limit alone.
     */
    static @Nullable DueDate ofStage(
            ServiceDefinition definition,
            String step,
            RegionCode region,
            LocalDate day,
            List<OpenStages.Pause> pauses,
            WorkingCalendar calendar) {
        return of(definition, step, region, day, pauses, calendar);
    }

    /** Until when the applicant is asked to supplement; null where the item sets no limit. */
    static @Nullable DueDate ofSupplement(
            ServiceDefinition definition,
            RegionCode region,
            LocalDate day,
            WorkingCalendar calendar) {
        return of(definition, SUPPLEMENT, region, day, List.of(), calendar);
    }

    /** Last day for the first word on papers; null where the item has no acceptance. */
    static @Nullable DueDate ofReceiving(
            ServiceDefinition definition, LocalDate received, WorkingCalendar calendar) {
        return definition
                .receiving()
                .map(receiving -> of(receiving.limit(), received, List.of(), calendar))
                .orElse(null);
    }

    /** A last day moved on; once provisional it stays so. */
    static DueDate after(DueDate due, int amount, TermUnit unit, WorkingCalendar calendar) {
        DueDate moved = calendar.due(due.day(), amount, unit);
        return new DueDate(moved.day(), moved.provisional() || due.provisional());
    }

    /**
     * A last day moved on by a pause: by its days where the whole case's limit, which counts from
     * {@code from}, is in days, else by its working days.
     */
    static DueDate without(
            OpenStages.Pause pause,
            DueDate due,
            ServiceDefinition definition,
            RegionCode region,
            LocalDate from,
            WorkingCalendar calendar) {
        boolean inDays =
                definition
                        .limit(WHOLE_CASE, region, from)
                        .or(() -> definition.statutoryLimit(region, from))
                        .map(limit -> limit.unit() == TermUnit.CALENDAR_DAYS)
                        .orElse(false);
        if (inDays) {
            int days = (int) ChronoUnit.DAYS.between(pause.from(), pause.until());
            return days == 0 ? due : after(due, days, TermUnit.CALENDAR_DAYS, calendar);
        }
        int stood = calendar.workingDaysBetween(pause.from(), pause.until());
        return stood == 0 ? due : after(due, stood, TermUnit.WORKING_DAYS, calendar);
    }

    static @Nullable DueDate earliest(@Nullable DueDate one, @Nullable DueDate other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : one.earlier(other);
    }

    private static @Nullable DueDate of(
            ServiceDefinition definition,
            String step,
            RegionCode region,
            LocalDate day,
            List<OpenStages.Pause> pauses,
            WorkingCalendar calendar) {
        return definition
                .limit(step, region, day)
                .map(limit -> of(limit, day, pauses, calendar))
                .orElse(null);
    }

    /** What stood still is left out in the limit's own unit: working days, or days. */
    private static DueDate of(
            Limit limit, LocalDate from, List<OpenStages.Pause> pauses, WorkingCalendar calendar) {
        DueDate due;
        if (limit.unit() == TermUnit.WORKING_DAYS) {
            int stood =
                    pauses.stream()
                            .mapToInt(it -> calendar.workingDaysBetween(it.from(), it.until()))
                            .sum();
            due = calendar.due(from, limit.amount() + stood, limit.unit());
        } else {
            long stood =
                    pauses.stream()
                            .mapToLong(it -> ChronoUnit.DAYS.between(it.from(), it.until()))
                            .sum();
            due = calendar.due(from.plusDays(stood), limit.amount(), limit.unit());
        }
        return new DueDate(due.day(), due.provisional() || limit.provisional());
    }
}
