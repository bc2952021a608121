package org.banshi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On a phone a table of the consoles scrolls by itself, and its page does not. */
class TablesTest {

    private static final Path TEMPLATES = Path.of("main/resources/templates");
    private static final String FRAME = "<div class=\"table\" tabindex=\"0\" role=\"region\"";

    @Test
    void every_table_of_the_consoles_has_its_own_frame() throws IOException {
        List<String> bare = new ArrayList<>();
        int tables = 0;
        for (String folder :
                List.of(
                        "administration",
                        "auditor",
                        "officer",
                        "operator",
                        "publisher",
                        "supervisor")) {
            try (Stream<Path> files = Files.list(TEMPLATES.resolve(folder))) {
                for (Path file : files.filter(TablesTest::isScreen).toList()) {
                    String[] parts = Files.readString(file).split("<table");
                    tables += parts.length - 1;
                    for (int i = 0; i < parts.length - 1; i++) {
                        if (!parts[i].substring(parts[i].lastIndexOf("<")).startsWith(FRAME)) {
                            bare.add(file.getFileName() + ", table " + (i + 1));
                        }
                    }
                }
            }
        }

        assertThat(tables).isGreaterThan(30);
        assertThat(bare).isEmpty();
    }

    /** Sheets are for paper. */
    private static boolean isScreen(Path file) {
        return !file.getFileName().toString().startsWith("sheet-");
    }
}
