package org.banshi.command.contract.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.TermUnit;

/**
 * Working days by the State Council's yearly notices: Monday to Friday and not off, or a make-up
 * day. A year whose notice is not loaded knows only its statutory days, and whatever crosses into
 * it is provisional.
 */
public final class WorkingCalendar {

    /**
     * One year of the calendar.
     *
     * @param announced whether the year's notice is loaded
     * @param off days off, weekends inside a block included
     * @param makeUp working days on a weekend
     * @param statutory the statutory holidays (300 % overtime)
     */
    public record Year(
            boolean announced,
            Set<LocalDate> off,
            Set<LocalDate> makeUp,
            Set<LocalDate> statutory) {}

    private final Map<Integer, Year> years;

    public WorkingCalendar(Map<Integer, Year> years) {
        this.years = Map.copyOf(years);
    }

    /** Whether people work on {@code day}. */
    public boolean isWorkingDay(LocalDate day) {
        Year year = years.get(day.getYear());
        boolean weekday =
                day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        if (year == null) {
            return weekday;
        }
        return year.makeUp().contains(day)
                || weekday && !year.off().contains(day) && !year.statutory().contains(day);
    }

    /** Whether {@code day} is one of the year's statutory holidays (法定休假日). */
    public boolean isStatutory(LocalDate day) {
        Year year = years.get(day.getYear());
        return year != null && year.statutory().contains(day);
    }

    /** Whether the year's notice is loaded. */
    public boolean isAnnounced(int year) {
        Year known = years.get(year);
        return known != null && known.announced();
    }

    /**
     * The last day of a term. The day of the event is not counted (民法典 201); a term in calendar
     * days or months that ends on a day off ends on the next working day (民法典 203); a month without
     * the corresponding day ends on its last (民法典 202).
     */
    public DueDate due(LocalDate event, int amount, TermUnit unit) {
        LocalDate last =
                switch (unit) {
                    case WORKING_DAYS -> plusWorkingDays(event, amount);
                    case CALENDAR_DAYS -> nextWorkingDay(event.plusDays(amount));
                    case MONTHS -> nextWorkingDay(event.plusMonths(amount));
                };
        return new DueDate(last, !isAnnounced(last.getYear()) || !isAnnounced(event.getYear()));
    }

    /** Working days after {@code from} up to and including {@code to}. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += isWorkingDay(day) ? 1 : 0;
        }
        return days;
    }

    private LocalDate plusWorkingDays(LocalDate event, int amount) {
        LocalDate day = event;
        for (int counted = 0; counted < amount; ) {
            day = day.plusDays(1);
            counted += isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
