package org.banshi.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What whoever tries {@code ./banshi demo} sees. */
@Tag("packaged")
class DemoPackagedTest {

    private record Said(int code, String text) {}

    @Test
    void plays_a_household_on_an_instance_of_its_own_and_then_others_on_one_that_runs()
            throws Exception {
        Path data = Packaged.folder("demo").resolve("data");
        int port = Packaged.freePort();

        Said household = demo(port, data, "demo");
        assertThat(household.code()).as(household.text()).isZero();
        assertThat(household.text())
                .contains("starting an instance")
                .contains("li-mei")
                .containsPattern("yuan a month from month \\d{4}-\\d{2}");

        Path output = data.resolveSibling("output.txt");
        Process running = Packaged.start(Packaged.run(port, data), output);
        try {
            Packaged.awaitReady(running, output);
            plays_others(port, data);
        } finally {
            running.destroy();
            running.onExit().join();
        }
    }

    private static void plays_others(int port, Path data) throws Exception {
        Said again = demo(port, data, "demo", "--family", "social");
        assertThat(again.code()).as(again.text()).isZero();
        assertThat(again.text())
                .doesNotContain("starting an instance")
                .contains("benefit.decreased")
                .contains("benefit.stopped");

        Said disability = demo(port, data, "demo", "--family", "disability");
        assertThat(disability.code()).as(disability.text()).isZero();
        assertThat(disability.text()).containsPattern("肢体残疾二级: certificate 440.*, valid until");

        Said nobodys = demo(port, data, "demo", "--family", "nobodys");
        assertThat(nobodys.code()).isNotZero();
        assertThat(nobodys.text()).contains("usage: ./banshi demo [--family social");

        Said many = demo(port, data, "demo", "--cases", "10");
        assertThat(many.code()).as(many.text()).isZero();
        assertThat(many.text()).contains("10 cases ended as they should, without an incident");
    }

    private static Said demo(int port, Path data, String... words) throws Exception {
        Process process =
                new ProcessBuilder(Packaged.command(port, data, words))
                        .redirectErrorStream(true)
                        .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }
}
