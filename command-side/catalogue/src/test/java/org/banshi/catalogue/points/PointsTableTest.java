package org.banshi.catalogue.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.points.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real tables of {@code bpmn/points}, by the worked examples E of the field. */
class PointsTableTest {

    private static final PointsTables TABLES =
            YamlReferenceData.read(Path.of("../../bpmn")).pointsTables();
    private static final PointsTable GZ_2021 = TABLES.find("GZ-2021").orElseThrow();
    private static final LocalDate DAY = LocalDate.parse("2026-05-06");

    private final Map<String, FormData> items = new LinkedHashMap<>();

    @Test
    void adds_up_a_whole_account_E1() {
        claim("permit-years", "since", "2020-05-01");
        claim("rented-home", "since", "2022-05-01");
        claim("insurance", insured(72));
        claim("housing-fund", "fund", 60);
        claim("education", "level", "college");
        claim("blood", "days", List.of("2022-01-01", "2023-01-01", "2024-01-01"));
        claim(
                "volunteer",
                "rows",
                List.of(Map.of("year", 2024, "hours", 120), Map.of("year", 2025, "hours", 60)));
        claim("public-security-penalty", "days", List.of("2023-06-01"));

        Score score = aged(38);

        assertThat(score.base()).isEqualByComparingTo("168");
        assertThat(score.plus()).isEqualByComparingTo("30");
        assertThat(score.minus()).isEqualByComparingTo("10");
        assertThat(score.total()).isEqualByComparingTo("188");
        assertThat(score.settlement()).isEqualByComparingTo("188");
        assertThat(score.barred()).isFalse();
        assertThat(score.provisional()).isFalse();
    }

    @Test
    void stays_below_the_threshold_E3() {
        claim("permit-years", "since", "2022-05-01");
        claim("rented-home", "since", "2024-05-01");
        claim("insurance", insured(48));
        claim("education", "level", "secondary");

        Score score = aged(29);

        assertThat(score.base()).isEqualByComparingTo("112");
        assertThat(score.total()).isEqualByComparingTo("122");
    }

    @Test
    void never_falls_below_zero_E4() {
        claim("own-home", "holds", true);
        claim("public-security-penalty", "days", List.of("2023-06-01", "2024-06-01", "2025-06-01"));

        Score score = GZ_2021.score(items, DAY.minusYears(80), DAY);

        assertThat(score.base()).isEqualByComparingTo("20");
        assertThat(score.minus()).isEqualByComparingTo("30");
        assertThat(score.total()).isEqualByComparingTo("0");
    }

    @Test
    void marks_who_had_a_criminal_penalty_within_five_years_E8() {
        claim("own-home", "holds", true);
        claim("criminal-penalty", "days", List.of("2023-05-06"));

        assertThat(aged(30).barred()).isTrue();
        assertThat(aged(30).total()).as("no points are taken off").isEqualByComparingTo("50");

        claim("criminal-penalty", "days", List.of("2021-05-05"));
        assertThat(aged(30).barred()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"17, 0", "18, 30", "40, 30", "41, 28", "54, 2", "55, 0", "70, 0"})
    void takes_two_points_off_for_each_year_above_forty(int age, String points) {
        assertThat(aged(age).base()).isEqualByComparingTo(points);
    }

    /** "每增加一岁（含不满一岁）" can be read in two ways (domain rules §8.8). */
    @ParameterizedTest
    @CsvSource({"18, false", "40, false", "41, true", "54, true", "55, false"})
    void has_what_is_taken_off_above_forty_confirmed_later(int age, boolean provisional) {
        assertThat(aged(age).provisional()).isEqualTo(provisional);
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "31, 20", "41, 10", "45, 10", "46, 0"})
    void counted_age_in_bands_by_the_table_of_2018(int age, String points) {
        PointsTable table = TABLES.find("GZ-2018").orElseThrow();

        assertThat(table.score(Map.of(), DAY.minusYears(age), DAY).base())
                .isEqualByComparingTo(points);
    }

    @Test
    void counts_only_full_years_and_not_beyond_the_day_verified() {
        claim("permit-years", Map.of("since", "2020-05-07"));
        assertThat(aged(30).base()).isEqualByComparingTo("70");

        claim("permit-years", Map.of("since", "2020-05-06", "countedTo", "2025-05-06"));
        assertThat(aged(30).base()).isEqualByComparingTo("70");

        claim("permit-years", Map.of("since", "2020-05-06"));
        assertThat(aged(30).base()).isEqualByComparingTo("78");
    }

    @Test
    void counts_months_of_each_insurance_by_itself() {
        claim("insurance", Map.of("pension", 23, "medical", 24, "injury", 11));

        assertThat(aged(30).base()).isEqualByComparingTo("36");
    }

    @Test
    void counts_the_better_of_owning_and_renting() {
        claim("own-home", "holds", true);
        claim("rented-home", "since", "2025-05-06");
        assertThat(aged(30).base()).isEqualByComparingTo("50");
        assertThat(aged(30).lines()).extracting(it -> it.indicator()).doesNotContain("rented-home");

        claim("own-home", "holds", false);
        assertThat(aged(30).base()).isEqualByComparingTo("35");
        assertThat(aged(30).lines()).extracting(it -> it.indicator()).doesNotContain("own-home");
    }

    @Test
    void divides_a_patent_among_its_inventors_exactly() {
        claim(
                "patents",
                "rows",
                List.of(
                        Map.of("on", "2024-01-01", "among", 3),
                        Map.of("on", "2024-02-01", "among", 3),
                        Map.of("on", "2019-01-01", "among", 1)));
        assertThat(aged(30).plus()).isEqualByComparingTo("13.34");

        claim(
                "patents",
                "rows",
                List.of(
                        Map.of("on", "2024-01-01", "among", 1),
                        Map.of("on", "2024-02-01", "among", 1),
                        Map.of("on", "2024-02-02", "among", 1)));
        assertThat(aged(30).plus()).isEqualByComparingTo("40");
    }

    @Test
    void leaves_skill_out_of_the_subset_for_household_registration() {
        claim("skill", Map.of("level", "intermediate", "inTrade", true));

        assertThat(aged(30).total()).isEqualByComparingTo("55");
        assertThat(aged(30).settlement()).isEqualByComparingTo("30");
    }

    @Test
    void gives_a_hardship_trade_its_bonus_up_to_a_cap() {
        claim("hardship-trade", Map.of("holds", true, "since", "2023-05-06"));
        assertThat(aged(30).plus()).isEqualByComparingTo("25");

        claim("hardship-trade", Map.of("holds", true, "since", "2010-05-06"));
        assertThat(aged(30).plus()).isEqualByComparingTo("30");
    }

    @Test
    void guesses_no_figure_that_was_not_found() {
        claim("award", "holds", true);

        assertThat(aged(30).lines())
                .filteredOn(it -> it.indicator().equals("award"))
                .singleElement()
                .satisfies(it -> assertThat(it.points()).isNull());
        assertThat(aged(30).provisional()).isTrue();
    }

    @Test
    void marks_a_score_in_which_a_figure_to_be_confirmed_counts() {
        claim("tax", "amount", new BigDecimal("99999.99"));
        assertThat(aged(30).provisional()).isFalse();

        claim("tax", "amount", new BigDecimal("100000.00"));
        assertThat(aged(30).plus()).isEqualByComparingTo("20");
        assertThat(aged(30).provisional()).isTrue();
    }

    @Test
    void counts_nothing_of_what_was_erased() {
        claim("insurance", Map.of());

        assertThat(GZ_2021.score(items, null, DAY).total()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-11-15, GZ-2018, false",
        "2021-11-16, GZ-2021, false",
        "2026-11-16, GZ-2021, false",
        "2026-11-17, GZ-unconfirmed, true"
    })
    void chooses_the_table_by_the_day(LocalDate day, String version, boolean provisional) {
        PointsTable table = TABLES.on(day).orElseThrow();

        assertThat(table.version()).isEqualTo(version);
        assertThat(table.provisional()).isEqualTo(provisional);
    }

    @Test
    void goes_on_with_the_figures_of_2021_but_confirms_none_of_them() {
        PointsTable table = TABLES.find("GZ-unconfirmed").orElseThrow();
        claim("permit-years", "since", "2020-05-01");

        Score score = table.score(items, DAY.minusYears(30), DAY);

        assertThat(score.base()).isEqualByComparingTo("78");
        assertThat(score.provisional()).isTrue();
        assertThat(table.digest()).isNotEqualTo(GZ_2021.digest()).hasSize(64);
    }

    @Test
    void names_a_source_in_every_row() {
        assertThat(TABLES.all()).hasSize(3);
        assertThat(TABLES.all())
                .allSatisfy(
                        table ->
                                assertThat(table.indicators())
                                        .isNotEmpty()
                                        .allSatisfy(it -> assertThat(it.source()).isNotBlank()));
    }

    @Test
    void tells_what_is_wrong_with_a_table() {
        Findings findings = new Findings();
        String broken =
                """
                version: X
                name: {zh: 表, en: Table}
                from: soon
                source: somewhere
                indicators:
                  a: {group: top, name: {zh: 甲, en: A}, measure: guess, points: 1, source: s}
                  b: {group: base, name: {zh: 乙, en: B}, measure: events, points: many, source: s}
                """;

        PointsTableReader.read(
                Map.of("points/X.yaml", broken.getBytes(StandardCharsets.UTF_8)), findings);

        assertThat(findings.list())
                .extracting(it -> it.toString())
                .anyMatch(it -> it.contains("not a date"))
                .anyMatch(it -> it.contains("no such group"))
                .anyMatch(it -> it.contains("not a measure"))
                .anyMatch(it -> it.contains("not a number"));
    }

    private static Map<String, Object> insured(int months) {
        return Map.of(
                "pension",
                months,
                "medical",
                months,
                "unemployment",
                months,
                "injury",
                months,
                "maternity",
                months);
    }

    @Test
    void tells_the_day_on_which_time_will_change_a_score() {
        LocalDate birth = DAY.minusYears(38);
        claim("permit-years", "since", "2020-06-01");
        assertThat(GZ_2021.changesAfter(items, birth, DAY)).contains(day("2026-06-01"));

        claim("permit-years", Map.of("since", "2020-06-01", "countedTo", "2026-05-01"));
        claim("public-security-penalty", "days", List.of("2021-05-20", "2015-01-01"));
        assertThat(GZ_2021.changesAfter(items, birth, DAY)).contains(day("2026-05-21"));

        claim("public-security-penalty", "days", List.of());
        assertThat(GZ_2021.changesAfter(items, birth, DAY))
                .as("on the 41st birthday, not before")
                .contains(day("2029-05-06"));

        assertThat(GZ_2021.changesAfter(items, DAY.minusYears(90), DAY)).isEmpty();
    }

    @Test
    void tells_that_another_table_comes() {
        assertThat(TABLES.changesAfter(GZ_2021, items, DAY.minusYears(38), DAY))
                .contains(day("2026-11-17"));
    }

    @Test
    void tells_that_a_newer_table_begins_before_this_one_ends_and_that_it_ends_again() {
        PointsTable newer =
                new PointsTable(
                        "GZ-2026",
                        "d",
                        GZ_2021.name(),
                        day("2026-05-20"),
                        day("2026-07-31"),
                        false,
                        "",
                        GZ_2021.indicators());
        PointsTables tables = new PointsTables(List.of(GZ_2021, newer));
        LocalDate birth = DAY.minusYears(38);

        assertThat(tables.changesAfter(GZ_2021, items, birth, DAY)).contains(day("2026-05-20"));
        assertThat(tables.changesAfter(newer, items, birth, day("2026-05-20")))
                .contains(day("2026-08-01"));
        assertThat(tables.changesAfter(GZ_2021, items, birth, day("2026-08-01")))
                .as("then time alone, on the 41st birthday")
                .contains(day("2029-05-06"));
    }

    @Test
    void fills_a_year_from_the_29th_of_february_on_the_last_of_february() {
        claim("permit-years", "since", "2020-02-29");
        LocalDate born = day("1940-01-01");

        assertThat(GZ_2021.changesAfter(items, born, day("2025-02-27")))
                .contains(day("2025-02-28"));
        assertThat(GZ_2021.score(items, born, day("2025-02-27")).base()).isEqualByComparingTo("32");
        assertThat(GZ_2021.score(items, born, day("2025-02-28")).base()).isEqualByComparingTo("40");
        assertThat(GZ_2021.changesAfter(items, born, day("2027-02-28")))
                .contains(day("2028-02-29"));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private void claim(String indicator, String fact, Object value) {
        claim(indicator, Map.of(fact, value));
    }

    private void claim(String indicator, Map<String, Object> facts) {
        items.put(indicator, new FormData(facts));
    }

    private Score aged(int years) {
        return GZ_2021.score(items, DAY.minusYears(years), DAY);
    }
}
