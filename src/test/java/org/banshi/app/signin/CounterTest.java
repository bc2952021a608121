package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.Desk;
import org.banshi.app.signin.Visitor.Page;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who come to a counter with a paper, and leave with an account. */
@BanshiTest
class CounterTest {

    private static final String PASSWORD = "banshi-demo";
    private static final String OWN = "a quiet river bends";
    private static final String NUMBER = "440106190801010010";

    private final EventLog log;
    private final JdbcClient jdbc;
    private final Visitor officer;
    private final TestRestTemplate http;
    private final Desk desk;
    private final int port;

    @Autowired
    CounterTest(EventLog log, JdbcClient jdbc, TestRestTemplate http, @LocalServerPort int port) {
        this.http = http;
        this.desk = new Desk(http);
        this.log = log;
        this.jdbc = jdbc;
        this.port = port;
        this.officer = new Visitor(port);
        officer.signIn("tianhe-town-1", PASSWORD);
        officer.open("/work/citizens?lang=en");
    }

    @Test
    void are_registered_by_programs_of_the_counter_alike() {
        Map<String, Object> shown =
                Map.of(
                        "name", "关小灯",
                        "identityNumber", "44010619080101007X",
                        "phone", "13800000099",
                        "paper", "ID_CARD");
        JsonNode registered = desk.ok(desk.post("tianhe-town-1", "/api/v1/citizens", shown));
        String account = registered.path("account").asText();

        assertThat(account).startsWith("u-");
        assertThat(new Visitor(port).signIn(account, registered.path("password").asText()).text())
                .contains("Choose your password");
        assertThat(story(account))
                .containsExactly(
                        "citizen.registered by tianhe-town-1",
                        "citizen.access-opened by tianhe-town-1");
        assertThat(status("/api/v1/citizens", shown)).as("twice").isEqualTo(409);
        Map<String, Object> child = new HashMap<>(shown);
        child.put("identityNumber", "440106190801010088");
        String key = UUID.randomUUID().toString();
        JsonNode first = withKey(key, child);
        JsonNode repeated = withKey(key, child);
        assertThat(repeated.path("account")).isEqualTo(first.path("account"));
        assertThat(first.path("password").asText()).hasSize(23);
        assertThat(repeated.path("password").isNull()).as("told once").isTrue();
        assertThat(status("/api/v1/citizens", Map.of("paper", "ID_CARD"))).isEqualTo(409);
        assertThat(status("/api/v1/citizens", Map.of("name", "关小灯"))).isEqualTo(422);
        assertThat(status("/api/v1/citizens/proofs", shown)).isEqualTo(400);
        Map<String, Object> again = new HashMap<>(shown);
        again.remove("phone");
        assertThat(status("/api/v1/citizens/proofs", again)).isEqualTo(204);
        again.put("name", "关大灯");
        assertThat(status("/api/v1/citizens/proofs", again)).isEqualTo(409);
        assertThat(desk.post("tianhe-civil-1", "/api/v1/citizens", shown).getStatusCode().value())
                .as("no counter")
                .isEqualTo(403);
    }

    /** Also for whoever was known without an account. */
    @Test
    void programs_of_the_counter_give_access_to_whoever_two_officers_saw() {
        Map<String, Object> child =
                Map.of(
                        "name", "关小草",
                        "identityNumber", "440106190801010096",
                        "phone", "13800000098",
                        "paper", "HOUSEHOLD_BOOK",
                        "withoutAccess", true);
        assertThat(status("/api/v1/citizens", child)).isEqualTo(201);
        String recoveries = "/api/v1/citizens/recoveries";
        Map<String, Object> seen =
                Map.of(
                        "name", "关小草",
                        "identityNumber", "440106190801010096",
                        "paper", "ID_CARD");
        assertThat(desk.post("tianhe-civil-1", recoveries, seen).getStatusCode().value())
                .as("no counter")
                .isEqualTo(403);
        assertThat(status(recoveries, seen)).isEqualTo(204);
        String account = waiting("tianhe-town-1");
        assertThat(waiting("yuexiu-town-1")).as("in another region").isEmpty();
        Map<String, Object> whose = Map.of("account", account, "name", "关小草");
        assertThat(status(recoveries + "/passwords", whose)).as("alone").isEqualTo(409);
        assertThat(status(recoveries + "/confirmations", whose)).as("oneself").isEqualTo(409);
        assertThat(
                        desk.post("tianhe-town-2", recoveries + "/confirmations", whose)
                                .getStatusCode()
                                .value())
                .isEqualTo(204);

        JsonNode opened = desk.ok(desk.post("tianhe-town-1", recoveries + "/passwords", whose));

        assertThat(new Visitor(port).signIn(account, opened.path("password").asText()).text())
                .contains("Choose your password");
        assertThat(status(recoveries + "/passwords", whose)).as("once").isEqualTo(409);
        await().untilAsserted(() -> assertThat(warnings(account)).containsExactly("138****0098"));
        assertThat(story(account))
                .containsExactly(
                        "citizen.registered by tianhe-town-1",
                        "citizen.recovery-asked by tianhe-town-1",
                        "citizen.recovery-confirmed by tianhe-town-2",
                        "citizen.access-opened by tianhe-town-1");
    }

    /** The account that is asked for and nobody confirmed, as this officer sees it; else empty. */
    private String waiting(String reader) {
        JsonNode list = desk.ok(desk.get(reader, "/api/v1/citizens/recoveries"));
        for (JsonNode one : list.path("waiting")) {
            if (one.path("confirmedBy").isNull()
                    && one.path("askedBy").asText().equals("tianhe-town-1")) {
                return one.path("account").asText();
            }
        }
        return "";
    }

    private JsonNode withKey(String key, Map<String, Object> body) {
        Map<String, String> who = Map.of("account", "tianhe-town-1", "password", PASSWORD);
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(
                http.postForObject("/api/v1/sessions", who, JsonNode.class).path("token").asText());
        headers.add("Idempotency-Key", key);
        return desk.ok(
                http.exchange(
                        "/api/v1/citizens",
                        HttpMethod.POST,
                        new HttpEntity<>(body, headers),
                        JsonNode.class));
    }

    private int status(String path, Map<String, Object> body) {
        return desk.post("tianhe-town-1", path, body).getStatusCode().value();
    }

    @Test
    void give_an_account_to_whoever_shows_a_paper_and_give_it_back_when_it_was_lost() {
        assertThat(officer.send("/work/citizens", Map.of("identityNumber", NUMBER)).text())
                .contains("Person and paper agree");
        assertThat(register("440106190801010011", "guan-deng").status()).isEqualTo(422);
        Page registered = register(NUMBER, "guan-deng");
        assertThat(registered.status()).isEqualTo(200);

        Visitor guan = new Visitor(port);
        String first = shown(registered);
        assertThat(guan.signIn("guan-deng", first).text()).contains("Choose your password");
        guan.send("/sign-in/password", Map.of("current", first, "password", OWN, "again", OWN));
        assertThat(guan.open("/cases").status()).isEqualTo(200);
        assertThat(guan.open("/cases").text()).contains("关灯");
        assertThat(plainNames()).as("no name in clear in the table").doesNotContain("关灯");

        assertThat(register(NUMBER, "guan-deng-2").text()).contains("registered already");
        StrangersPasskey.add(jdbc, "guan-deng");
        Map<String, String> wrong = recovery("关大灯");
        assertThat(officer.send("/work/citizens/recovery", wrong).text())
                .contains("not the one on record");
        officer.send("/work/citizens/recovery", recovery("关灯"));
        Map<String, String> it = Map.of("account", "guan-deng", "name", "关灯");
        assertThat(officer.send("/work/citizens/recovery/password", it).text())
                .as("alone")
                .contains("second officer");
        assertThat(officer.send("/work/citizens/recovery/confirmation", it).text())
                .as("one's own")
                .contains("second officer");
        Visitor colleague = new Visitor(port);
        colleague.signIn("tianhe-town-2", PASSWORD);
        assertThat(colleague.open("/work/citizens/recovery?lang=en").text())
                .contains("guan-deng", "Asked by tianhe-town-1");
        jdbc.sql(
                        "INSERT INTO recovery (account, paper, asked_by, region, day, confirmed_by)"
                                + " VALUES ('long-ago', 'ID_CARD', 'a', '440106', '1999-01-01', 'b')")
                .update();
        colleague.send("/work/citizens/recovery/confirmation", it);
        officer.send("/work/citizens/recovery/confirmation", it);
        assertThat(confirmedBy("guan-deng"))
                .as("not the one who asked")
                .containsExactly("tianhe-town-2");
        officer.send("/work/citizens/recovery", recovery("关灯"));
        colleague.send("/work/citizens/recovery/confirmation", it);
        assertThat(confirmedBy("long-ago")).as("tidied away").isEmpty();
        assertThat(guan.open("/cases").status()).as("until it is done").isEqualTo(200);
        Page recovered = officer.send("/work/citizens/recovery/password", it);
        assertThat(StrangersPasskey.isThere(jdbc, "guan-deng")).isFalse();
        assertThat(guan.open("/cases").leadsTo()).startsWith("/sign-in?why=ACCOUNT_CHANGED");
        assertThat(guan.signIn("guan-deng", OWN).status()).isEqualTo(422);
        assertThat(guan.signIn("guan-deng", shown(recovered)).text())
                .contains("Choose your password");
        await().untilAsserted(
                        () ->
                                assertThat(warnings("guan-deng"))
                                        .as("on the phone that is on record")
                                        .containsExactly("138****0099"));
        assertThat(story("guan-deng"))
                .containsExactly(
                        "citizen.registered by tianhe-town-1",
                        "citizen.access-opened by tianhe-town-1",
                        "citizen.recovery-asked by tianhe-town-1",
                        "citizen.recovery-confirmed by tianhe-town-2",
                        "citizen.recovery-asked by tianhe-town-1",
                        "citizen.recovery-confirmed by tianhe-town-2",
                        "citizen.access-recovered by tianhe-town-1");
    }

    @Test
    void raise_the_level_of_whoever_was_known_by_less() {
        Map<String, String> paper =
                Map.of("identityNumber", "440104190711300310", "name", "陈果", "paper", "ID_CARD");

        Page checked = officer.send("/work/citizens/proof", paper);

        assertThat(checked.text()).contains("Checked.").contains("id=\"level\">5<");
        assertThat(story("chen-guo"))
                .endsWith("citizen.proven by tianhe-town-1")
                .startsWith("citizen.registered by accounts");
    }

    @Test
    void a_first_password_opens_nothing_after_a_week() {
        String first = shown(register("440106190801020016", "zhong-deng"));
        jdbc.sql("UPDATE account SET password_until = now() - interval '1 s' WHERE account = ?")
                .param("zhong-deng")
                .update();

        assertThat(new Visitor(port).signIn("zhong-deng", first).status()).isEqualTo(422);
    }

    @Test
    void are_closed_to_citizens_and_other_offices() {
        for (String account : List.of("li-mei", "tianhe-civil-1", "security-1", "auditor")) {
            Visitor visitor = new Visitor(port);
            visitor.signIn(account, PASSWORD);
            assertThat(visitor.open("/work/citizens").status()).as(account).isEqualTo(403);
        }
    }

    @Test
    void holders_see_their_own_sessions_and_end_them() {
        Visitor desk = new Visitor(port);
        Visitor other = new Visitor(port);
        desk.signIn("yuexiu-town-2", PASSWORD);
        other.signIn("yuexiu-town-2", PASSWORD);
        Page list = desk.open("/sign-in/sessions?lang=en");
        assertThat(list.text()).contains("this one").contains("End it");
        Matcher id = Pattern.compile("/sign-in/sessions/([0-9a-f]+)/end").matcher(list.text());
        assertThat(id.find()).isTrue();

        officer.open("/sign-in/sessions");
        officer.send("/sign-in/sessions/" + id.group(1) + "/end", Map.of());
        assertThat(other.open("/work").status()).as("ended by somebody else").isEqualTo(200);
        desk.send("/sign-in/sessions/" + id.group(1) + "/end", Map.of());

        assertThat(other.open("/work").leadsTo()).startsWith("/sign-in?why=ENDED_ELSEWHERE");
        assertThat(desk.open("/work").status()).isEqualTo(200);
    }

    @Test
    void what_is_offered_first_is_the_holders_choice() {
        Visitor zhou = new Visitor(port);
        zhou.signIn("zhou-fu", PASSWORD);
        assertThat(order(zhou.open("/sign-in/verify"))).containsExactly("password", "passkey");
        zhou.open("/sign-in/passkeys");

        zhou.send("/sign-in/preference", Map.of("way", "PASSKEY"));

        assertThat(order(zhou.open("/sign-in/verify"))).containsExactly("passkey", "password");
        assertThat(order(zhou.open("/sign-in"))).containsExactly("passkey", "password");
    }

    /** In which order a page offers the ways. */
    private static List<String> order(Page page) {
        return Pattern.compile("data-passkey|id=\"password\"")
                .matcher(page.text())
                .results()
                .map(found -> found.group().startsWith("data") ? "passkey" : "password")
                .toList();
    }

    private Page register(String number, String account) {
        return officer.send(
                "/work/citizens/registration",
                Map.of(
                        "name", "关灯",
                        "identityNumber", number,
                        "phone", "138 0000 0099",
                        "paper", "ID_CARD",
                        "account", account));
    }

    private static Map<String, String> recovery(String name) {
        return Map.of("identityNumber", NUMBER, "name", name, "paper", "ID_CARD");
    }

    private List<String> confirmedBy(String account) {
        return jdbc.sql("SELECT confirmed_by FROM recovery WHERE account = ?")
                .param(account)
                .query(String.class)
                .list();
    }

    private List<String> plainNames() {
        return jdbc.sql("SELECT name_zh FROM account").query(String.class).list();
    }

    private List<String> warnings(String account) {
        return jdbc.sql(
                        """
                        SELECT o.address FROM outbox o JOIN account a ON starts_with(o.delivery,
                            'warning:citizen:' || a.person || ':') WHERE a.account = ?
                        """)
                .param(account)
                .query(String.class)
                .list();
    }

    private List<String> story(String account) {
        String person =
                jdbc.sql("SELECT person FROM account WHERE account = ?")
                        .param(account)
                        .query(String.class)
                        .single();
        return log.readStream("citizen:" + person).stream().map(CounterTest::told).toList();
    }

    private static String told(Recorded one) {
        return one.name() + " by " + one.stamp().by().account();
    }

    private static String shown(Page page) {
        Matcher matcher =
                Pattern.compile("<code id=\"password\">([^<]*)</code>").matcher(page.text());
        assertThat(matcher.find()).as(page.text()).isTrue();
        return matcher.group(1);
    }
}
