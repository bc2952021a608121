package org.banshi.app.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.banshi.app.BanshiTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody makes the server read more than a request can need. */
@BanshiTest
class LargeRequestTest {

    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort private int port;

    @Test
    void is_refused_by_the_length_that_it_names() throws Exception {
        for (String path : new String[] {"/api/v1/sessions", "/api/v1/applications"}) {
            HttpResponse<String> answer = post(path, "application/json", whole(json(MEGABYTE)));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("\"request-too-large\"");
        }
        HttpResponse<String> page =
                post("/sign-in", "application/x-www-form-urlencoded", whole(json(MEGABYTE)));
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("1 MB");
    }

    @Test
    void is_refused_while_it_is_read_where_it_names_no_length() throws Exception {
        HttpResponse<String> answer =
                post("/api/v1/sessions", "application/json", inParts(json(MEGABYTE)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"request-too-large\"");
    }

    @Test
    void is_read_up_to_the_limit() throws Exception {
        byte[] fitting = json(MEGABYTE - 200);

        for (BodyPublisher body : new BodyPublisher[] {whole(fitting), inParts(fitting)}) {
            assertThat(post("/api/v1/sessions", "application/json", body).statusCode())
                    .isEqualTo(401);
        }
    }

    private static BodyPublisher whole(byte[] body) {
        return BodyPublishers.ofByteArray(body);
    }

    private static BodyPublisher inParts(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static byte[] json(int passwordLength) {
        return "{\"account\":\"li-mei\",\"password\":\"%s\"}"
                .formatted("x".repeat(passwordLength))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Content-Type", type)
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString());
    }
}
