package org.banshi.command.contract.calendar;

import java.time.LocalDate;

/**
 * The last day of a term.
 *
 * @param day the day at whose end the term ends, in Asia/Shanghai
 * @param provisional true when the term crosses into a year whose calendar is not loaded
 */
public record DueDate(LocalDate day, boolean provisional) {

    /** The earlier of the two; provisional when the chosen one is. */
    public DueDate earlier(DueDate other) {
        return other.day.isBefore(day) ? other : this;
    }
}
