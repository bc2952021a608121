package org.banshi.app.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.banshi.app.BanshiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter printed again says what it said when it was made. */
@BanshiTest
class StoredWordingsTest {

    @Autowired private JdbcClient jdbc;

    @TempDir Path folder;

    @Test
    void a_changed_template_is_for_what_happens_after_it_and_for_nothing_before()
            throws IOException {
        String key = "wording-test-" + System.nanoTime();
        StoredWordings first = start(key, "原来的话", 70);
        StoredWordings same = start(key, "原来的话", 80);
        StoredWordings changed = start(key, "新的话", 90);
        StoredWordings back = start(key, "原来的话", 95);

        assertThat(words(first, key, 1)).isEqualTo("原来的话");
        assertThat(words(same, key, 1_000)).isEqualTo("原来的话");
        assertThat(words(changed, key, 90)).isEqualTo("原来的话");
        assertThat(words(changed, key, 91)).isEqualTo("新的话");
        assertThat(words(back, key, 95)).isEqualTo("新的话");
        assertThat(words(back, key, 96)).isEqualTo("原来的话");
        assertThat(back.at("no-such-letter", 96)).isEmpty();
        assertThat(
                        jdbc.sql("SELECT count(*) FROM letter_wording WHERE template = ?")
                                .param(key)
                                .query(Long.class)
                                .single())
                .isEqualTo(3);
    }

    private StoredWordings start(String key, String zh, long head) throws IOException {
        Files.writeString(
                folder.resolve(key + ".yaml"),
                """
                title: {zh: 信, en: Letter}
                blocks:
                  - {style: ITEM, when: reason, zh: "%s", en: "words"}
                """
                        .formatted(zh));
        return new StoredWordings(jdbc, new ObjectMapper(), LetterTemplates.read(folder), head);
    }

    private static String words(LetterWordings wordings, String key, long position) {
        return wordings.at(key, position).orElseThrow().blocks().get(0).zh();
    }
}
