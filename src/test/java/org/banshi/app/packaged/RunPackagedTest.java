package org.banshi.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator sees of the packaged process, from the start to the end. */
@Tag("packaged")
class RunPackagedTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private Path folder;
    private Path data;
    private int port;
    private @Nullable Process running;

    @BeforeEach
    void choose_a_place() throws IOException {
        folder = Packaged.folder("run");
        data = folder.resolve("data");
        port = Packaged.freePort();
    }

    @AfterEach
    void end() {
        if (running != null) {
            running.destroy();
            running.onExit().join();
        }
    }

    @Test
    void says_where_it_is_and_keeps_everything_over_a_kill_and_a_restart() throws Exception {
        String told = start();
        assertThat(told)
                .contains("fsync on, synchronous_commit on")
                .contains("http://localhost:" + port + "/")
                .contains(data.toString())
                .contains("li-mei")
                .contains("Ctrl-C");
        String token = logIn();

        assertThat(refusal(Packaged.freePort(), data))
                .contains("another Banshi")
                .contains(data.toString());

        running.destroyForcibly().waitFor();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::noDatabaseRuns);
        start();
        assertThat(statusOfTasks(token)).isEqualTo(200);

        Packaged.interrupt(running);
        assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(noDatabaseRuns()).isTrue();
    }

    @Test
    void leaves_nothing_behind_when_it_is_stopped_while_it_starts() throws Exception {
        for (String sign : List.of("postgres.new", "postgres/postmaster.pid")) {
            Process process = new ProcessBuilder(Packaged.run(port, data)).inheritIO().start();
            running = process;
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> Files.exists(data.resolve(sign)) || !process.isAlive());

            Packaged.interrupt(process);

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(noDatabaseRuns()).as(sign).isTrue();
        }
    }

    /** Neither by its own account nor by the system's. */
    private boolean noDatabaseRuns() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return !Files.exists(data.resolve("postgres").resolve("postmaster.pid"))
                    && processes.noneMatch(this::worksInData);
        }
    }

    private boolean worksInData(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(data);
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void keeps_a_scratch_run_out_of_the_data_folder_that_is_named() throws Exception {
        Process process =
                new ProcessBuilder(Packaged.command(port, data, "prepare")).inheritIO().start();

        assertThat(process.waitFor()).isZero();
        assertThat(data).doesNotExist();
    }

    @Test
    void names_a_busy_port_in_one_line() throws Exception {
        try (ServerSocket busy = new ServerSocket(0)) {
            assertThat(refusal(busy.getLocalPort(), data))
                    .contains("port " + busy.getLocalPort() + " is in use")
                    .contains("BANSHI_PORT");
            assertThat(refusal(Packaged.command(busy.getLocalPort(), data, "demo"), Map.of()))
                    .contains("port " + busy.getLocalPort() + " is in use");
        }
    }

    @Test
    void names_a_folder_that_cannot_be_written_in_one_line() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(refusal(port, file.resolve("data"))).contains("data folder");
        assertThat(refusal(port, Path.of("/proc/banshi"))).contains("data folder /proc/banshi");
    }

    @Test
    void names_a_wrong_master_key_in_one_line_without_the_key() throws Exception {
        for (String key : List.of("not base64!", "c2hvcnQ=")) {
            assertThat(refusal(Packaged.run(port, data), Map.of("BANSHI_MASTER_KEY", key)))
                    .contains("BANSHI_MASTER_KEY")
                    .doesNotContain(key);
        }
    }

    /** Starts it and answers what it said until it was ready. */
    private String start() throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = Packaged.start(Packaged.run(port, data), output);
        running = process;
        return Packaged.awaitReady(process, output);
    }

    /** The one line with which it refuses to start. */
    private static String refusal(int port, Path data) throws Exception {
        return refusal(Packaged.run(port, data), Map.of());
    }

    private static String refusal(List<String> command, Map<String, String> environment)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(process.waitFor()).isEqualTo(1);
        // Of our own database it may say that it came up before.
        List<String> told = lines.stream().filter(line -> !line.contains(" INFO ")).toList();
        assertThat(told).as("" + lines).hasSize(1);
        return told.get(0);
    }

    private String logIn() throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(uri("/api/v1/sessions"))
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"account\":\"tianhe-town-1\",\"password\":\"banshi-demo\"}"))
                                .build(),
                        BodyHandlers.ofString());
        return answer.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    private int statusOfTasks(String token) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(uri("/api/v1/tasks"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
