package org.banshi.app.packaged;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the packaged application, visits it once, lets it stand for a moment and ends it. A
 * program, as it runs where the tests cannot reach.
 */
final class VisitBanshi {

    /** Long enough for what starts late, such as a report of usage. */
    private static final long SECONDS_TO_STAND = 5;

    private VisitBanshi() {}

    /** Arguments: the port, and the command that starts the application. */
    public static void main(String[] args) throws Exception {
        Process banshi =
                new ProcessBuilder(List.of(args).subList(1, args.length))
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(banshi.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                if (line.startsWith("Banshi is ready")) {
                    visit(args[0]);
                    banshi.waitFor(SECONDS_TO_STAND, TimeUnit.SECONDS);
                    banshi.destroy();
                }
            }
        }
        banshi.waitFor();
    }

    private static void visit(String port) throws Exception {
        HttpResponse<Void> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding());
        System.out.println("visited: " + answer.statusCode());
    }
}
