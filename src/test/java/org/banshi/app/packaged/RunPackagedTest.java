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
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of the packaged process, from the start to the end. */
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
        assertThat(start()).contains("left over");
        assertThat(statusOfTasks(token)).isEqualTo(200);

        running.destroy();
        assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(data.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void names_a_busy_port_in_one_line() throws Exception {
        try (ServerSocket busy = new ServerSocket(0)) {
            assertThat(refusal(busy.getLocalPort(), data))
                    .contains("port " + busy.getLocalPort() + " is in use")
                    .contains("BANSHI_PORT");
        }
    }

    @Test
    void names_a_folder_that_cannot_be_written_in_one_line() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(refusal(port, file.resolve("data"))).contains("data folder");
    }

    /** Starts it and answers what it said until it was ready. */
    private String start() throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process =
                new ProcessBuilder(Packaged.run(port, data))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        running = process;
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> text(output).contains("Ctrl-C") || !process.isAlive());
        assertThat(text(output)).contains("Banshi is ready");
        return text(output);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** The one line with which it refuses to start. */
    private static String refusal(int port, Path data) throws Exception {
        Process process =
                new ProcessBuilder(Packaged.run(port, data)).redirectErrorStream(true).start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(lines).hasSize(1);
        return lines.get(0);
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
