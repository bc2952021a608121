package org.banshi.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.banshi.app.letter.PdfText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Asks the running application as anybody of the demo. */
public final class Desk {

    public static final String OFFICER = "tianhe-newcomer";

    private final TestRestTemplate http;
    private final Map<String, String> tokens = new HashMap<>();

    public Desk(TestRestTemplate http) {
        this.http = http;
    }

    /** A residence permit of a citizen, seen by its office. */
    public record Permit(String number, String task) {}

    /** Files one; what the citizen had open is withdrawn. */
    public Permit file(String citizen, String region, String officer) {
        JsonNode mine = ok(get(citizen, "/api/v1/applications?limit=200"));
        for (JsonNode row : mine.path("rows")) {
            post(
                    citizen,
                    "/api/v1/applications/" + row.path("number").asText() + "/withdrawal",
                    Map.of());
        }
        Map<String, Object> form =
                Map.of(
                        "applyFor", "self",
                        "address", "演示地址 2 号",
                        "registeredOn", "2026-01-05",
                        "ground", "work",
                        "exception", "none",
                        "way", "window",
                        "promise", true);
        JsonNode receipt =
                ok(
                        post(
                                citizen,
                                "/api/v1/applications",
                                Map.of(
                                        "service",
                                        "residence-permit",
                                        "region",
                                        region,
                                        "form",
                                        form,
                                        "materials",
                                        List.of(
                                                paper(citizen, "identity-card"),
                                                paper(citizen, "photo")),
                                        "channel",
                                        "WAP")));
        String number = receipt.path("number").asText();
        String open =
                "/api/v1/tasks?view=available&q=%s&after=%d"
                        .formatted(number, receipt.path("position").asLong());
        String task =
                Awaitility.await()
                        .ignoreExceptions()
                        .until(
                                () -> ok(get(officer, open)).at("/rows/0/workItem").asText(),
                                id -> !id.isEmpty());
        Awaitility.await()
                .until(
                        () ->
                                get(officer, "/api/v1/applications/" + number + "/file")
                                        .getStatusCode()
                                        .is2xxSuccessful());
        return new Permit(number, task);
    }

    /** Hands a small PDF in, for later. */
    public Map<String, String> paper(String citizen, String code) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add(
                "file",
                new ByteArrayResource("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)) {
                    @Override
                    public String getFilename() {
                        return "paper.pdf";
                    }
                });
        HttpHeaders headers = headers(citizen);
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        JsonNode kept =
                ok(
                        http.exchange(
                                "/api/v1/materials",
                                HttpMethod.POST,
                                new HttpEntity<>(form, headers),
                                JsonNode.class));
        return Map.of("code", code, "id", kept.path("id").asText());
    }

    public JsonNode ok(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as("%s %s", answer.getStatusCode(), answer.getBody())
                .isTrue();
        return Objects.requireNonNull(answer.getBody());
    }

    public ResponseEntity<JsonNode> get(String account, String path) {
        return send(account, HttpMethod.GET, path, null);
    }

    public ResponseEntity<JsonNode> post(String account, String path, Object body) {
        return send(account, HttpMethod.POST, path, body);
    }

    /**
     * @param account empty for a stranger
     */
    private ResponseEntity<JsonNode> send(
            String account, HttpMethod method, String path, @Nullable Object body) {
        HttpHeaders headers = headers(account);
        headers.add("Idempotency-Key", UUID.randomUUID().toString());
        return http.exchange(path, method, new HttpEntity<>(body, headers), JsonNode.class);
    }

    /** What a PDF says to whoever reads it. */
    String pdf(String account, String path) throws IOException {
        byte[] file =
                http.exchange(
                                path,
                                HttpMethod.GET,
                                new HttpEntity<>(headers(account)),
                                byte[].class)
                        .getBody();
        return PdfText.of(Objects.requireNonNull(file));
    }

    /** What an account is answered, whatever it is. */
    String text(String account, String path) {
        return String.valueOf(
                http.exchange(
                                path,
                                HttpMethod.GET,
                                new HttpEntity<>(headers(account)),
                                String.class)
                        .getBody());
    }

    /** Ends what {@code path} names. */
    public void delete(String account, String path) {
        send(account, HttpMethod.DELETE, path, null);
    }

    /** As this account; a stranger where it is empty. */
    public HttpHeaders headers(String account) {
        HttpHeaders headers = new HttpHeaders();
        if (!account.isEmpty()) {
            headers.setBearerAuth(tokens.computeIfAbsent(account, this::token));
        }
        return headers;
    }

    private String token(String account) {
        return Objects.requireNonNull(
                        http.postForObject(
                                "/api/v1/sessions",
                                Map.of("account", account, "password", "banshi-demo"),
                                JsonNode.class))
                .path("token")
                .asText();
    }
}
