package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.banshi.app.BanshiTest;
import org.banshi.app.signin.Visitor.Page;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Accounts of companies: from the counter to their clerks, and what stays closed to them. */
@BanshiTest
class OrganisationTest {

    private static final String PASSWORD = "banshi-demo";
    private static final String WORKS = "91440106MA0000B23P";
    private static final String STALL = "91440106MA0000C38X";
    private static final Person HE = new Person("he-factory", "何演", "440106190607020151");
    private static final Person ZHOU = new Person("zhou-fu", "周阿福", "440106190405060139");
    private static final Person CHEN = new Person("chen-guo", "陈果", "440104190711300310");

    private static final Map<String, Object> DISPUTED =
            Map.of(
                    "applicantRole", "employer",
                    "group", "single",
                    "respondents", List.of(Map.of("name", "某员工")),
                    "claims", "返还工具。",
                    "facts", "离职时未归还。",
                    "promise", true);

    private final EventLog log;
    private final JdbcClient jdbc;
    private final TestRestTemplate http;
    private final int port;

    @Autowired
    OrganisationTest(
            EventLog log, JdbcClient jdbc, TestRestTemplate http, @LocalServerPort int port) {
        this.log = log;
        this.jdbc = jdbc;
        this.http = http;
        this.port = port;
    }

    private record Person(String account, String name, String number) {}

    @Test
    void a_clerk_acts_within_the_appointment_with_both_names_in_the_log_until_the_dismissal() {
        Visitor officer = counter();
        assertThat(register(officer, WORKS, HE).text()).contains("Recorded.");
        assertThat(register(officer, WORKS, ZHOU).text()).contains("registered already");
        String he = token(HE);
        String works = organisations(he).path(0).path("id").asText();

        assertThat(appoint(works, he, CHEN, "temporary-assistance").toString())
                .as("what is for people only")
                .contains("mandate-service-unknown");
        assertThat(appoint(works, token(ZHOU), CHEN, "labour-arbitration").toString())
                .as("by somebody else")
                .contains("organisation-not-found");
        String key = UUID.randomUUID().toString();
        assertThat(appoint(works, he, CHEN, "labour-arbitration", key).getStatusCode().value())
                .isEqualTo(204);

        String chen = token(CHEN);
        String clerk = mandateOf(chen, "CLERK");
        act(clerk, chen);
        assertThat(get("/api/v1/disputes", chen)).isEqualTo(200);
        assertThat(get("/api/v1/benefits", chen)).as("what is in no appointment").isEqualTo(403);
        assertThat(get("/api/v1/me/copy", chen)).isEqualTo(403);
        assertThat(file(chen).toString()).contains("mandate-missing");
        assertThat(appoint(works, chen, ZHOU, "labour-arbitration").toString())
                .as("clerks appoint nobody")
                .contains("/problems/forbidden");

        exchange(
                HttpMethod.DELETE, "/api/v1/organisations/" + works + "/clerks/" + clerk, he, null);
        assertThat(get("/api/v1/disputes", chen)).as("after the dismissal").isEqualTo(401);
        assertThat(appoint(works, he, CHEN, "labour-arbitration", key).getStatusCode().value())
                .as("sent again")
                .isEqualTo(204);
        assertThat(appoint(works, he, ZHOU, "labour-arbitration", key).toString())
                .as("somebody else under the same key")
                .contains("organisation-appointment-differs");
        assertThat(story(works))
                .containsExactly(
                        "organisation.registered by tianhe-town-1",
                        "organisation.representative-named by tianhe-town-1",
                        "organisation.clerk-appointed by he-factory",
                        "organisation.agent-dismissed by he-factory");
        assertThat(String.valueOf(log.readStream("organisation:" + works)))
                .doesNotContain("演示作坊", WORKS);
    }

    @Test
    void whoever_speaks_for_it_acts_in_its_name_until_another_does_or_it_is_closed() {
        Visitor officer = counter();
        register(officer, STALL, HE);
        String he = token(HE);
        String stall = "";
        for (JsonNode one : organisations(he)) {
            stall = one.path("code").asText().equals(STALL) ? one.path("id").asText() : stall;
        }
        act(speaks(stall, HE), he);
        JsonNode filed = Objects.requireNonNull(file(he).getBody());
        Recorded applied = log.readStream(filed.path("application").asText()).get(0);
        assertThat(applied.stamp().by().account()).isEqualTo("he-factory");
        assertThat(applied.stamp().by().onBehalfOf()).hasToString(stall);

        Map<String, String> fields = new HashMap<>();
        fields.put("code", STALL);
        fields.put("representativeName", ZHOU.name());
        fields.put("representativeNumber", ZHOU.number());
        assertThat(officer.send("/work/organisations/representative", fields).text())
                .as("without papers")
                .contains("compares the licence");
        fields.put("papers", "REPRESENTATIVE_CERTIFICATE");
        officer.send("/work/organisations/representative", fields);
        assertThat(get("/api/v1/applications", he)).as("who speaks no more").isEqualTo(401);

        String zhou = token(ZHOU);
        act(speaks(stall, ZHOU), zhou);
        assertThat(get("/api/v1/applications", zhou)).isEqualTo(200);
        assertThat(officer.send("/work/organisations/closing", Map.of("code", STALL)).text())
                .as("asked first")
                .contains("Close the account of this organisation?");
        officer.send("/work/organisations/closing", Map.of("code", STALL, "sure", "true"));
        assertThat(get("/api/v1/applications", zhou)).as("after its end").isEqualTo(401);
        String ghost =
                "UPDATE organisation SET closed = ?, person = ? WHERE person = ? AND closed <> ?";
        jdbc.sql(ghost).params(false, "a-ghost", stall, false).update();
        assertThat(register(officer, STALL, ZHOU).text())
                .as("while another counter has just registered it")
                .contains("registered already");
        jdbc.sql(ghost).params(true, stall, "a-ghost", true).update();
        assertThat(register(officer, STALL, ZHOU).text()).as("as a new one").contains("Recorded.");
    }

    @Test
    void only_a_counter_registers_one() {
        for (String account : List.of("li-mei", "tianhe-civil-1", "security-1", "auditor")) {
            Visitor visitor = new Visitor(port);
            visitor.signIn(account, PASSWORD);
            assertThat(visitor.open("/work/organisations").status()).as(account).isEqualTo(403);
        }
        Visitor officer = counter();
        assertThat(register(officer, "91440106MA0000B23Q", HE).text()).contains("check digit");
        assertThat(officer.open("/organisations").status()).as("no citizen").isEqualTo(403);
    }

    private Visitor counter() {
        Visitor officer = new Visitor(port);
        officer.signIn("tianhe-town-1", PASSWORD);
        officer.open("/work/organisations?lang=en");
        return officer;
    }

    private static Page register(Visitor officer, String code, Person representative) {
        return officer.send(
                "/work/organisations/registration",
                Map.of(
                        "code",
                        code,
                        "name",
                        "演示作坊",
                        "phone",
                        "13800000012",
                        "representativeName",
                        representative.name(),
                        "representativeNumber",
                        representative.number(),
                        "papers",
                        "LICENCE"));
    }

    private JsonNode organisations(String token) {
        return Objects.requireNonNull(
                        exchange(HttpMethod.GET, "/api/v1/organisations", token, null).getBody())
                .path("organisations");
    }

    private ResponseEntity<JsonNode> appoint(
            String organisation, String token, Person clerk, String service) {
        return appoint(organisation, token, clerk, service, UUID.randomUUID().toString());
    }

    private ResponseEntity<JsonNode> appoint(
            String organisation, String token, Person clerk, String service, String key) {
        return exchange(
                HttpMethod.POST,
                "/api/v1/organisations/" + organisation + "/clerks",
                token,
                Map.of(
                        "name", clerk.name(),
                        "identityNumber", clerk.number(),
                        "all", false,
                        "services", List.of(service),
                        "acts", List.of("FILE", "ANSWER"),
                        "until", "2099-12-31"),
                key);
    }

    private String mandateOf(String token, String basis) {
        JsonNode mandates =
                Objects.requireNonNull(
                        exchange(HttpMethod.GET, "/api/v1/mandates", token, null).getBody());
        for (JsonNode one : mandates.path("mandates")) {
            if (one.path("basis").asText().equals(basis) && one.path("inForce").asBoolean()) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no mandate: " + mandates);
    }

    private String speaks(String organisation, Person who) {
        return jdbc.sql(
                        "SELECT substr(m.id, 9) FROM mandate m JOIN account a ON a.person = m.agent"
                                + " WHERE m.grantor = ? AND a.account = ? AND m.stage = 'IN_FORCE'")
                .params(organisation, who.account())
                .query(String.class)
                .single();
    }

    private void act(String mandate, String token) {
        ResponseEntity<JsonNode> chosen =
                exchange(
                        HttpMethod.PUT, "/api/v1/mandates/" + mandate + "/choice", token, Map.of());
        assertThat(chosen.getStatusCode().value()).isEqualTo(204);
    }

    private ResponseEntity<JsonNode> file(String token) {
        return exchange(
                HttpMethod.POST,
                "/api/v1/applications",
                token,
                Map.of(
                        "service",
                        "labour-mediation",
                        "region",
                        "440106",
                        "form",
                        DISPUTED,
                        "materials",
                        List.of(paper(token))));
    }

    private Map<String, String> paper(String token) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add(
                "file",
                new ByteArrayResource("%PDF-1.4 licence".getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public String getFilename() {
                        return "licence.pdf";
                    }
                });
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        JsonNode kept =
                http.postForObject(
                        "/api/v1/materials", new HttpEntity<>(parts, headers), JsonNode.class);
        return Map.of("code", "identity-card", "id", kept.path("id").asText());
    }

    private List<String> story(String organisation) {
        return log.readStream("organisation:" + organisation).stream()
                .map(it -> it.name() + " by " + it.stamp().by().account())
                .toList();
    }

    private int get(String path, String token) {
        return exchange(HttpMethod.GET, path, token, null).getStatusCode().value();
    }

    private String token(Person who) {
        return Objects.requireNonNull(
                        http.postForObject(
                                "/api/v1/sessions",
                                Map.of("account", who.account(), "password", PASSWORD),
                                JsonNode.class))
                .path("token")
                .asText();
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
