package org.banshi.query.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyTextTest {

    private static String written(@Nullable Object... row) {
        CopyText text = new CopyText();
        text.append(row);
        return new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
    }

    @Test
    void separates_columns_and_tells_null_from_empty_and_from_what_looks_like_null() {
        assertThat(written(1, null, "", "\\N")).isEqualTo("1\t\\N\t\t\\\\N\n");
    }

    @Test
    void escapes_what_would_end_a_column_or_a_row() {
        assertThat(written("a\tb\nc\rd\\")).isEqualTo("a\\tb\\nc\\rd\\\\\n");
    }

    @Test
    void writes_every_plane_of_unicode_as_utf_8() {
        assertThat(written("aé办𠮷\u0001")).isEqualTo("aé办𠮷\u0001\n");
        assertThat(written("\uD800x")).isEqualTo("?x\n");
    }

    @Test
    void grows_with_long_values() {
        String page = "{\"说明\":\"材料齐全\"}".repeat(50_000);

        assertThat(written(page)).isEqualTo(page + "\n");
    }
}
