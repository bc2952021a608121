package org.banshi.catalogue.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSourceTest {

    private final Findings findings = new Findings();

    @Test
    void keeps_words_dates_and_exact_numbers() {
        assertThat(
                        read("""
                                        answer: no
                                        day: 2026-09-14
                                        code: "0123"
                                        amount: 1314.00
                                        count: 3
                                        flag: true
                                        list: [1, {a: b}]
                                        """)
                                .plain())
                .isEqualTo(
                        Map.ofEntries(
                                Map.entry("answer", "no"),
                                Map.entry("day", "2026-09-14"),
                                Map.entry("code", "0123"),
                                Map.entry("amount", new BigDecimal("1314.00")),
                                Map.entry("count", 3),
                                Map.entry("flag", true),
                                Map.entry("list", List.of(1, Map.of("a", "b")))));
    }

    @Test
    void an_empty_value_is_null() {
        assertThat(read("nothing:\n").nearest("nothing").plain()).isNull();
    }

    @Test
    void knows_the_line_of_every_value() {
        Located root = read("a: 1\nb:\n  c: 2\n  d:\n    - e\n    - f\n");

        assertThat(root.nearest("b", "c").line()).isEqualTo(3);
        assertThat(root.nearest("b", "d").items().get(1).line()).isEqualTo(6);
        assertThat(root.nearest("b", "missing").line()).isEqualTo(2);
        assertThat(root.find("b", "missing")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: [1", "a: &x [*x]", "a: !!java.net.URL [\"http://127.0.0.1\"]", "\tb: 1"})
    void never_throws_on_broken_or_hostile_files(String text) {
        read(text);

        assertThat(findings.list()).isNotEmpty();
    }

    private Located read(String text) {
        return YamlSource.read("x.yaml", text.getBytes(StandardCharsets.UTF_8), findings);
    }
}
