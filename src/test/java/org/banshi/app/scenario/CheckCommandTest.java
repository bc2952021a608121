package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.banshi.app.platform.StartUpException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Checking a folder that somebody writes, outside of the checkout. */
class CheckCommandTest {

    private static final Path BPMN = Path.of("../bpmn");
    private static final Path SHIPPED = BPMN.resolve("services/residence-permit");

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final CheckCommand check = of(Locale.ENGLISH);

    @TempDir private Path folder;

    private Path permit;

    @BeforeEach
    void copy() throws IOException {
        permit = folder.resolve("residence-permit");
        FileSystemUtils.copyRecursively(SHIPPED, permit);
    }

    @Test
    void tells_all_that_has_to_be_mended_and_plays_nothing() throws IOException {
        replace("service.yaml", "category: newcomers", "categroy: newcomers");
        replace("tasks/collect.schema.json", "\"window\": {", "\"windows\": {");

        assertThat(check.run(List.of(permit.toString()))).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(it -> it.startsWith(permit + "/service.yaml:3: \"categroy\" is not"))
                .anyMatch(it -> it.startsWith(permit + "/tasks/collect.schema.json:"))
                .last()
                .asString()
                .matches("residence-permit: [0-9]+ to mend");
    }

    private CheckCommand of(Locale reader) {
        return new CheckCommand(BPMN, new PrintStream(told, true, StandardCharsets.UTF_8), reader);
    }

    @Test
    void tells_a_chinese_reader_in_chinese_what_other_checkers_found_too() throws IOException {
        replace("process.bpmn", "isExecutable=\"true\"", "isExecutable=\"maybe\"");
        replace("tasks/collect.schema.json", "\"type\": \"object\"", "\"type\": \"objekt\"");

        assertThat(of(Locale.SIMPLIFIED_CHINESE).run(List.of(permit.toString()))).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(it -> it.matches(".*/process.bpmn:\\d+：不是 BPMN 2.0：.*“maybe”.*有效值.*"))
                .anyMatch(it -> it.contains("不是 JSON Schema 2020-12。这里："))
                .noneMatch(it -> it.contains("英文原话"))
                .last()
                .asString()
                .matches("residence-permit：[0-9]+ 处要更正");
    }

    @Test
    void says_which_folder_is_none() {
        assertThatThrownBy(() -> check.run(List.of(folder.resolve("nowhere").toString())))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("there is no folder")
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> check.run(List.of(folder.toString())))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("it has no service.yaml");
    }

    private void replace(String file, String text, String instead) throws IOException {
        Path path = permit.resolve(file);
        String content = Files.readString(path);
        assertThat(content).contains(text);
        Files.writeString(path, content.replace(text, instead));
    }
}
