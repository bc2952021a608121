package org.banshi.command.domain.arbitration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.arbitration.ArbitrationCases.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.domain.invented.Calendars;
import org.junit.jupiter.api.Test;

/** Until when a claim can be brought (example F7). */
class LimitationTest {

    @Test
    void gives_unpaid_wages_one_year_from_leaving_and_a_last_day_that_is_a_working_day() {
        assertThat(lastDay("PAY", Map.of("knewOn", "2022-06-01", "leftOn", "2025-03-01")))
                .isEqualTo("2026-03-02");
    }

    @Test
    void gives_unpaid_wages_no_last_day_while_the_relation_lasts() {
        assertThat(lastDay("PAY", Map.of("knewOn", "2022-06-01"))).isNull();
    }

    @Test
    void counts_any_other_claim_from_knowing() {
        assertThat(lastDay("COMPENSATION", Map.of("knewOn", "2025-09-14"))).isEqualTo("2026-09-14");
    }

    @Test
    void counts_pay_by_itself_where_it_is_claimed_beside_something_else() {
        Map<String, Object> form = new HashMap<>(form("PAY", "8000.00"));
        form.putAll(Map.of("knewOn", "2025-01-05", "leftOn", "2025-03-01"));
        form.put(
                "claims",
                List.of(
                        Map.of("kind", "PAY", "since", "2022-01-01", "grounds", "拖欠"),
                        Map.of("kind", "DAMAGES", "since", "2025-01-05", "grounds", "违法解除")));

        Map<String, Object> facts = Limitation.facts(new Filed(form), Calendars.of2026());

        assertThat(facts)
                .containsEntry("lastDay", "2026-01-05")
                .containsEntry("mixed", true)
                .containsEntry("payLastDay", "2026-03-02");
    }

    @Test
    void begins_anew_when_it_was_broken() {
        assertThat(
                        lastDay(
                                "COMPENSATION",
                                Map.of("knewOn", "2024-09-14", "brokenOn", "2025-11-10")))
                .isEqualTo("2026-11-10");
    }

    /** Example F8. */
    @Test
    void gives_both_sides_fifteen_days_to_have_a_settlement_confirmed() {
        assertThat(lastDay("PAY", Map.of("effectiveOn", "2026-09-20"))).isEqualTo("2026-10-08");
    }

    private static Object lastDay(String kind, Map<String, String> days) {
        Map<String, Object> form = new HashMap<>(form(kind, "8000.00"));
        form.putAll(days);
        return Limitation.facts(new Filed(form), Calendars.of2026()).get("lastDay");
    }
}
