package org.banshi.app.services.labourarbitration;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.banshi.app.letter.PdfText;

/** Letters taken over HTTP by an account of the demo. */
final class PaperMail {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();
    private final String base;

    PaperMail(int port) {
        this.base = "http://localhost:" + port;
    }

    /** What a letter says to whoever reads its PDF. */
    String text(String account, String path) throws IOException, InterruptedException {
        return PdfText.of(get(account, path).body());
    }

    int status(String account, String path) throws IOException, InterruptedException {
        return get(account, path).statusCode();
    }

    /** Tries a code that is not on the papers. */
    HttpResponse<String> guess(String account, String number)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(
                                URI.create(
                                        base
                                                + "/api/v1/applications/"
                                                + number
                                                + "/acts/arbitration.access"))
                        .header("Authorization", "Bearer " + token(account))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"data\": {\"party\": \"r1\", \"code\": \"0\"}}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> get(String account, String path)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Bearer " + token(account))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private String token(String account) throws IOException, InterruptedException {
        if (tokens.containsKey(account)) {
            return tokens.get(account);
        }
        String who = JSON.writeValueAsString(Map.of("account", account, "password", "banshi-demo"));
        HttpResponse<String> session =
                http.send(
                        HttpRequest.newBuilder(URI.create(base + "/api/v1/sessions"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(who))
                                .build(),
                        BodyHandlers.ofString());
        String token = JSON.readTree(session.body()).path("token").asText();
        tokens.put(account, token);
        return token;
    }
}
