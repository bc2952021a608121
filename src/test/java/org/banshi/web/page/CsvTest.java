package org.banshi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static String row(@Nullable Object... cells) {
        byte[] bytes = new Csv().row(Arrays.asList(cells)).bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void quotes_what_would_fall_apart_and_says_its_encoding() {
        assertThat(row("低保", 3L, null, -4, "a,b", "c\"d", "e\nf"))
                .isEqualTo("\uFEFF低保,3,,-4,\"a,b\",\"c\"\"d\",\"e\nf\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                " =1",
                "\r=1",
                "＝1+1",
                "|x"
            })
    void makes_no_formula_of_a_text(String text) {
        assertThat(row(text).substring(1).replaceFirst("^\"", "")).startsWith("'");
    }
}
