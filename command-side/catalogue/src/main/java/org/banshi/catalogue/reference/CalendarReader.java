package org.banshi.catalogue.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.YamlSource;
import org.banshi.command.contract.calendar.WorkingCalendar.Year;
import org.jspecify.annotations.Nullable;

/** Reads {@code calendars/<year>.yaml}. */
final class CalendarReader {

    private final String file;
    private final int year;
    private final Findings findings;

    CalendarReader(String file, Findings findings) {
        this.file = file;
        this.year = Integer.parseInt(file.replaceAll("\\D", ""));
        this.findings = findings;
    }

    int year() {
        return year;
    }

    Year read(byte[] bytes) {
        Fields fields = new Fields(YamlSource.read(file, bytes, findings), findings);
        if (fields.integer("year") != year) {
            findings.add(fields.at().nearest("year"), "not the file's year", "Write " + year);
        }
        fields.text("source");
        Set<LocalDate> off = new LinkedHashSet<>();
        fields.items("off", this::range)
                .forEach(range -> range[0].datesUntil(range[1].plusDays(1)).forEach(off::add));
        Year read =
                new Year(
                        fields.flag("announced", false),
                        off,
                        days(fields, "makeUp"),
                        days(fields, "statutory"));
        fields.done();
        return read;
    }

    private Set<LocalDate> days(Fields fields, String key) {
        Set<LocalDate> days = new LinkedHashSet<>();
        fields.items(key, at -> day(at, at.text())).forEach(day -> day.ifPresent(days::add));
        return days;
    }

    private LocalDate[] range(Located at) {
        Fields fields = new Fields(at, findings);
        Optional<LocalDate> from = day(at, fields.text("from"));
        Optional<LocalDate> to = day(at, fields.text("to"));
        fields.done();
        LocalDate first = from.orElse(LocalDate.of(year, 1, 1));
        LocalDate last = to.orElse(first);
        if (last.isBefore(first)) {
            findings.add(at, "the block ends before it begins", "Write the earlier day as from");
            last = first;
        }
        return new LocalDate[] {first, last};
    }

    private Optional<LocalDate> day(Located at, @Nullable String text) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text);
            if (day.getYear() == year) {
                return Optional.of(day);
            }
            findings.add(at, "a day of another year", "Move it to that year's file");
        } catch (DateTimeException wrong) {
            findings.add(at, "not a date", "Write it like " + year + "-10-01");
        }
        return Optional.empty();
    }
}
