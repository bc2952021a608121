package org.banshi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the shipped package, by the worked examples C of the field (standard 1238). */
class MinimumLivingAllowanceTest {

    private static final ServiceDefinition SERVICE =
            DirectoryCatalogue.read(Path.of("../../bpmn"))
                    .current("minimum-living-allowance")
                    .orElseThrow();
    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final LocalDate IN_2025 = LocalDate.of(2025, 10, 9);

    private final Map<String, @Nullable Object> facts = new HashMap<>();

    private void household(int members, String income, String assets) {
        facts.put("applyFor", "household");
        facts.put("members", Collections.nCopies(members, member(Map.of())));
        facts.put("monthlyIncome", new BigDecimal(income));
        facts.put("financialAssets", new BigDecimal(assets));
        facts.put("homes", 1);
        facts.put("otherProperty", false);
        facts.put("vehicles", 0);
        facts.put("business", false);
    }

    private static Map<String, Object> member(Map<String, Object> more) {
        Map<String, Object> member = new HashMap<>();
        member.put("ability", "unable");
        member.putAll(more);
        return member;
    }

    /** The decision, whose outcome is a fact to the next. */
    private Decision decide(String decision) {
        Decision decided = SERVICE.decide(decision, TIANHE, IN_2025, facts);
        Map<String, @Nullable Object> known = new HashMap<>(decided.outputs());
        known.put("outcome", decided.outcome());
        facts.put(decision, known);
        return decided;
    }

    private BigDecimal monthlyAmount() {
        return new BigDecimal(String.valueOf(decide("amount").outputs().get("monthlyAmount")));
    }

    @ParameterizedTest
    @CsvSource({"2400, 1314.00", "3500, 214.00"})
    void pays_what_is_missing_to_the_standard_of_all_members_C1_C2(
            String income, BigDecimal monthly) {
        household(3, income, "6000");

        assertThat(decide("gate").outcome()).isEqualTo("pass");
        assertThat(decide("eligibility").outcome()).isEqualTo("eligible");
        assertThat(monthlyAmount()).isEqualByComparingTo(monthly);
    }

    @Test
    void pays_nothing_to_a_household_between_the_standard_and_one_and_a_half_of_it_C4() {
        household(2, "3600", "3200");

        assertThat(decide("gate").outcome()).isEqualTo("income-over");
        assertThat(decide("eligibility").outcome()).isEqualTo("edge");
        assertThat(monthlyAmount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2475.99, eligible", "2476.00, edge", "3713.99, edge", "3714.00, over"})
    void takes_the_lines_themselves_out_of_what_lies_below_them(String income, String outcome) {
        household(2, income, "3200");
        decide("gate");

        assertThat(decide("eligibility").outcome()).isEqualTo(outcome);
    }

    @Test
    void pays_the_full_standard_to_one_severely_disabled_member_of_such_a_household_C5() {
        household(2, "3600", "3200");
        facts.put("applyFor", "single");
        facts.put(
                "members",
                List.of(
                        member(Map.of()),
                        member(Map.of("disabilityLevel", 2, "disabilityCategory", "limb"))));
        decide("gate");

        assertThat(decide("eligibility").outcome()).isEqualTo("single");
        assertThat(monthlyAmount()).isEqualByComparingTo("1238.00");
    }

    @ParameterizedTest
    @CsvSource({"90000.00, assets-over", "89136.00, pass", "89136.01, assets-over"})
    void lets_nobody_pass_with_more_than_24_standards_a_head_C7(String assets, String outcome) {
        household(3, "2400", assets);

        assertThat(decide("gate").outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"true, visit", "false, skip"})
    void sends_the_county_to_a_relative_of_its_staff_C13(boolean relative, String outcome) {
        facts.put("staffRelative", relative);

        assertThat(decide("countyVisit").outcome()).isEqualTo(outcome);
    }
}
