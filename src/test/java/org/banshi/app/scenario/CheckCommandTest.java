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
    private final CheckCommand check =
            new CheckCommand(BPMN, new PrintStream(told, true, StandardCharsets.UTF_8));

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
