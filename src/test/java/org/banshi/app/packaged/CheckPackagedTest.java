package org.banshi.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** What the writer of a package sees of {@code ./banshi check}, without starting anything. */
@Tag("packaged")
class CheckPackagedTest {

    private static final String SERVICE = "disability-certificate-replacement";

    private Path folder;
    private Path copy;

    @BeforeEach
    void copy() throws IOException {
        folder = Packaged.folder("check");
        copy = folder.resolve(SERVICE);
        FileSystemUtils.copyRecursively(Path.of("../bpmn/services").resolve(SERVICE), copy);
    }

    @Test
    void plays_the_scenarios_and_names_the_line_that_does_not_come_true() throws Exception {
        assertThat(check(0))
                .contains("Playing the scenarios of " + SERVICE)
                .contains("ok   " + SERVICE + "/scenarios/")
                .contains(" 0 failed")
                .doesNotContain("FAIL");

        Path scenario;
        try (var files = Files.list(copy.resolve("scenarios"))) {
            scenario =
                    files.filter(it -> told(it).contains("  conclusion: APPROVED"))
                            .findFirst()
                            .orElseThrow();
        }
        Files.writeString(
                scenario, told(scenario).replace("conclusion: APPROVED", "conclusion: REJECTED"));

        assertThat(check(1))
                .contains("FAIL " + SERVICE + "/scenarios/" + scenario.getFileName())
                .containsPattern("line \\d+: conclusion: expected REJECTED but found APPROVED")
                .doesNotContain("\tat ");
    }

    @Test
    void tells_what_has_to_be_mended_and_plays_nothing() throws Exception {
        Files.delete(copy.resolve("guide.en.md"));

        assertThat(check(1))
                .contains(copy + "/guide.en.md:1: the file is missing. Add it to the package.")
                .contains(SERVICE + ": 1 to mend")
                .doesNotContain("Playing", "\tat ");
    }

    private static String told(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private String check(int code) throws Exception {
        Process process =
                new ProcessBuilder(
                                Packaged.command(
                                        0, folder.resolve("data"), "check", copy.toString()))
                        .redirectErrorStream(true)
                        .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isEqualTo(code);
        return told;
    }
}
