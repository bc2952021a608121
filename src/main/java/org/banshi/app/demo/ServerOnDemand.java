package org.banshi.app.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.banshi.app.platform.ChildProcess;
import org.jspecify.annotations.Nullable;

/** The server that the demo drives: the one that runs, or one started for it and stopped after. */
final class ServerOnDemand implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final @Nullable Process started;

    private ServerOnDemand(@Nullable Process started) {
        this.started = started;
    }

    /**
     * Finds the server, or starts it with the settings of this process.
     *
     * @throws SurpriseException when it does not start
     */
    static ServerOnDemand at(URI address, PrintStream out) throws SurpriseException {
        if (answers(address)) {
            return new ServerOnDemand(null);
        }
        out.println("Nothing runs at " + address + ": starting Banshi ...");
        try {
            Path log = Files.createTempFile("banshi-demo", ".log");
            Process process =
                    new ProcessBuilder(ChildProcess.command(List.of("run")))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            ServerOnDemand server = new ServerOnDemand(process);
            server.awaitReady(address, log);
            return server;
        } catch (IOException e) {
            throw new SurpriseException("cannot start Banshi: " + e.getMessage());
        }
    }

    private void awaitReady(URI address, Path log) throws SurpriseException, IOException {
        Instant end = Instant.now().plus(START);
        while (!answers(address)) {
            if (endedWithin(LOOK) || Instant.now().isAfter(end)) {
                close();
                List<String> lines = Files.readAllLines(log);
                throw new SurpriseException(
                        "Banshi did not start: "
                                + (lines.isEmpty() ? "" : lines.get(lines.size() - 1)));
            }
        }
    }

    private boolean endedWithin(Duration time) throws SurpriseException {
        try {
            return started != null && started.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SurpriseException("interrupted");
        }
    }

    private static boolean answers(URI address) throws SurpriseException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    address.resolve("/actuator/health/readiness"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw new SurpriseException("no answer from " + address + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SurpriseException("interrupted");
        }
    }

    @Override
    public void close() {
        if (started != null) {
            started.destroy();
            started.onExit().join();
        }
    }
}
