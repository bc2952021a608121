package org.banshi.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

/**
 * Part of a build: starts the application once on a scratch database, so that the JVM can archive
 * the classes that every later start needs.
 */
final class PrepareCommand implements Subcommand {

    private static final List<String> PATHS =
            List.of("/", "/sign-in", "/services", "/api/v1/services", "/actuator/health");

    @Override
    public String name() {
        return "prepare";
    }

    @Override
    public String summary() {
        return "start once on a scratch database (part of the build)";
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("banshi-prepare");
        try (Launch.Running running = Launch.scratch(data, Map.of())) {
            visit(
                    Objects.requireNonNull(
                            running.context().getEnvironment().getProperty("local.server.port")));
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        return 0;
    }

    private static void visit(String port) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : PATHS) {
            client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }
}
