package org.banshi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.decision.DecisionTables;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the shipped packages beside the minimum living allowance (domain rules §2). */
class SocialAssistanceTablesTest {

    private static final Catalogue CATALOGUE = DirectoryCatalogue.read(Path.of("../../bpmn"));
    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final LocalDate IN_2026 = LocalDate.of(2026, 9, 14);

    private final Map<String, @Nullable Object> facts = new HashMap<>();

    private Decision decide(String service, String decision, RegionCode region, LocalDate day) {
        Decision decided =
                CATALOGUE.current(service).orElseThrow().decide(decision, region, day, facts);
        Map<String, @Nullable Object> known = new HashMap<>(decided.outputs());
        known.put("outcome", decided.outcome());
        facts.put(decision, known);
        return decided;
    }

    private Decision decide(String service, String decision) {
        return decide(service, decision, TIANHE, IN_2026);
    }

    private void emergencyOf(String type) {
        facts.putAll(Map.of("type", type, "familySize", 3, "monthlyIncome", 4000));
        facts.put("sameCauseBefore", true);
    }

    private void assessed(String sameCause, boolean allowance) {
        facts.put(
                "assess",
                Map.of("sameCause", sameCause, "allowance", allowance, "months", 4, "people", 3));
    }

    @ParameterizedTest
    @CsvSource({"none, large", "with-reason, large", "without-reason, none"})
    void helps_again_for_the_same_cause_where_the_office_finds_a_good_reason(
            String found, String outcome) {
        emergencyOf("emergency");
        assessed(found, false);

        assertThat(decide("temporary-assistance", "amount").outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "spending, false, 17399.99, 89136.00, large",
        "spending, false, 17400.00, 89136.00, none",
        "spending, false, 4000.00, 89136.01, none",
        "spending, true, 17400.00, 89136.01, large",
        "emergency, false, 17400.00, 89136.01, large"
    })
    void tests_the_means_of_who_has_spent_too_much_unless_they_draw_an_allowance(
            String type, boolean allowance, String income, String assets, String outcome) {
        emergencyOf(type);
        assessed("none", allowance);
        facts.put(
                "informationCheck",
                Map.of(
                        "monthlyIncome", new BigDecimal(income),
                        "financialAssets", new BigDecimal(assets)));

        assertThat(decide("temporary-assistance", "amount").outcome()).isEqualTo(outcome);
    }

    /**
     * Who is tested is so against incomes and assets of which no rule gives the figure. All other
     * cities' help is marked for what it is reckoned by.
     */
    @ParameterizedTest
    @CsvSource({"spending, false, 4, true", "spending, false, 2, true", "spending, true, 4, false"})
    void once_shenzhen_confirms_its_standard_help_is_marked_for_the_means_that_were_tested(
            String type, boolean allowance, int months, boolean provisional) throws IOException {
        emergencyOf(type);
        facts.put(
                "assess",
                Map.of("sameCause", "none", "allowance", allowance, "months", months, "people", 1));
        facts.put("region", "440309");
        facts.put("day", "2026-03-12");
        facts.put("homeVisit", null);
        facts.put("informationCheck", null);
        String shipped =
                Files.readString(
                        Path.of("../../bpmn/services/temporary-assistance/assistance.dmn"));
        String confirmed =
                shipped.replaceFirst("(standard-rule-6-out-3\">\\s*<text>)true", "$1false");
        assertThat(confirmed).isNotEqualTo(shipped);
        DecisionTables tables =
                new DecisionTables(List.of(confirmed.getBytes(StandardCharsets.UTF_8)));

        Decision help = tables.decide("amount", facts);

        assertThat(help.outcome()).isEqualTo(months > 2 ? "large" : "small");
        assertThat(help.provisional()).isEqualTo(provisional);
    }

    private void destitute(String number, String income, int familySize) {
        facts.put("members", List.of(Map.of("role", "self", "identityNumber", number)));
        facts.put("familySize", familySize);
        facts.put("monthlyIncome", new BigDecimal(income));
        facts.put("financialAssets", new BigDecimal("3000"));
        facts.put("orphanAllowance", false);
        facts.put("workCapacityLost", false);
        facts.put("disabilityCategory", "none");
    }

    /** 2000 is above the standard of one, whoever lives in the same home. */
    @ParameterizedTest
    @CsvSource({"1237.99, eligible", "1238.00, means", "2000.00, means"})
    void compares_what_the_destitute_person_has_with_the_standard_of_one(
            String income, String outcome) {
        destitute("440106190503120625", income, 2);

        assertThat(decide("destitute-support", "eligibility").outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"1965-03-11, able", "1965-03-12, eligible", "1921-03-11, eligible"})
    void takes_the_age_from_the_identity_number(String day, String outcome) {
        destitute("440106190503120625", "900", 1);

        assertThat(
                        decide("destitute-support", "eligibility", TIANHE, LocalDate.parse(day))
                                .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"440106, eligible", "441802, able"})
    void knows_a_lost_capacity_to_work_in_guangzhou_alone(String region, String outcome) {
        destitute("440106190503120625", "900", 1);
        facts.put("workCapacityLost", true);

        assertThat(
                        decide(
                                        "destitute-support",
                                        "eligibility",
                                        new RegionCode(region),
                                        LocalDate.of(1950, 1, 1))
                                .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "440106, 2025-02-28, 2671.00",
        "440106, 2025-03-01, 2731.00",
        "440309, 2026-09-14, 3156.00",
        "441900, 2026-09-14, 2224.00",
        "441802, 2026-09-14, 2125.00"
    })
    void pays_for_care_by_the_minimum_wage_of_the_place_and_day_C20(
            String region, String day, BigDecimal monthly) {
        Map<String, Object> selfcare = new HashMap<>();
        List.of("eating", "dressing", "bed").forEach(it -> selfcare.put(it, true));
        List.of("toilet", "walking", "bathing").forEach(it -> selfcare.put(it, false));
        facts.put("selfcare", selfcare);

        Decision care =
                decide("destitute-support", "care", new RegionCode(region), LocalDate.parse(day));

        assertThat(new BigDecimal(String.valueOf(care.outputs().get("monthlyAmount"))))
                .isEqualByComparingTo(monthly);
    }

    /** One figure, whichever table needs it (rules §5.5). */
    @ParameterizedTest
    @CsvSource({
        "440106, 2300, 2500",
        "440309, 2360, 2520",
        "440402, 1900, 2080",
        "441900, 1900, 2080",
        "441302, 1720, 1850",
        "441802, 1620, 1750"
    })
    void every_package_has_the_same_minimum_wage(String city, String before, String since) {
        RegionCode region = new RegionCode(city);
        for (String service :
                List.of("minimum-living-allowance", "destitute-support", "labour-arbitration")) {
            assertThat(wage(service, region, LocalDate.of(2025, 2, 28))).isEqualTo(before);
            assertThat(wage(service, region, LocalDate.of(2025, 3, 1))).isEqualTo(since);
        }
    }

    private String wage(String service, RegionCode region, LocalDate day) {
        Map<String, Object> outputs = decide(service, "minimumWage", region, day).outputs();
        Object wage =
                outputs.containsKey("monthlyWage")
                        ? outputs.get("monthlyWage")
                        : outputs.get("monthlyMinimumWage");
        return new BigDecimal(String.valueOf(wage)).stripTrailingZeros().toPlainString();
    }

    @Test
    void every_package_has_the_same_living_standard_in_a_city() {
        for (String city : List.of("440106", "440309", "441900", "441802")) {
            assertThat(
                            List.of(
                                            "minimum-living-allowance",
                                            "destitute-support",
                                            "low-income-family",
                                            "temporary-assistance")
                                    .stream()
                                    .map(
                                            it ->
                                                    decide(
                                                                    it,
                                                                    "standard",
                                                                    new RegionCode(city),
                                                                    IN_2026)
                                                            .outputs()
                                                            .get("monthlyStandard"))
                                    .map(String::valueOf)
                                    .map(BigDecimal::new)
                                    .map(BigDecimal::stripTrailingZeros)
                                    .distinct())
                    .as(city)
                    .hasSize(1);
        }
    }

    private void family(String kind, String income) {
        facts.put("kind", kind);
        facts.put("familySize", 2);
        facts.put("monthlyIncome", new BigDecimal(income));
        facts.put("yearlySpending", new BigDecimal("60000"));
    }

    private void receives(@Nullable String category) {
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put("outcome", "ANSWERED");
        answer.put("category", category);
        facts.put("assistance", answer);
    }

    @ParameterizedTest
    @CsvSource({
        "none, eligible",
        "hardship, eligible",
        "minimum-living-allowance, excluded",
        "destitute-support, excluded",
        "orphan, excluded"
    })
    void a_family_in_hardship_may_become_marginal_but_none_with_a_monthly_benefit(
            String category, String outcome) {
        family("marginal", "3000");
        receives(category);

        assertThat(decide("low-income-family", "eligibility").outcome()).isEqualTo(outcome);
    }

    @Test
    void takes_silence_of_the_register_for_nothing_but_silence() {
        family("marginal", "3000");
        facts.put("assistance", Map.of("outcome", "NO_ANSWER"));

        assertThat(decide("low-income-family", "assistanceKnown").outcome()).isEqualTo("unknown");
        assertThat(decide("low-income-family", "eligibility").outcome()).isEqualTo("excluded");
        facts.put("check-assistance", Map.of("category", "none"));
        assertThat(decide("low-income-family", "eligibility").outcome()).isEqualTo("eligible");
    }
}
