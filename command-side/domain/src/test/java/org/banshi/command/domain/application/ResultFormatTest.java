package org.banshi.command.domain.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ResultFormatTest {

    @Test
    void rounds_money_half_up_to_a_cent() {
        assertThat(ResultFormat.of("money", new BigDecimal("12.345")))
                .isEqualTo(new BigDecimal("12.35"));
        assertThat(ResultFormat.of("money", 1314)).isEqualTo(new BigDecimal("1314.00"));
    }

    @Test
    void shows_a_day_as_a_month_or_a_date() {
        assertThat(ResultFormat.of("month", "2026-12-01")).isEqualTo("2026-12");
        assertThat(ResultFormat.of("date", "2026-12-01")).isEqualTo("2026-12-01");
    }

    @Test
    void shows_anything_as_text() {
        assertThat(ResultFormat.of("text", 7)).isEqualTo("7");
    }

    @Test
    void knows_no_other_format() {
        assertThatThrownBy(() -> ResultFormat.of("song", "la"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
