package org.banshi.app.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.banshi.app.BanshiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What is refused over HTTP leaves no trace: neither in the log nor in the engine. */
@BanshiTest
class NothingChangedTest {

    private static final String CITIZEN = "citizen-000901";
    private static final String OFFICER = "tianhe-newcomer";
    private static final String OPERATOR = "operator";
    private static final String SUPERVISOR = "tianhe-supervisor";

    @Autowired private TestRestTemplate http;
    @Autowired private JdbcClient jdbc;

    private String number = "";
    private String task = "";

    /** A residence permit whose papers wait for an officer. */
    @BeforeEach
    void file() {
        withdrawOpen();
        JsonNode receipt =
                answered(
                        201,
                        post(
                                CITIZEN,
                                "/api/v1/applications",
                                permit(CITIZEN),
                                UUID.randomUUID().toString(),
                                null));
        number = receipt.path("number").asText();
        String open =
                "/api/v1/tasks?view=available&q=%s&after=%d"
                        .formatted(number, receipt.path("position").asLong());
        task =
                Awaitility.await()
                        .ignoreExceptions()
                        .until(
                                () ->
                                        answered(200, get(OFFICER, open))
                                                .at("/rows/0/workItem")
                                                .asText(),
                                id -> !id.isEmpty());
    }

    private Map<String, Object> permit(String citizen) {
        return Map.of(
                "service",
                "residence-permit",
                "region",
                "440106",
                "form",
                Map.of(
                        "applyFor", "self",
                        "address", "演示地址 2 号",
                        "registeredOn", "2026-01-05",
                        "ground", "work",
                        "exception", "none",
                        "way", "window",
                        "promise", true),
                "materials",
                List.of(paper(citizen, "identity-card"), paper(citizen, "photo")),
                "channel",
                "WAP");
    }

    @Test
    void by_an_application_for_the_same_item_that_comes_too_often() {
        String hurried = "citizen-000903";
        Map<String, Object> permit = permit(hurried);
        ResponseEntity<JsonNode> last = null;
        for (int often = 0; often < 21; often++) {
            assertThat(last == null ? 201 : last.getStatusCode().value()).isIn(201, 409);
            last =
                    post(
                            hurried,
                            "/api/v1/applications",
                            permit,
                            UUID.randomUUID().toString(),
                            null);
        }

        refused(429, "too-fast", Objects.requireNonNull(last));
        assertThat(last.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).matches("[1-9]\\d*");
    }

    @Test
    void by_a_completion_that_comes_twice() {
        answered(200, claim(OFFICER, null, null));
        JsonNode first = answered(200, complete(OFFICER, "accept", "key-complete-1", null));
        Trace done = trace();

        JsonNode again = answered(200, complete(OFFICER, "accept", "key-complete-1", null));

        assertThat(first.path("repeated").asBoolean()).isFalse();
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.path("position")).isEqualTo(first.path("position"));
        refused(422, "idempotency-key-reused", complete(OFFICER, "refuse", "key-complete-1", null));
        refused(409, "task-gone", complete(OFFICER, "accept", "key-complete-2", null));
        refused(409, "task-gone", complete(OFFICER, "accept", null, null));
        assertThat(trace().ofTheTask()).isEqualTo(done.ofTheTask());
        assertThat(trace().receipts()).isEqualTo(done.receipts());
    }

    @Test
    void by_a_claim_that_comes_twice() {
        answered(200, claim(OFFICER, "key-claim-001", null));
        Trace claimed = trace();

        assertThat(
                        answered(200, claim(OFFICER, "key-claim-001", null))
                                .path("repeated")
                                .asBoolean())
                .isTrue();
        assertThat(trace()).isEqualTo(claimed);
    }

    @Test
    void by_a_version_that_is_stale() {
        answered(200, claim(OFFICER, null, "\"0\""));
        Trace claimed = trace();

        refused(412, "stale-version", complete(OFFICER, "accept", "key-stale-001", "\"0\""));
        refused(412, "stale-version", release(OFFICER, "\"0\""));
        refused(412, "stale-version", assign("\"0\""));

        assertThat(trace()).isEqualTo(claimed);
        answered(200, complete(OFFICER, "accept", "key-stale-001", "\"1\""));
    }

    @Test
    void by_a_move_of_the_clock_that_comes_twice() {
        String key = UUID.randomUUID().toString();
        String later =
                Instant.parse(
                                answered(200, get(OPERATOR, "/api/v1/admin/clock"))
                                        .path("now")
                                        .asText())
                        .plusSeconds(60)
                        .toString();

        JsonNode first = answered(200, move(later, key));

        assertThat(answered(200, move(later, key)).path("position"))
                .isEqualTo(first.path("position"));
        refused(400, "invalid-request", move(later, null));
        refused(422, "idempotency-key-reused", move("2020-01-01T00:00:00Z", key));
    }

    private ResponseEntity<JsonNode> move(String to, @Nullable String key) {
        return post(OPERATOR, "/api/v1/admin/clock", Map.of("to", to), key, null);
    }

    @Test
    void by_somebody_elses_task() {
        refused(409, "work-item-not-claimed", complete(OFFICER, "accept", null, null));
        answered(200, assign(null));
        answered(200, release(OFFICER, null));
        answered(200, claim(OFFICER, null, null));
        Trace claimed = trace();

        refused(404, "task-not-found", complete("yuexiu-newcomer", "accept", null, null));
        refused(404, "task-not-found", claim("tianhe-police", null, null));
        refused(404, "task-not-found", release("yuexiu-newcomer", null));
        refused(403, "forbidden", complete(CITIZEN, "accept", null, null));

        assertThat(trace()).isEqualTo(claimed);
    }

    @Test
    void by_an_outcome_or_data_that_do_not_fit() {
        answered(200, claim(OFFICER, null, null));
        Trace claimed = trace();

        refused(422, "task-data-invalid", complete(OFFICER, "wonderful", "key-wrong-001", null));
        refused(422, "task-data-invalid", complete(OFFICER, "supplement", "key-wrong-002", null));

        assertThat(trace()).isEqualTo(claimed);
    }

    @Test
    void by_an_office_act_from_elsewhere_stale_too_early_or_repeated() {
        String act = "/api/v1/applications/" + number;
        String end = act + "/termination";
        Map<String, String> why = Map.of("reason", "三次约定均未到场");
        Awaitility.await()
                .until(() -> get(OFFICER, act + "/progress").getStatusCode().is2xxSuccessful());
        Trace open = trace();

        refused(404, "case-not-found", post("yuexiu-newcomer", end, why, null, null));
        refused(404, "case-not-found", post("tianhe-police", end, why, null, null));
        refused(403, "forbidden", post(CITIZEN, end, why, null, null));
        refused(412, "stale-version", post(OFFICER, end, why, null, "\"0\""));
        refused(
                409,
                "application-not-accepted-yet",
                post(OFFICER, act + "/suspension", why, null, null));
        refused(
                409,
                "delivery-unknown",
                post(
                        OFFICER,
                        act + "/deliveries/none",
                        Map.of("day", "2020-01-01", "way", "post", "proof", "RR1"),
                        null,
                        null));
        assertThat(trace()).isEqualTo(open);

        JsonNode first = answered(200, post(OFFICER, end, why, "key-end-00001", null));
        JsonNode again = answered(200, post(OFFICER, end, why, "key-end-00001", null));
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.path("position")).isEqualTo(first.path("position"));
        refused(409, "application-terminated", post(OFFICER, end, why, null, null));
    }

    /** What there is of the case and its task, in the log, among receipts and in the engine. */
    private record Trace(
            List<String> ofTheCase, List<String> ofTheTask, long receipts, List<String> engine) {}

    private Trace trace() {
        String id =
                jdbc.sql("SELECT proc_inst_id_ FROM act_ru_task WHERE id_ = ?")
                        .param(task)
                        .query(String.class)
                        .optional()
                        .orElse("");
        String application =
                jdbc.sql("SELECT business_key_ FROM act_ru_execution WHERE id_ = ?")
                        .param(id)
                        .query(String.class)
                        .optional()
                        .orElse("");
        return new Trace(
                events(application),
                events(task),
                jdbc.sql("SELECT count(*) FROM event_receipt").query(Long.class).single(),
                jdbc.sql(
                                "SELECT id_ || ':' || rev_ FROM act_ru_execution"
                                        + " WHERE proc_inst_id_ = ? ORDER BY 1")
                        .param(id)
                        .query(String.class)
                        .list());
    }

    private List<String> events(String stream) {
        return jdbc.sql(
                        """
                        SELECT l.sequence || ' ' || t.name || ' ' || l.id FROM event_log l
                        JOIN event_stream s ON s.id = l.stream
                        JOIN event_type t ON t.id = l.type
                        WHERE s.name = ? ORDER BY l.sequence""")
                .param(stream)
                .query(String.class)
                .list();
    }

    private void withdrawOpen() {
        for (JsonNode row :
                answered(200, get(CITIZEN, "/api/v1/applications?limit=200")).path("rows")) {
            post(
                    CITIZEN,
                    "/api/v1/applications/" + row.path("number").asText() + "/withdrawal",
                    Map.of(),
                    null,
                    null);
        }
    }

    private ResponseEntity<JsonNode> claim(
            String account, @Nullable String key, @Nullable String version) {
        return post(account, "/api/v1/tasks/" + task + "/claim", Map.of(), key, version);
    }

    private ResponseEntity<JsonNode> release(String account, @Nullable String version) {
        return post(account, "/api/v1/tasks/" + task + "/release", Map.of(), null, version);
    }

    private ResponseEntity<JsonNode> assign(@Nullable String version) {
        return post(
                SUPERVISOR,
                "/api/v1/tasks/" + task + "/assignment",
                Map.of("assignee", OFFICER),
                null,
                version);
    }

    private ResponseEntity<JsonNode> complete(
            String account, String outcome, @Nullable String key, @Nullable String version) {
        return post(
                account,
                "/api/v1/tasks/" + task + "/completion",
                Map.of("outcome", outcome, "data", Map.of()),
                key,
                version);
    }

    private Map<String, String> paper(String citizen, String code) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add(
                "file",
                new ByteArrayResource("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)) {
                    @Override
                    public String getFilename() {
                        return "paper.pdf";
                    }
                });
        HttpHeaders headers = bearer(citizen);
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        JsonNode kept =
                answered(
                        201,
                        http.exchange(
                                "/api/v1/materials",
                                HttpMethod.POST,
                                new HttpEntity<>(form, headers),
                                JsonNode.class));
        return Map.of("code", code, "id", kept.path("id").asText());
    }

    private ResponseEntity<JsonNode> post(
            String account,
            String path,
            Object body,
            @Nullable String key,
            @Nullable String version) {
        HttpHeaders headers = bearer(account);
        if (key != null) {
            headers.add("Idempotency-Key", key + (key.startsWith("key-") ? task : ""));
        }
        if (version != null) {
            headers.add(HttpHeaders.IF_MATCH, version);
        }
        return http.exchange(
                path, HttpMethod.POST, new HttpEntity<>(body, headers), JsonNode.class);
    }

    private ResponseEntity<JsonNode> get(String account, String path) {
        return http.exchange(
                path, HttpMethod.GET, new HttpEntity<>(bearer(account)), JsonNode.class);
    }

    private HttpHeaders bearer(String account) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(
                Objects.requireNonNull(
                                http.postForObject(
                                        "/api/v1/sessions",
                                        Map.of("account", account, "password", "banshi-demo"),
                                        JsonNode.class))
                        .path("token")
                        .asText());
        return headers;
    }

    private static void refused(int status, String code, ResponseEntity<JsonNode> answer) {
        assertThat(answered(status, answer).path("code").asText()).isEqualTo(code);
    }

    private static JsonNode answered(int status, ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode().value()).as("" + answer.getBody()).isEqualTo(status);
        return Objects.requireNonNull(answer.getBody());
    }
}
