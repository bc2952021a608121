package org.banshi.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No connection leaves the machine. Asked of the packaged process, as libraries that report usage
 * keep quiet in tests.
 */
@Tag("packaged")
class SilencePackagedTest {

    private static final String TEST_CLASSES = Path.of("target", "test-classes").toString();

    @BeforeAll
    static void needs_name_spaces() throws Exception {
        for (List<String> tool : List.of(List.of("unshare", "-V"), List.of("ip", "-V"))) {
            assertThat(runs(tool))
                    .as("%s is needed: apt-get install util-linux iproute2", tool.get(0))
                    .isTrue();
        }
        assertThat(runs(List.of("unshare", "-rnm", "ip", "link", "set", "lo", "up")))
                .as("this machine must allow user and network name spaces (unshare -rnm)")
                .isTrue();
    }

    @Test
    void keeps_to_itself_while_it_starts_and_serves() throws Exception {
        List<String> visit =
                new ArrayList<>(
                        List.of(
                                Packaged.java(),
                                "-cp",
                                TEST_CLASSES,
                                VisitBanshi.class.getName(),
                                "18080"));
        visit.addAll(Packaged.run(18080, Packaged.folder("silence").resolve("data")));

        String output = inTheTrap(visit);

        assertThat(output)
                .contains("Banshi is ready")
                .contains("visited: 200")
                .endsWith("ways out looked for: 0");
    }

    @Test
    void would_have_noticed_a_connection() throws Exception {
        assertThat(callHome("203.0.113.1")).doesNotEndWith("ways out looked for: 0");
    }

    @Test
    void would_have_noticed_a_question_for_a_name() throws Exception {
        assertThat(callHome("elsewhere.example")).doesNotEndWith("ways out looked for: 0");
    }

    private static String callHome(String address) throws Exception {
        return inTheTrap(
                List.of(Packaged.java(), "-cp", TEST_CLASSES, CallHome.class.getName(), address));
    }

    private static String inTheTrap(List<String> command) throws Exception {
        List<String> whole = new ArrayList<>(List.of("unshare", "-rnm", "sh"));
        whole.add(Path.of("test", "resources", "packaged", "silence.sh").toString());
        whole.add(Packaged.folder("trap").toString());
        whole.addAll(command);
        Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.strip();
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
