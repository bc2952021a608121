package org.banshi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words chinese = new Words(Locale.SIMPLIFIED_CHINESE);

    @Test
    void parts_the_thousands_of_a_number_and_leaves_what_is_none() {
        assertThat(chinese.number("8000")).isEqualTo("8,000");
        assertThat(chinese.number("-1234567.50")).isEqualTo("-1,234,567.50");
        assertThat(chinese.number("812.5")).isEqualTo("812.5");
        assertThat(chinese.number("1e9")).isEqualTo("1e9");
        assertThat(chinese.number("八千")).isEqualTo("八千");
    }

    @Test
    void writes_days_as_people_do_and_leaves_what_only_looks_like_one() {
        assertThat(chinese.dated("2026-01-05")).isEqualTo("2026年1月5日");
        assertThat(new Words(Locale.ENGLISH).dated("2026-01-05")).isEqualTo("5 Jan 2026");
        assertThat(chinese.dated("2026-02-30")).isEqualTo("2026-02-30");
        assertThat(chinese.month("2026-12")).isEqualTo("2026年12月");
    }

    @Test
    void says_on_an_english_page_what_somebody_wrote_in_chinese() {
        Words english = new Words(Locale.ENGLISH);
        assertThat(english.tongue("电话核实过住址。")).isEqualTo("zh-CN");
        assertThat(english.tongue("李梅")).isEqualTo("zh-CN");
        assertThat(english.tongue("Tianhe Subdistrict (天河)")).isNull();
        assertThat(english.tongue("1,314.00")).isNull();
        assertThat(english.tongue(null)).isNull();
        assertThat(chinese.tongue("电话核实过住址。")).isNull();
    }
}
