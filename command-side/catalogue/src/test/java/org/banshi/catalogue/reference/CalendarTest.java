package org.banshi.catalogue.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.banshi.command.contract.application.TermUnit.CALENDAR_DAYS;
import static org.banshi.command.contract.application.TermUnit.WORKING_DAYS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.banshi.catalogue.InvalidPackageException;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real calendars of {@code bpmn/calendars}, by the worked examples A of the field. */
class CalendarTest {

    private static final WorkingCalendar CALENDAR =
            YamlReferenceData.readCalendar(Path.of("../../bpmn/calendars"));

    @Test
    void three_working_days_step_over_the_spring_festival_A1() {
        assertThat(CALENDAR.due(LocalDate.of(2026, 2, 13), 3, WORKING_DAYS))
                .isEqualTo(new DueDate(LocalDate.of(2026, 2, 25), false));
    }

    @Test
    void a_public_notice_that_ends_on_a_holiday_ends_on_the_next_working_day_A3() {
        assertThat(CALENDAR.due(LocalDate.of(2026, 9, 24), 7, CALENDAR_DAYS))
                .isEqualTo(new DueDate(LocalDate.of(2026, 10, 8), false));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-20, true",
        "2026-09-27, false",
        "2026-10-10, true",
        "2026-01-02, false",
        "2026-02-14, true",
        "2026-05-04, false",
        "2026-05-09, true"
    })
    void knows_days_off_and_make_up_days_A5(LocalDate day, boolean working) {
        assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({"2025, 248", "2026, 248"})
    void counts_the_working_days_of_a_year_A6(int year, int days) {
        assertThat(
                        CALENDAR.workingDaysBetween(
                                LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
    }

    @Test
    void a_term_that_crosses_into_a_year_not_announced_is_provisional_A8() {
        assertThat(CALENDAR.isAnnounced(2027)).isFalse();
        assertThat(CALENDAR.due(LocalDate.of(2026, 12, 28), 10, WORKING_DAYS))
                .isEqualTo(new DueDate(LocalDate.of(2027, 1, 12), true));
    }

    @ParameterizedTest
    @CsvSource({"2025", "2026", "2027"})
    void every_year_has_thirteen_statutory_holidays(int year) throws IOException {
        String file = "calendars/" + year + ".yaml";
        Findings findings = new Findings();

        assertThat(
                        new CalendarReader(file, findings)
                                .read(Files.readAllBytes(Path.of("../../bpmn", file)))
                                .statutory())
                .hasSize(13);
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void tells_where_a_calendar_is_wrong(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("2026.yaml"),
                """
                year: 2026
                announced: true
                source: notice
                off:
                  - {from: 2026-01-03, to: 2026-01-01}
                makeUp:
                  - 2026-02-30
                statutory:
                  - 2025-01-01
                """);

        assertThatThrownBy(() -> YamlReferenceData.readCalendar(folder))
                .isInstanceOf(InvalidPackageException.class)
                .hasMessageContaining("calendars/2026.yaml:5: the block ends before it begins")
                .hasMessageContaining("calendars/2026.yaml:7: not a date")
                .hasMessageContaining("calendars/2026.yaml:9: a day of another year");
    }
}
