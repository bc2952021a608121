package org.banshi.catalogue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.LanternLicence;
import org.banshi.catalogue.NoRuleException;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.place.RegionCode;
import org.junit.jupiter.api.Test;

class DecisionTablesTest {

    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final RegionCode DONGGUAN = new RegionCode("441900");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 14);

    private final ServiceDefinition lantern = LanternLicence.definition();

    @Test
    void chooses_a_row_by_region_and_date_and_counts_exactly() {
        Decision decision = lantern.decide("eligibility", TIANHE, DAY, Map.of("lanterns", 3));

        assertThat(decision.outcome()).isEqualTo("eligible");
        assertThat(decision.outputs().get("deposit")).isEqualTo(new BigDecimal("0.30"));
        assertThat(decision.outputs().get("validUntil")).isEqualTo("2026-09-29");
        assertThat(decision.provisional()).isFalse();
    }

    @Test
    void a_figure_carried_forward_is_provisional() {
        LocalDate later = LocalDate.of(2027, 1, 1);

        Decision elsewhere = lantern.decide("eligibility", DONGGUAN, DAY, Map.of("lanterns", 3));
        Decision nextYear = lantern.decide("eligibility", TIANHE, later, Map.of("lanterns", 3));

        assertThat(elsewhere.provisional()).isTrue();
        assertThat(nextYear.provisional()).isTrue();
        assertThat(nextYear.outputs().get("deposit")).isEqualTo(new BigDecimal("0.60"));
    }

    @Test
    void no_row_is_an_error_and_never_a_refusal() {
        assertThatThrownBy(
                        () -> lantern.decide("eligibility", TIANHE, DAY, Map.of("lanterns", 101)))
                .isInstanceOf(NoRuleException.class)
                .hasMessageContaining("eligibility");
    }

    @Test
    void reads_lists_of_rows_and_missing_facts() {
        Map<String, Object> facts = new HashMap<>(Map.of("lanterns", 101));
        facts.put(
                "helpers", List.of(Map.of("name", "a"), Map.of("name", "b", "born", "1905-03-07")));

        assertThat(lantern.decide("eligibility", TIANHE, DAY, facts).outcome())
                .isEqualTo("too-many");
    }

    @Test
    void an_unknown_decision_is_named() {
        assertThatThrownBy(() -> lantern.decide("mood", TIANHE, DAY, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no decision mood");
    }

    @Test
    void a_decision_without_outcome_cannot_be_decided_by() {
        assertThatThrownBy(() -> lantern.decide("tariff", TIANHE, DAY, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("decision tariff gives no outcome");
    }

    @Test
    void an_error_never_tells_the_facts() {
        assertThatThrownBy(
                        () ->
                                lantern.decide(
                                        "eligibility", TIANHE, DAY, Map.of("lanterns", "geheim")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("eligibility")
                .hasMessageNotContaining("geheim")
                .hasNoCause();
    }

    @Test
    void many_threads_may_ask_at_once() {
        List<Object> deposits =
                IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(
                                i ->
                                        lantern.decide(
                                                        "eligibility",
                                                        TIANHE,
                                                        DAY,
                                                        Map.of("lanterns", i % 100))
                                                .outputs()
                                                .get("deposit"))
                        .toList();

        for (int i = 0; i < deposits.size(); i++) {
            assertThat(deposits.get(i)).isEqualTo(BigDecimal.valueOf(i % 100 * 10L, 2));
        }
    }
}
