package org.banshi.app.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.app.calculator.Overtime.Arrangement.COMPREHENSIVE;
import static org.banshi.app.calculator.Overtime.Arrangement.FLEXIBLE;
import static org.banshi.app.calculator.Overtime.Arrangement.STANDARD;
import static org.banshi.app.calculator.Overtime.DayKind.HOLIDAY;
import static org.banshi.app.calculator.Overtime.DayKind.REST_DAY;
import static org.banshi.app.calculator.Overtime.DayKind.WORKDAY;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.app.Shipped;
import org.banshi.app.calculator.Overtime.DayKind;
import org.banshi.app.calculator.Overtime.Line;
import org.banshi.app.calculator.Overtime.Result;
import org.banshi.app.calculator.Overtime.Worked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overtime pay by the published rates and calendars (domain rules §6.1, example G1). */
class OvertimeTest {

    private static final BigDecimal MONTHLY = new BigDecimal("6525");

    private final Overtime overtime =
            new Overtime(
                    OvertimeRates.read(Path.of("../bpmn/calculators/overtime.yaml")),
                    Shipped.catalogue().reference().calendar());

    @Test
    void g1_pays_one_and_a_half_two_and_three_times() {
        Result result =
                overtime.ofHours(
                        MONTHLY,
                        STANDARD,
                        Map.of(
                                WORKDAY, new BigDecimal("10"),
                                REST_DAY, new BigDecimal("8"),
                                HOLIDAY, new BigDecimal("8")),
                        LocalDate.parse("2026-05-31"));

        assertThat(result.hourly()).isEqualByComparingTo("37.5");
        assertThat(result.lines())
                .extracting(Line::pay)
                .containsExactly(
                        new BigDecimal("562.50"),
                        new BigDecimal("600.00"),
                        new BigDecimal("900.00"));
        assertThat(result.total()).isEqualTo("2062.50");
        assertThat(result.warnings()).isEmpty();
        assertThat(result.provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-20, WORKDAY",
        "2026-09-19, REST_DAY",
        "2026-09-25, HOLIDAY",
        "2026-09-26, REST_DAY",
        "2026-10-03, HOLIDAY",
        "2026-10-04, REST_DAY",
        "2026-10-08, WORKDAY"
    })
    void knows_what_a_day_is_by_the_years_notice(LocalDate day, DayKind kind) {
        assertThat(overtime.kind(day)).isEqualTo(kind);
    }

    @Test
    void pays_nothing_for_a_rest_day_with_time_off_but_a_holiday_all_the_same() {
        Result result =
                overtime.ofDays(
                        MONTHLY,
                        STANDARD,
                        List.of(worked("2026-09-26", "3", true), worked("2026-10-01", "3", true)));

        assertThat(result.lines())
                .containsExactly(
                        new Line(
                                HOLIDAY,
                                new BigDecimal("3"),
                                new BigDecimal("3"),
                                new BigDecimal("337.50")));
    }

    @Test
    void rounds_each_line_and_not_the_hour() {
        Result result =
                overtime.ofHours(
                        new BigDecimal("5000"),
                        STANDARD,
                        Map.of(WORKDAY, BigDecimal.ONE, REST_DAY, BigDecimal.ONE),
                        LocalDate.parse("2026-05-31"));

        assertThat(result.hourly()).isEqualTo("28.7356");
        assertThat(result.lines())
                .extracting(Line::pay)
                .containsExactly(new BigDecimal("43.10"), new BigDecimal("57.47"));
        assertThat(result.total()).isEqualTo("100.57");
    }

    @Test
    void pays_what_exceeds_a_period_at_one_and_a_half_and_holidays_at_three() {
        Result result =
                overtime.ofHours(
                        MONTHLY,
                        COMPREHENSIVE,
                        Map.of(REST_DAY, new BigDecimal("8"), HOLIDAY, new BigDecimal("8")),
                        LocalDate.parse("2026-05-31"));

        assertThat(result.total()).isEqualTo("1350.00");
    }

    @Test
    void knows_no_national_overtime_for_flexible_hours() {
        assertThat(
                        overtime.ofHours(
                                        MONTHLY,
                                        FLEXIBLE,
                                        Map.of(HOLIDAY, new BigDecimal("8")),
                                        LocalDate.parse("2026-05-31"))
                                .total())
                .isEqualTo("0.00");
    }

    @Test
    void warns_of_more_than_three_hours_a_day_and_thirty_six_a_month() {
        assertThat(
                        overtime.ofDays(
                                        MONTHLY,
                                        STANDARD,
                                        List.of(worked("2026-09-21", "4", false)))
                                .warnings())
                .hasSize(1);
        assertThat(
                        overtime.ofHours(
                                        MONTHLY,
                                        STANDARD,
                                        Map.of(WORKDAY, new BigDecimal("36.5")),
                                        LocalDate.parse("2026-05-31"))
                                .warnings())
                .hasSize(1);
    }

    @Test
    void is_provisional_where_the_calendar_is() {
        assertThat(
                        overtime.ofDays(
                                        MONTHLY,
                                        STANDARD,
                                        List.of(worked("2027-03-01", "1", false)))
                                .provisional())
                .isTrue();
    }

    private static Worked worked(String day, String hours, boolean lieu) {
        return new Worked(LocalDate.parse(day), new BigDecimal(hours), lieu);
    }
}
