package org.banshi.app.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.banshi.app.AppTables;
import org.junit.jupiter.api.Test;

class NumberingTest {

    private static final AppTables TABLES = AppTables.fresh();
    private static final String ITEM = "12441500196720244T3442199806003";

    private final Numbering numbering = new Numbering(TABLES.jdbc());

    @Test
    void numbers_a_case_by_item_day_and_sequence() {
        String first = numbering.nextCaseNumber(ITEM, LocalDate.of(2022, 6, 23));
        String second = numbering.nextCaseNumber(ITEM, LocalDate.of(2022, 6, 23));

        assertThat(first).matches(ITEM + "20220623\\d{4}").hasSize(43);
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void goes_on_with_a_longer_sequence_when_four_digits_are_used_up() {
        TABLES.jdbc().sql("select setval('case_number', 9999)").query(Long.class).single();

        assertThat(numbering.nextCaseNumber(ITEM, LocalDate.of(2026, 9, 14)))
                .isEqualTo(ITEM + "2026091410000");
    }

    @Test
    void makes_query_codes_that_nobody_misreads() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            codes.add(numbering.newQueryCode());
        }

        assertThat(codes).hasSize(1_000).allMatch(code -> code.matches("[2-9A-HJKMNP-Z]{8}"));
    }
}
