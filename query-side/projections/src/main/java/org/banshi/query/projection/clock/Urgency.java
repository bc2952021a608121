package org.banshi.query.projection.clock;

import java.time.LocalDate;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.query.contract.page.BadQueryException;
import org.banshi.query.projection.sql.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What is late today, and what soon will be: the one place, for lists, counts and marks.
 *
 * @param today the first day that is not late
 * @param soon the last day that is near: the third working day after today
 */
public record Urgency(LocalDate today, LocalDate soon) {

    public static final String OVERDUE = "overdue";
    public static final String SOON = "soon";

    private static final int WORKING_DAYS = 3;

    public static Urgency on(LocalDate today, WorkingCalendar calendar) {
        return new Urgency(today, calendar.due(today, WORKING_DAYS, TermUnit.WORKING_DAYS).day());
    }

    /** {@link #OVERDUE}, {@link #SOON}, or null where there is time, or no last day. */
    public @Nullable String of(@Nullable LocalDate due) {
        if (due == null || due.isAfter(soon)) {
            return null;
        }
        return due.isBefore(today) ? OVERDUE : SOON;
    }

    /**
     * The rows whose date in {@code column} is so urgent.
     *
     * @throws BadQueryException when there is no such word
     */
    public Condition is(String urgency, String column) {
        return switch (urgency) {
            case OVERDUE -> Condition.of(column + " < ?", today);
            case SOON -> Condition.of(column + " BETWEEN ? AND ?", today, soon);
            default -> throw new BadQueryException("due");
        };
    }
}
