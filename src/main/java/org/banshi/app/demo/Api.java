package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The server's HTTP API, as a program uses it. Every answer that is not a success is a surprise.
 */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Who has the port and is no server of ours may never answer. */
    private static final Duration GLANCE = Duration.ofSeconds(5);

    private final URI server;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    public Api(URI server) {
        this.server = server;
    }

    /** Whether a server listens there. */
    public boolean answers() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(server.resolve("/actuator/health"))
                                            .timeout(GLANCE)
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException nobody) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The caller logged in with this account; once a run.
     *
     * @throws SurpriseException when the log-in is refused
     */
    public Caller as(Account account) throws SurpriseException {
        Caller known = callers.get(account.account());
        return known == null ? logIn(account) : known;
    }

    /** One at a time: many at once for one account look like guesses, and are slowed down. */
    private synchronized Caller logIn(Account account) throws SurpriseException {
        Caller known = callers.get(account.account());
        if (known != null) {
            return known;
        }
        JsonNode session =
                new Caller(account.account(), null)
                        .post(
                                "/api/v1/sessions",
                                Map.of(
                                        "account",
                                        account.account(),
                                        "password",
                                        account.password()));
        Caller caller = new Caller(account.account(), session.path("token").asText());
        callers.put(account.account(), caller);
        return caller;
    }

    /** Somebody who is not logged in. */
    Caller anybody() {
        return new Caller("anybody", null);
    }

    /** An account of the demo. */
    public record Account(String account, String password) {}

    /** One log-in. */
    public final class Caller {

        private final String account;
        private final @Nullable String token;

        Caller(String account, @Nullable String token) {
            this.account = account;
            this.token = token;
        }

        String account() {
            return account;
        }

        public JsonNode get(String path) throws SurpriseException {
            return send(request(path).GET().build());
        }

        /** A read that may not find anything; missing then. */
        JsonNode find(String path) throws SurpriseException {
            HttpResponse<byte[]> response = exchange(request(path).GET().build());
            return response.statusCode() == 404 ? MissingNode.getInstance() : body(response);
        }

        public JsonNode post(String path, Object body) throws SurpriseException {
            return post(path, body, null);
        }

        /** Posts once, whatever happens on the way: the key makes a repetition harmless. */
        JsonNode post(String path, Object body, @Nullable String ifMatch) throws SurpriseException {
            HttpRequest.Builder request =
                    request(path)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(BodyPublishers.ofByteArray(bytes(body)));
            if (ifMatch != null) {
                request.header("If-Match", ifMatch);
            }
            return send(request.build());
        }

        public JsonNode delete(String path) throws SurpriseException {
            return send(request(path).DELETE().build());
        }

        JsonNode upload(String path, byte[] file) throws SurpriseException {
            String boundary = "banshi-" + UUID.randomUUID();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(
                    ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\";")
                            .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(
                    " filename=\"paper.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(file);
            body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
            return send(
                    request(path)
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                            .build());
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(server.resolve(path))
                            .timeout(PATIENCE)
                            .header("Accept", "application/json, application/problem+json")
                            .header("Accept-Language", "en");
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return request;
        }

        private JsonNode send(HttpRequest request) throws SurpriseException {
            return body(exchange(request));
        }

        private JsonNode body(HttpResponse<byte[]> response) throws SurpriseException {
            JsonNode body = read(response.body());
            if (response.statusCode() >= 300) {
                throw new SurpriseException(
                        "%s %s for %s answered %d: %s"
                                .formatted(
                                        response.request().method(),
                                        response.uri().getPath(),
                                        account,
                                        response.statusCode(),
                                        words(body)));
            }
            return body;
        }
    }

    /** A problem as a person reads it. */
    private static String words(JsonNode body) {
        if (!body.path("code").isTextual()) {
            return body.toString();
        }
        StringBuilder words = new StringBuilder(body.path("code").asText());
        for (String part : List.of("detail", "next")) {
            words.append(body.path(part).isTextual() ? ", " + body.path(part).asText() : "");
        }
        for (JsonNode error : body.path("errors")) {
            words.append("; ").append(error.path("pointer").asText());
            words.append(' ').append(error.path("message").asText());
        }
        return words.toString();
    }

    /**
     * A server that asks to be asked again (503 with {@code Retry-After}) is asked again, for a
     * while.
     */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws SurpriseException {
        try {
            Instant end = Instant.now().plus(PATIENCE);
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            while (response.statusCode() == 503 && Instant.now().isBefore(end)) {
                Thread.sleep(Duration.ofMillis(500).toMillis());
                response = http.send(request, BodyHandlers.ofByteArray());
            }
            return response;
        } catch (IOException failed) {
            throw new SurpriseException("no answer from " + server + ": " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SurpriseException("interrupted");
        }
    }

    private byte[] bytes(Object body) throws SurpriseException {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException wrong) {
            throw new SurpriseException("cannot write a request: " + wrong);
        }
    }

    private JsonNode read(byte[] body) throws SurpriseException {
        try {
            return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
        } catch (IOException wrong) {
            throw new SurpriseException("an answer is not JSON");
        }
    }
}
