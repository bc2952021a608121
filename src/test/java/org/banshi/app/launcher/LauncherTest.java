package org.banshi.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

    private static Result run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
