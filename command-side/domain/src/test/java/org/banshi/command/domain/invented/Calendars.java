package org.banshi.command.domain.invented;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.command.contract.calendar.WorkingCalendar;

/** The State Council's notice for 2026 (domain rules §1.5); 2027 knows its first day only. */
public final class Calendars {

    private Calendars() {}

    public static WorkingCalendar of2026() {
        Set<LocalDate> off = new HashSet<>();
        off.addAll(days("2026-01-01", "2026-01-03"));
        off.addAll(days("2026-02-15", "2026-02-23"));
        off.addAll(days("2026-04-04", "2026-04-06"));
        off.addAll(days("2026-05-01", "2026-05-05"));
        off.addAll(days("2026-06-19", "2026-06-21"));
        off.addAll(days("2026-09-25", "2026-09-27"));
        off.addAll(days("2026-10-01", "2026-10-07"));
        Set<LocalDate> makeUp =
                Stream.of(
                                "2026-01-04",
                                "2026-02-14",
                                "2026-02-28",
                                "2026-05-09",
                                "2026-09-20",
                                "2026-10-10")
                        .map(LocalDate::parse)
                        .collect(Collectors.toSet());
        Map<Integer, WorkingCalendar.Year> years = new HashMap<>();
        years.put(2026, new WorkingCalendar.Year(true, off, makeUp, Set.of()));
        years.put(
                2027,
                new WorkingCalendar.Year(
                        false, Set.of(), Set.of(), Set.of(LocalDate.parse("2027-01-01"))));
        return new WorkingCalendar(years);
    }

    private static Set<LocalDate> days(String first, String last) {
        return LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .collect(Collectors.toSet());
    }
}
