package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.app.BanshiTest;
import org.banshi.app.signin.Visitor.Page;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 代办 over HTTP: from the grantor's word to the log, and what stays closed. */
@BanshiTest
class MandateTest {

    private static final String PASSWORD = "banshi-demo";
    private static final String UNTIL = "2099-12-31";

    private final EventLog log;
    private final JdbcClient jdbc;
    private final TestRestTemplate http;
    private final int port;

    @Autowired
    MandateTest(EventLog log, JdbcClient jdbc, TestRestTemplate http, @LocalServerPort int port) {
        this.log = log;
        this.jdbc = jdbc;
        this.http = http;
        this.port = port;
    }

    @Test
    void an_agent_files_what_the_grantor_confirmed_and_both_names_are_in_the_event() {
        String zhou = token("zhou-fu");
        String asked =
                id(post("/api/v1/mandates", zhou, mandate(false, "陈果", "440104190711300310")));
        assertThat(choose(asked, zhou).getStatusCode().value())
                .as("before the grantor agreed")
                .isEqualTo(409);
        assertThat(
                        post("/api/v1/mandates/" + asked + "/answer", zhou, Map.of("agreed", true))
                                .getStatusCode()
                                .value())
                .as("by the agent")
                .isEqualTo(403);
        String chen = token("chen-guo");
        post("/api/v1/mandates/" + asked + "/answer", chen, Map.of("agreed", true));

        choose(asked, zhou);

        ResponseEntity<JsonNode> filed =
                post("/api/v1/applications", zhou, application("temporary-assistance"));
        assertThat(filed.getStatusCode().value())
                .as(String.valueOf(filed.getBody()))
                .isEqualTo(201);
        String application = Objects.requireNonNull(filed.getBody()).path("application").asText();
        Recorded applied = log.readStream(application).get(0);
        assertThat(applied.stamp().by().account()).isEqualTo("zhou-fu");
        assertThat(applied.stamp().by().person()).hasToString(person("zhou-fu"));
        assertThat(applied.stamp().by().onBehalfOf()).hasToString(person("chen-guo"));
        Visitor officer = new Visitor(port);
        officer.signIn("tianhe-town-1", PASSWORD);
        String number = Objects.requireNonNull(filed.getBody()).path("number").asText();
        await().untilAsserted(
                        () ->
                                assertThat(officer.open("/work/cases/" + number).text())
                                        .contains("id=\"agents\" lang=\"zh-CN\">周阿福"));
        assertThat(get("/api/v1/benefits", zhou)).as("the grantor's other affairs").isEqualTo(403);
        assertThat(get("/api/v1/points/account", zhou)).isEqualTo(403);
        assertThat(
                        post("/api/v1/applications", zhou, application("minimum-living-allowance"))
                                .getStatusCode()
                                .value())
                .as("an item that is not in the mandate")
                .isNotEqualTo(201);

        delete("/api/v1/mandates/" + asked, chen);
        assertThat(get("/api/v1/applications", zhou)).as("after the end").isEqualTo(401);
        assertThat(log.readStream("mandate:" + asked).stream().map(Recorded::name))
                .containsExactly("mandate.asked", "mandate.given", "mandate.ended");
    }

    @Test
    void the_gate_refuses_a_session_that_acts_by_a_row_that_the_log_does_not_know() {
        jdbc.sql(
                        """
                        INSERT INTO mandate (id, grantor, agent, basis, services, acts, stage,
                            trust_level)
                        VALUES ('mandate:forged-one', ?, ?, 'GUARDIAN', '{}', '{FILE}', 'IN_FORCE', 5)
                        """)
                .params(person("li-mei"), person("zhao-ning"))
                .update();
        String zhao = token("zhao-ning");
        choose("forged-one", zhao);

        ResponseEntity<JsonNode> filed =
                post("/api/v1/applications", zhao, application("temporary-assistance"));

        assertThat(String.valueOf(filed.getBody())).contains("mandate-missing");
    }

    @Test
    void pages_show_for_whom_one_acts_until_one_stops() {
        Visitor he = new Visitor(port);
        he.signIn("he-factory", PASSWORD);
        he.open("/acting?lang=en");
        Page given =
                he.send(
                        "/acting",
                        Map.of(
                                "give", "true",
                                "name", "何演",
                                "identityNumber", "440106190607020151",
                                "services", "temporary-assistance",
                                "acts", "FILE",
                                "until", UNTIL));
        assertThat(given.status()).isEqualTo(422);
        assertThat(given.text()).contains("Nobody is one");
        he.send(
                "/acting",
                Map.of(
                        "give", "true",
                        "name", "李梅",
                        "identityNumber", "440106190503120625",
                        "services", "temporary-assistance",
                        "acts", "FILE",
                        "until", UNTIL));

        Visitor li = new Visitor(port);
        li.signIn("li-mei", PASSWORD);
        Page held = li.open("/acting?lang=en");
        assertThat(held.text()).contains("I act for 何演").doesNotContain("id=\"acting\"");
        Matcher choice = Pattern.compile("/acting/[a-z0-9-]+/choice").matcher(held.text());
        assertThat(choice.find()).isTrue();
        assertThat(li.send(choice.group(), Map.of()).leadsTo()).isEqualTo("/cases");
        assertThat(li.open("/cases").text()).contains("id=\"acting\"").contains("何演");
        assertThat(li.open("/services/temporary-assistance/apply").status()).isNotEqualTo(403);
        assertThat(li.open("/services/points-account/apply").status()).isEqualTo(403);
        assertThat(li.open("/points").status()).isEqualTo(403);

        li.open("/acting");
        li.send("/acting/oneself", Map.of());
        assertThat(li.open("/cases").text()).doesNotContain("id=\"acting\"");
    }

    @Test
    void an_officer_records_a_guardian_whom_the_papers_prove_and_the_ward_is_told() {
        Visitor officer = new Visitor(port);
        officer.signIn("yuexiu-town-1", PASSWORD);
        officer.open("/work/citizens?lang=en");
        officer.send(
                "/work/citizens/registration",
                Map.of(
                        "name", "小灯",
                        "identityNumber", "440106191001010017",
                        "phone", "13800000077",
                        "paper", "HOUSEHOLD_BOOK",
                        "withoutAccess", "true"));
        Map<String, String> fields =
                Map.of(
                        "grantorName", "小灯",
                        "grantorNumber", "440106191001010017",
                        "agentName", "赵宁",
                        "agentNumber", "430102190903160194",
                        "basis", "GUARDIAN",
                        "papers", "GUARDIANSHIP_RULING",
                        "all", "true",
                        "acts", "FILE",
                        "until", "");
        for (String unfit : List.of("POWER_OF_ATTORNEY", "HOUSEHOLD_BOOK")) {
            Map<String, String> other = new HashMap<>(fields);
            other.put("papers", unfit);
            assertThat(officer.send("/work/mandates", other).status()).as(unfit).isEqualTo(422);
        }
        Map<String, String> entrusted = new HashMap<>(fields);
        entrusted.putAll(Map.of("basis", "ENTRUSTED", "until", UNTIL));
        assertThat(officer.send("/work/mandates", entrusted).status())
                .as("a ruling for what is entrusted")
                .isEqualTo(422);
        List<String> before = entrustedTo("zhao-ning");
        assertThat(officer.send("/work/mandates", fields).leadsTo())
                .isEqualTo("/work/mandates?done");
        assertThat(entrustedTo("zhao-ning"))
                .filteredOn(mandate -> !before.contains(mandate))
                .singleElement()
                .asString()
                .endsWith(" GUARDIAN");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                jdbc.sql(
                                                                "SELECT address FROM outbox WHERE delivery"
                                                                        + " LIKE 'warning:mandate:%'")
                                                        .query(String.class)
                                                        .list())
                                        .contains("138****0077"));
        assertThat(officer.send("/work/mandates/end", fields).leadsTo())
                .isEqualTo("/work/mandates?done");
        Page refused = officer.send("/work/mandates/end", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .as("typed no second time")
                .contains("value=\"" + fields.get("grantorName") + "\"");

        Visitor stranger = new Visitor(port);
        stranger.signIn("tianhe-civil-1", PASSWORD);
        assertThat(stranger.open("/work/mandates").status()).isEqualTo(403);
        assertThat(stranger.open("/acting").status()).isEqualTo(403);
    }

    /** What stands in the read model for an agent: each mandate's number and ground. */
    private List<String> entrustedTo(String agent) {
        return jdbc.sql("SELECT id || ' ' || basis FROM mandate WHERE agent = ?")
                .param(person(agent))
                .query(String.class)
                .list();
    }

    @Test
    void whatever_came_between_grantors_and_officers_still_end_a_mandate() {
        for (String by : List.of("grantor", "officer", "the next one")) {
            String zhao = token("zhao-ning");
            String given =
                    id(post("/api/v1/mandates", zhao, mandate(true, "何演", "440106190607020151")));
            jdbc.sql(
                            """
                            INSERT INTO mandate (id, grantor, agent, basis, services, acts, stage,
                                trust_level, since)
                            SELECT 'mandate:between-' || gen_random_uuid(), ?, ?, 'ENTRUSTED', '{}',
                                '{FILE}', 'ENDED', 2, now() + interval '1 minute'
                            FROM generate_series(1, 250)
                            """)
                    .params(person("zhao-ning"), person("he-factory"))
                    .update();
            assertThat(exchange(HttpMethod.GET, "/api/v1/mandates", zhao, null).getBody())
                    .as("what is in force is shown, whatever came after it")
                    .asString()
                    .contains(given);

            switch (by) {
                case "grantor" -> delete("/api/v1/mandates/" + given, zhao);
                case "officer" -> {
                    Visitor officer = new Visitor(port);
                    officer.signIn("yuexiu-town-1", PASSWORD);
                    officer.open("/work/mandates");
                    Map<String, String> both =
                            Map.of(
                                    "grantorName", "赵宁",
                                    "grantorNumber", "430102190903160194",
                                    "agentName", "何演",
                                    "agentNumber", "440106190607020151");
                    assertThat(officer.send("/work/mandates/end", both).leadsTo())
                            .isEqualTo("/work/mandates?done");
                }
                default ->
                        id(
                                post(
                                        "/api/v1/mandates",
                                        zhao,
                                        mandate(true, "何演", "440106190607020151")));
            }

            assertThat(log.readStream("mandate:" + given).stream().map(Recorded::name))
                    .as(by)
                    .containsExactly("mandate.given", "mandate.ended");
        }
    }

    @Test
    void an_agent_asks_a_grantor_once_at_a_time_and_not_everybody() {
        String li = token("li-mei");
        Map<String, Object> ask = mandate(false, "何演", "440106190607020151");
        String asked = id(post("/api/v1/mandates", li, ask));
        assertThat(String.valueOf(post("/api/v1/mandates", li, ask).getBody()))
                .contains("mandate-asked-already");
        delete("/api/v1/mandates/" + asked, li);
        String again = id(post("/api/v1/mandates", li, ask));
        post("/api/v1/mandates/" + again + "/answer", token("he-factory"), Map.of("agreed", false));

        jdbc.sql(
                        """
                        INSERT INTO mandate (id, grantor, agent, basis, services, acts, stage,
                            trust_level)
                        SELECT 'mandate:waits-' || i, 'grantor-' || i, ?, 'ENTRUSTED', '{}',
                            '{FILE}', 'ASKED', 2
                        FROM generate_series(2, ?) i
                        """)
                .params(person("li-mei"), Mandating.MOST_ASKS)
                .update();

        assertThat(String.valueOf(post("/api/v1/mandates", li, ask).getBody()))
                .as("with the one declined as many as may wait")
                .contains("mandate-asks-too-many");
        jdbc.sql("DELETE FROM mandate WHERE grantor LIKE 'grantor-%'").update();
    }

    @Test
    void the_same_key_with_another_person_is_not_taken_for_the_same() {
        String chen = token("chen-guo");
        String key = UUID.randomUUID().toString();
        Map<String, Object> first = mandate(true, "何演", "440106190607020151");

        String given = id(post("/api/v1/mandates", chen, first, key));

        assertThat(id(post("/api/v1/mandates", chen, first, key))).isEqualTo(given);
        for (Map<String, Object> other :
                List.of(
                        mandate(true, "李梅", "440106190503120625"),
                        mandate(false, "何演", "440106190607020151"))) {
            ResponseEntity<JsonNode> refused = post("/api/v1/mandates", chen, other, key);
            assertThat(refused.getStatusCode().value()).isEqualTo(409);
            assertThat(String.valueOf(refused.getBody())).contains("mandate-exists");
        }
        delete("/api/v1/mandates/" + given, chen);
    }

    private static Map<String, Object> mandate(boolean give, String name, String number) {
        return Map.of(
                "give", give,
                "name", name,
                "identityNumber", number,
                "all", false,
                "services", List.of("temporary-assistance"),
                "acts", List.of("FILE"),
                "until", UNTIL);
    }

    private static Map<String, Object> application(String service) {
        return Map.of(
                "service",
                service,
                "region",
                "440106",
                "form",
                Map.of(
                        "type",
                        "emergency",
                        "cause",
                        "住院",
                        "address",
                        "演示地址 1 号",
                        "familySize",
                        1,
                        "monthlyIncome",
                        0,
                        "allowanceFamily",
                        false,
                        "sameCauseBefore",
                        false,
                        "promise",
                        true),
                "materials",
                List.of());
    }

    private String person(String account) {
        return jdbc.sql("SELECT person FROM account WHERE account = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private String token(String account) {
        return Objects.requireNonNull(
                        http.postForObject(
                                "/api/v1/sessions",
                                Map.of("account", account, "password", PASSWORD),
                                JsonNode.class))
                .path("token")
                .asText();
    }

    private ResponseEntity<JsonNode> choose(String mandate, String token) {
        return exchange(HttpMethod.PUT, "/api/v1/mandates/" + mandate + "/choice", token, Map.of());
    }

    private static String id(ResponseEntity<JsonNode> made) {
        assertThat(made.getStatusCode().value()).as(String.valueOf(made.getBody())).isEqualTo(201);
        return Objects.requireNonNull(made.getBody()).path("id").asText();
    }

    private int get(String path, String token) {
        return exchange(HttpMethod.GET, path, token, null).getStatusCode().value();
    }

    private ResponseEntity<JsonNode> post(String path, String token, Map<String, ?> body) {
        return exchange(HttpMethod.POST, path, token, body);
    }

    private ResponseEntity<JsonNode> post(
            String path, String token, Map<String, ?> body, String key) {
        return exchange(HttpMethod.POST, path, token, body, key);
    }

    private void delete(String path, String token) {
        assertThat(exchange(HttpMethod.DELETE, path, token, null).getStatusCode().value())
                .isEqualTo(204);
    }

    private ResponseEntity<JsonNode> exchange(
            HttpMethod method, String path, String token, @Nullable Map<String, ?> body) {
        return exchange(method, path, token, body, UUID.randomUUID().toString());
    }

    private ResponseEntity<JsonNode> exchange(
            HttpMethod method,
            String path,
            String token,
            @Nullable Map<String, ?> body,
            String key) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        headers.set("Idempotency-Key", key);
        return http.exchange(path, method, new HttpEntity<>(body, headers), JsonNode.class);
    }
}
