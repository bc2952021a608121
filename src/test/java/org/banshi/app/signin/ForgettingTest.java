package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.AccessSearch;
import org.banshi.app.access.JournalWriter;
import org.banshi.app.privacy.ErasedPersons;
import org.banshi.app.privacy.Erasures;
import org.banshi.app.signin.Visitor.Page;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.LogPositions;
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

/** Whoever was erased may come again as somebody new; nobody goes on acting for the one who was. */
@BanshiTest
class ForgettingTest {

    private static final String PASSWORD = "banshi-demo";
    private static final String NUMBER = "440106190801030038";
    private static final String AGENT = "zhao-ning";
    private static final Map<String, String> MANDATE =
            Map.of(
                    "grantorName", "归灯",
                    "grantorNumber", NUMBER,
                    "agentName", "赵宁",
                    "agentNumber", "430102190903160194",
                    "basis", "GUARDIAN",
                    "papers", "GUARDIANSHIP_RULING",
                    "all", "true",
                    "acts", "FILE",
                    "until", "");

    private final EventLog log;
    private final LogPositions positions;
    private final JdbcClient jdbc;
    private final Erasures erasures;
    private final JournalWriter writer;
    private final AccessSearch search;
    private final TestRestTemplate http;
    private final Visitor officer;

    @Autowired
    ForgettingTest(
            EventLog log,
            LogPositions positions,
            JdbcClient jdbc,
            Erasures erasures,
            JournalWriter writer,
            AccessSearch search,
            TestRestTemplate http,
            @LocalServerPort int port) {
        this.log = log;
        this.positions = positions;
        this.jdbc = jdbc;
        this.erasures = erasures;
        this.writer = writer;
        this.search = search;
        this.http = http;
        this.officer = new Visitor(port);
        officer.signIn("yuexiu-town-1", PASSWORD);
        officer.open("/work/citizens?lang=en");
    }

    @Test
    void an_erased_person_registers_again_and_mandates_are_over() {
        assertThat(register("gui-deng").status()).isEqualTo(200);
        assertThat(officer.send("/work/mandates", MANDATE).leadsTo())
                .isEqualTo("/work/mandates?done");
        PersonId person = new PersonId(person("gui-deng"));
        String mandate = mandate(person);
        String agent = token();
        exchange(
                HttpMethod.PUT,
                "/api/v1/mandates/" + mandate.replace("mandate:", "") + "/choice",
                agent,
                Map.of());

        agentsTakeNothingAway(agent);
        agentsReadUnderTheirMandate(agent, mandate, person);

        String hash =
                jdbc.sql("SELECT identity_hash FROM account WHERE account = 'gui-deng'")
                        .query(String.class)
                        .single();
        assertThat(claims(hash)).isOne();
        erasures.erase(Actor.system("test"), person, ErasureGround.PURPOSE_REACHED, "T-1");
        assertThat(positions.await(ErasedPersons.NAME, log.head(), Duration.ofSeconds(20)))
                .isTrue();

        assertThat(log.readStream(mandate).stream().map(Recorded::name))
                .containsExactly("mandate.proven", "mandate.ended");
        assertThat(status(agent, "/api/v1/applications")).isEqualTo(401);
        List<Recorded> story = log.readStream("citizen:" + person.value());
        assertThat(story.stream().map(Recorded::name))
                .containsExactly(
                        "citizen.registered", "citizen.access-opened", "citizen.forgotten");
        assertThat(((CitizenEvent.Registered) story.get(0).event()).identity()).isNull();
        assertThat(claims(hash)).isZero();
        assertThat(
                        jdbc.sql("SELECT count(*) FROM event_log WHERE payload LIKE ?")
                                .param("%" + hash + "%")
                                .query(Long.class)
                                .single())
                .as("the hash in the log")
                .isZero();

        assertThat(register("gui-deng-2").status()).isEqualTo(200);
        assertThat(person("gui-deng-2")).isNotEqualTo(person.value());
        assertThat(register("gui-deng-3").text()).contains("registered already");
    }

    private void agentsTakeNothingAway(String agent) {
        for (String path : List.of("/api/v1/me/copy", "/api/v1/me/accesses", "/me")) {
            assertThat(status(agent, path)).as(path).isEqualTo(403);
        }
        assertThat(
                        exchange(HttpMethod.POST, "/api/v1/me/erasure", agent, Map.of("sure", true))
                                .getStatusCode()
                                .value())
                .isEqualTo(403);
    }

    private void agentsReadUnderTheirMandate(String agent, String mandate, PersonId grantor) {
        assertThat(status(agent, "/api/v1/applications")).isEqualTo(200);
        writer.write();
        AccessSearch.Wanted wanted =
                new AccessSearch.Wanted(grantor.value(), null, AGENT, null, null, null, null);

        assertThat(search.find(wanted, null, 50).rows())
                .extracting(AccessSearch.Found::access)
                .anySatisfy(
                        it -> {
                            assertThat(it.operation()).isEqualTo("GET /api/v1/applications");
                            assertThat(it.ground()).isEqualTo(Ground.MANDATE);
                            assertThat(it.object()).isEqualTo(mandate);
                        })
                .noneMatch(it -> it.ground() == Ground.OWN);
    }

    private Page register(String account) {
        return officer.send(
                "/work/citizens/registration",
                Map.of(
                        "name", "归灯",
                        "identityNumber", NUMBER,
                        "phone", "13800000098",
                        "paper", "ID_CARD",
                        "account", account));
    }

    private long claims(String hash) {
        return jdbc.sql("SELECT count(*) FROM event_claim WHERE key = ?")
                .param(hash)
                .query(Long.class)
                .single();
    }

    private String mandate(PersonId grantor) {
        return jdbc.sql("SELECT id FROM mandate WHERE grantor = ?")
                .param(grantor.value())
                .query(String.class)
                .single();
    }

    private String person(String account) {
        return jdbc.sql("SELECT person FROM account WHERE account = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private String token() {
        return Objects.requireNonNull(
                        http.postForObject(
                                "/api/v1/sessions",
                                Map.of("account", AGENT, "password", PASSWORD),
                                JsonNode.class))
                .path("token")
                .asText();
    }

    private int status(String token, String path) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class)
                .getStatusCode()
                .value();
    }

    private ResponseEntity<JsonNode> exchange(
            HttpMethod method, String path, String token, @Nullable Map<String, ?> body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        headers.set("Idempotency-Key", UUID.randomUUID().toString());
        return http.exchange(path, method, new HttpEntity<>(body, headers), JsonNode.class);
    }
}
