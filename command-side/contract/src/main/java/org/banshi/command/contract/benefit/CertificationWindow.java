package org.banshi.command.contract.benefit;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;

/**
 * The days in which a person shows once a year that a benefit is still due to them (资格认定; of the
 * two disability subsidies 1 April to 20 June).
 *
 * @param opens the first day
 * @param until the last day
 */
public record CertificationWindow(LocalDate opens, LocalDate until) {

    /** 提醒: this many days before the last one. A parameter of the platform, in no rule. */
    private static final int REMINDED_DAYS = 20;

    /**
     * The window of a year.
     *
     * @param days first and last day, such as {@code 04-01/06-20}
     * @throws DateTimeParseException when they are no days
     */
    public static CertificationWindow of(String days, int year) {
        String[] ends = days.split("/", 2);
        String last = ends.length == 2 ? ends[1] : "";
        return new CertificationWindow(
                MonthDay.parse("--" + ends[0]).atYear(year),
                MonthDay.parse("--" + last).atYear(year));
    }

    /** When whoever was not certified yet is reminded of the last day. */
    public static LocalDate remindOn(LocalDate until) {
        return until.minusDays(REMINDED_DAYS);
    }

    /** The last day of a window that opens on {@code day}: nobody loses days by opening it late. */
    public LocalDate untilOpenedOn(LocalDate day) {
        LocalDate enough = day.plusDays(REMINDED_DAYS);
        return enough.isAfter(until) ? enough : until;
    }
}
