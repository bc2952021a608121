package org.banshi.catalogue.points;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days on which years come full and what lies behind is spent. */
final class Turns {

    private Turns() {}

    /** Whether it was within so many years before {@code asOf}; ever where {@code within} is 0. */
    static boolean recent(@Nullable LocalDate day, LocalDate asOf, int within) {
        return day != null
                && !day.isAfter(asOf)
                && (within == 0 || !day.isBefore(asOf.minusYears(within)));
    }

    /**
     * Full years from {@code since} to {@code to}: one is full on the corresponding day, or on the
     * month's last where it has none (民法典 202; domain rules §1.1).
     */
    static long fullYears(LocalDate since, LocalDate to) {
        long years = ChronoUnit.YEARS.between(since, to);
        return Math.max(0, since.plusYears(years + 1).isAfter(to) ? years : years + 1);
    }

    /** The first day after {@code asOf} on which somebody born on {@code since} is a year older. */
    static LocalDate birthday(LocalDate since, LocalDate asOf) {
        long years = Math.max(0, ChronoUnit.YEARS.between(since, asOf));
        LocalDate next = since.plusYears(years + 1);
        // Of somebody born on 29 February, a year is full on 1 March.
        return ChronoUnit.YEARS.between(since, next) > years ? next : next.plusDays(1);
    }

    /** The next full year of {@code since}, unless it lies beyond {@code countedTo}. */
    static Stream<LocalDate> fullYear(Facts facts, LocalDate asOf) {
        LocalDate since = facts.day("since");
        LocalDate countedTo = facts.day("countedTo");
        return Stream.ofNullable(since)
                .map(it -> it.plusYears(fullYears(it, asOf) + 1))
                .filter(it -> countedTo == null || !it.isAfter(countedTo));
    }

    /** When a day that is ahead is reached, and when one behind counts no more. */
    static Stream<LocalDate> lapse(@Nullable LocalDate day, int within, LocalDate asOf) {
        if (day == null) {
            return Stream.empty();
        }
        if (day.isAfter(asOf)) {
            return Stream.of(day);
        }
        if (within == 0 || !recent(day, asOf, within)) {
            return Stream.empty();
        }
        LocalDate spent = day.plusYears(within).plusDays(1);
        return Stream.of(recent(day, spent, within) ? spent.plusDays(1) : spent);
    }
}
