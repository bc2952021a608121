package org.banshi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of the shipped package, by the rows and examples of the field (domain rules §3.4–3.5).
 */
class DisabilitySubsidyTest {

    private static final ServiceDefinition SERVICE =
            DirectoryCatalogue.read(Path.of("../../bpmn"))
                    .current("disability-subsidy")
                    .orElseThrow();
    private static final LocalDate IN_2025 = LocalDate.of(2025, 5, 6);

    private final Map<String, @Nullable Object> facts = new HashMap<>();

    @BeforeEach
    void asksForBoth() {
        facts.put("wanted", "both");
        facts.put("military", "none");
        facts.put("givesUpOther", false);
        registered("440106");
        certificate("valid", "PHYSICAL", 2);
        assistance("none");
        allowances(false, false, "none");
    }

    @ParameterizedTest
    @CsvSource({
        "minimum-living, VISION, 1, both",
        "marginal, PHYSICAL, 2, both",
        "minimum-living, INTELLECTUAL, 3, both",
        "marginal, MENTAL, 4, both",
        "minimum-living, PHYSICAL, 3, living",
        "marginal, HEARING, 4, living",
        "none, SPEECH, 2, nursing",
        "none, INTELLECTUAL, 3, nursing",
        "none, MENTAL, 4, nursing",
        "none, PHYSICAL, 3, none",
        "none, VISION, 4, none",
        "destitute, PHYSICAL, 1, none",
        "destitute, MENTAL, 3, none",
        "spending-hardship, PHYSICAL, 4, none"
    })
    void awards_by_household_category_and_level_D1_D2_D4(
            String household, String category, int level, String award) {
        assistance(household);
        certificate("valid", category, level);

        assertThat(award("440106").outcome()).isEqualTo(award);
    }

    @ParameterizedTest
    @CsvSource({"HEARING, 1, both", "PHYSICAL, 4, living"})
    void awards_the_living_subsidy_for_spending_hardship_in_shenzhen_only(
            String category, int level, String award) {
        assistance("spending-hardship");
        certificate("valid", category, level);

        assertThat(award("440305").outcome()).isEqualTo(award);
    }

    @ParameterizedTest
    @CsvSource({
        "430102, valid, not-registered",
        "440106, expired, no-valid-certificate",
        "440106, frozen, no-valid-certificate",
        "440106, lost-reported, no-valid-certificate"
    })
    void awards_nothing_without_registration_and_a_valid_certificate(
            String region, String status, String reason) {
        registered(region);
        certificate(status, "PHYSICAL", 1);
        assistance("minimum-living");

        Decision award = award("440106");

        assertThat(award.outcome()).isEqualTo("none");
        assertThat(award.outputs()).containsEntry("reason", reason);
    }

    @ParameterizedTest
    @CsvSource({"minimum-living, both", "none, nursing"})
    void takes_a_disabled_soldiers_certificate_for_a_severe_disability(
            String household, String award) {
        facts.put("certificate", Map.of("outcome", "UNKNOWN_PERSON"));
        facts.put("military", "4");
        assistance(household);

        assertThat(award("440106").outcome()).isEqualTo(award);
    }

    @ParameterizedTest
    @CsvSource({
        "minimum-living, 1, true, false, none, none",
        "minimum-living, 1, false, true, none, nursing",
        "minimum-living, 4, false, true, none, none",
        "minimum-living, 1, false, false, nursing, living",
        "minimum-living, 1, false, false, living, nursing",
        "none, 1, false, false, nursing, none"
    })
    void leaves_out_what_another_allowance_excludes(
            String household,
            int level,
            boolean injury,
            boolean orphan,
            String similar,
            String award) {
        assistance(household);
        certificate("valid", "PHYSICAL", level);
        allowances(injury, orphan, similar);

        assertThat(award("440106").outcome()).isEqualTo(award);
    }

    @ParameterizedTest
    @CsvSource({"nursing, both", "living, both"})
    void awards_what_is_chosen_instead_of_a_similar_allowance(String similar, String award) {
        assistance("minimum-living");
        allowances(false, false, similar);
        facts.put("givesUpOther", true);

        assertThat(award("440106").outcome()).isEqualTo(award);
    }

    @ParameterizedTest
    @CsvSource({"living, living", "nursing, nursing"})
    void awards_no_more_than_was_asked_for(String wanted, String award) {
        assistance("minimum-living");
        facts.put("wanted", wanted);

        assertThat(award("440106").outcome()).isEqualTo(award);
    }

    @ParameterizedTest
    @CsvSource({
        "440106, 2021-03-01, none, 181, 243, false",
        "440106, 2022-03-01, none, 188, 252, false",
        "440106, 2023-03-01, none, 195, 261, false",
        "440106, 2024-12-01, none, 202, 270, false",
        "440106, 2025-05-01, none, 209, 280, false",
        "440106, 2026-01-01, none, 209, 280, true",
        "440305, 2023-05-01, minimum-living, 400, 452, false",
        "440305, 2023-05-01, spending-hardship, 300, 452, false",
        "440305, 2025-05-01, marginal, 400, 452, true",
        "440305, 2022-05-01, marginal, 188, 252, false"
    })
    void pays_by_city_and_year_and_says_what_is_to_be_confirmed(
            String region,
            LocalDate month,
            String household,
            BigDecimal living,
            BigDecimal nursing,
            boolean provisional) {
        assistance(household);

        Decision rate = SERVICE.decide("rate", new RegionCode(region), month, facts);

        assertThat(new BigDecimal(String.valueOf(rate.outputs().get("living"))))
                .isEqualByComparingTo(living);
        assertThat(new BigDecimal(String.valueOf(rate.outputs().get("nursing"))))
                .isEqualByComparingTo(nursing);
        assertThat(rate.provisional()).isEqualTo(provisional);
    }

    private Decision award(String region) {
        facts.put("region", region);
        return SERVICE.decide("award", new RegionCode(region), IN_2025, facts);
    }

    private void registered(String region) {
        facts.put("household", Map.of("outcome", "ANSWERED", "registeredRegion", region));
    }

    private void certificate(String status, String category, int level) {
        facts.put(
                "certificate",
                Map.of(
                        "outcome",
                        "ANSWERED",
                        "status",
                        status,
                        "category",
                        category,
                        "level",
                        level));
    }

    private void assistance(String household) {
        facts.put("assistance", Map.of("outcome", "ANSWERED", "category", household));
    }

    private void allowances(boolean injury, boolean orphan, String similar) {
        facts.put(
                "allowances",
                Map.of(
                        "outcome",
                        "ANSWERED",
                        "workInjuryNursing",
                        injury,
                        "orphan",
                        orphan,
                        "similar",
                        similar));
    }
}
