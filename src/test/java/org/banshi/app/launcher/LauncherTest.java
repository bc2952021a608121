package org.banshi.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says before it needs anything. */
class LauncherTest {

    private static final String LAUNCHER = Path.of("..", "banshi").toString();

    private record Result(int code, String output) {}

    @Test
    void is_plain_posix_shell() throws Exception {
        assertThat(run(Map.of(), "sh", "-n", LAUNCHER)).isEqualTo(new Result(0, ""));
    }

    @Test
    void names_its_commands_and_settings() throws Exception {
        Result help = run(Map.of(), LAUNCHER, "help");

        assertThat(help.code()).isZero();
        assertThat(help.output())
                .contains("run", "test", "demo", "bench", "chaos", "backup", "restore", "help")
                .contains("BANSHI_PORT", "BANSHI_DATA", "BANSHI_DATABASE_URL");
    }

    @Test
    void the_readme_explains_every_setting_that_the_help_names() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        String help = run(Map.of(), LAUNCHER, "help").output();

        assertThat(Pattern.compile("BANSHI_[A-Z_]+").matcher(help).results())
                .extracting(MatchResult::group)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void refuses_a_command_that_it_does_not_know() throws Exception {
        Result result = run(Map.of(), LAUNCHER, "dance");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).endsWith("banshi: no such command: dance\n");
    }

    @Test
    void names_a_missing_jdk_in_one_line() throws Exception {
        Result result = run(Map.of("JAVA_HOME", "/nowhere"), LAUNCHER, "run");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output())
                .isEqualTo("banshi: JAVA_HOME (/nowhere) is not a JDK 17 or newer\n");
    }

    @Test
    void names_what_to_install_where_there_is_no_jdk_at_all() throws Exception {
        String script =
                "mount -t tmpfs none /usr/lib/jvm && env -u JAVA_HOME PATH=/usr/bin:/bin "
                        + Path.of(LAUNCHER).toAbsolutePath()
                        + " run";

        Result result = run(Map.of(), "unshare", "-rm", "sh", "-c", script);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output())
                .isEqualTo(
                        "banshi: a JDK 17 or newer is needed; on Debian: apt-get install"
                                + " openjdk-17-jdk-headless\n");
    }

    @Test
    void builds_and_proves_only_what_changed(@TempDir Path folder) throws Exception {
        PretendCheckout checkout = PretendCheckout.in(folder);

        assertThat(checkout.say("demo", "--cases", "3"))
                .contains("Building")
                .contains("asked for")
                .endsWith("demo --cases 3\n");
        assertThat(checkout.newCalls()).containsExactly("built", "extracted", "prepared", "played");

        assertThat(checkout.say("demo")).doesNotContain("Building").endsWith("demo\n");
        assertThat(checkout.newCalls()).isEmpty();

        checkout.write("src/main/Main.java", "class Main { int changed; }");
        checkout.say("demo");
        assertThat(checkout.newCalls()).containsExactly("built", "extracted", "prepared");

        checkout.write("bpmn/services/lantern/service.yaml", "name: paper lantern");
        checkout.say("demo");
        assertThat(checkout.newCalls()).containsExactly("played");
    }

    @Test
    void measures_without_playing_what_a_start_has_to_know(@TempDir Path folder) throws Exception {
        PretendCheckout checkout = PretendCheckout.in(folder);

        assertThat(checkout.say("bench", "--quick")).endsWith("bench --quick\n");

        assertThat(checkout.newCalls()).containsExactly("built", "extracted", "prepared");
    }

    @Test
    void proves_packages_again_when_a_file_only_moved(@TempDir Path folder) throws Exception {
        PretendCheckout checkout = PretendCheckout.in(folder);
        checkout.say("demo");
        checkout.newCalls();

        Files.move(
                folder.resolve("bpmn/services/lantern/service.yaml"),
                folder.resolve("bpmn/services/lantern/other.yaml"));
        checkout.say("demo");

        assertThat(checkout.newCalls()).containsExactly("played");
    }

    @Test
    void hands_ctrl_c_to_the_application(@TempDir Path folder) throws Exception {
        Process banshi = PretendCheckout.in(folder).start("run");
        try (BufferedReader output = banshi.inputReader(StandardCharsets.UTF_8)) {
            String running = "running " + banshi.pid();
            assertThat(output.lines().anyMatch(running::equals)).isTrue();

            run(Map.of(), "kill", "-INT", Long.toString(banshi.pid()));

            assertThat(output.readLine()).isEqualTo("interrupted " + banshi.pid());
            assertThat(banshi.waitFor()).isZero();
        }
    }

    private static Result run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
