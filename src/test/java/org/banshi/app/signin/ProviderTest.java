package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.banshi.app.BanshiTest;
import org.banshi.app.TestDatabase;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** OpenID Connect with a provider of the real kind: who comes in, as whom, and who does not. */
@BanshiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderTest {

    private static final String REFUSED = "/sign-in?why=PROVIDER_REFUSED";

    private static final String UNLINKED =
            "/sign-in?why=PROVIDER_UNLINKED&to=/sign-in/with/province";

    private final EventLog log;
    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final String origin;
    private Province province;

    @Autowired
    ProviderTest(EventLog log, JdbcClient jdbc, Sessions sessions, @LocalServerPort int port) {
        this.sessions = sessions;
        this.log = log;
        this.jdbc = jdbc;
        this.origin = "http://localhost:" + port;
    }

    @BeforeAll
    void open() {
        province = new Province(TestDatabase.PROVINCE_PORT, origin);
    }

    @AfterAll
    void close() {
        province.close();
    }

    @Test
    void whom_it_vouches_for_becomes_known_at_its_level_and_comes_in() throws Exception {
        Guest lan = new Guest();

        assertThat(lan.enter("province", "lan")).isEqualTo("/cases");
        assertThat(lan.get(origin + "/cases").statusCode()).isEqualTo(200);

        Guest again = new Guest();
        assertThat(again.enter("province", "lan")).isEqualTo("/cases");
        List<String> persons =
                jdbc.sql(
                                "SELECT person FROM account WHERE trust_level = 3 AND account LIKE 'u-%'"
                                        + " AND NOT disabled")
                        .query(String.class)
                        .list();
        assertThat(persons).hasSize(1);
        assertThat(log.readStream("citizen:" + persons.get(0)).stream().map(Recorded::name))
                .containsExactly("citizen.registered", "citizen.access-opened");
    }

    @Test
    void vouches_again_for_whoever_has_no_password_and_the_session_goes_on() throws Exception {
        Guest lan = new Guest();
        lan.enter("province", "lan");
        String token = lan.session();
        jdbc.sql("UPDATE session SET verified_at = now() - interval '31 minutes'").update();
        String verify =
                Awaitility.await()
                        .until(() -> leadsTo(lan.get(origin + "/cases")), it -> !it.isEmpty());

        assertThat(verify).startsWith("/sign-in/verify");
        assertThat(lan.get(origin + verify).body()).contains("/sign-in/with/province?to=");
        lan.leaveThere();
        assertThat(lan.enter("province", "lan")).isEqualTo("/cases");
        assertThat(lan.session()).as("the same session").isEqualTo(token);
        assertThat(lan.get(origin + "/cases").statusCode()).isEqualTo(200);
        assertThat(sessions.findNow(token).orElseThrow().signedIn().trustLevel()).isEqualTo(3);
    }

    @Test
    void whoever_is_known_better_logs_in_here_once_and_is_then_known_as_there() throws Exception {
        assertThat(new Guest().enter("province", "mei")).as("not linked yet").isEqualTo(UNLINKED);
        Guest other = new Guest();
        other.logIn("chen-guo");
        assertThat(other.enter("province", "mei")).as("by somebody else").isEqualTo(UNLINKED);
        Guest mei = new Guest();
        assertThat(mei.logIn("li-mei")).endsWith("/sign-in/with/province");
        assertThat(mei.enter("province", "mei")).isEqualTo("/cases");

        Guest again = new Guest();
        assertThat(again.enter("province", "mei")).as("once linked").isEqualTo("/cases");

        assertThat(again.get(origin + "/cases").body()).contains("李梅");
        assertThat(level("li-mei")).isEqualTo(4);
        assertThat(sessions.findNow(again.session()).orElseThrow().signedIn().trustLevel())
                .as("as well as the provider knows her")
                .isEqualTo(3);
        assertThat(leadsTo(again.get(origin + "/sign-in/passkeys")))
                .as("no way in that would know her better")
                .startsWith("/sign-in/verify");
        sessions.verified(again.session());
        assertThat(sessions.findNow(again.session()).orElseThrow().signedIn().trustLevel())
                .as("once proven here")
                .isEqualTo(4);
    }

    @Test
    void who_logged_in_there_before_the_question_is_not_there_now() throws Exception {
        assertThat(new Guest().enter("province", "stale-lan")).isEqualTo(REFUSED);
        assertThat(new Guest().enter("province", "timeless-lan")).isEqualTo(REFUSED);
    }

    @Test
    void a_first_password_that_ran_out_closes_no_other_way_in() throws Exception {
        new Guest().enter("province", "lan");
        Guest lan = new Guest();
        jdbc.sql(
                        """
                        UPDATE account SET password_new = true,
                            password_until = now() - interval '1 day'
                        WHERE account IN (SELECT account FROM provider_link
                            WHERE provider = 'province' AND account LIKE 'u-%')
                        """)
                .update();

        assertThat(lan.enter("province", "lan")).isEqualTo("/cases");
        assertThat(lan.get(origin + "/cases").statusCode()).isEqualTo(200);
    }

    @Test
    void the_same_number_under_another_name_is_nobody() throws Exception {
        assertThat(new Guest().enter("province", "false-mei")).isEqualTo(REFUSED);
    }

    @Test
    void staff_come_in_by_their_account_and_citizens_not_by_theirs() throws Exception {
        Guest clerk = new Guest();

        assertThat(clerk.enter("bureau", "clerk")).isEqualTo("/cases");
        assertThat(clerk.get(origin + "/work").statusCode()).isEqualTo(200);
        assertThat(new Guest().enter("bureau", "sly")).isEqualTo(REFUSED);
        assertThat(new Guest().enter("bureau", "lan")).as("without an account").isEqualTo(REFUSED);
    }

    @Test
    void an_answer_holds_once_for_the_browser_that_asked_and_as_it_was_given() throws Exception {
        Guest lan = new Guest();
        String answer = lan.fetch("province", "lan");
        assertThat(answer).startsWith(origin + "/sign-in/with/province/answer?code=");

        assertThat(leadsTo(new Guest().get(answer))).as("another browser").isEqualTo(REFUSED);
        assertThat(leadsTo(lan.get(answer))).isEqualTo("/cases");
        assertThat(leadsTo(lan.get(answer))).as("a second time").isEqualTo(REFUSED);

        Guest tampered = new Guest();
        String other = tampered.fetch("province", "lan").replace("state=", "state=_");
        assertThat(leadsTo(tampered.get(other))).as("another state").isEqualTo(REFUSED);

        Guest crossed = new Guest();
        String elsewhere = crossed.fetch("province", "lan").replace("/province/", "/bureau/");
        assertThat(leadsTo(crossed.get(elsewhere))).as("another provider").isEqualTo(REFUSED);
    }

    @Test
    void asks_with_a_challenge_of_its_own_and_for_a_log_in_now() throws Exception {
        String asked = leadsTo(new Guest().get(origin + "/sign-in/with/province"));

        assertThat(asked)
                .startsWith("http://localhost:" + TestDatabase.PROVINCE_PORT)
                .contains(
                        "code_challenge_method=S256",
                        "nonce=",
                        "state=",
                        "prompt=login",
                        "max_age=0");
    }

    @Test
    void who_does_not_call_itself_by_the_issuers_name_is_not_believed() throws Exception {
        assertThat(leadsTo(new Guest().get(origin + "/sign-in/with/impostor"))).isEqualTo(REFUSED);
        assertThat(leadsTo(new Guest().get(origin + "/sign-in/with/nobody"))).isEqualTo(REFUSED);
    }

    private int level(String account) {
        return jdbc.sql("SELECT trust_level FROM account WHERE account = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    private static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** A browser that goes there and back. */
    private final class Guest {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(SessionFilter.COOKIE))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
        }

        /** As if the browser had not logged in there. */
        void leaveThere() {
            List<HttpCookie> all = List.copyOf(cookies.getCookieStore().getCookies());
            all.stream()
                    .filter(cookie -> !cookie.getName().startsWith("banshi"))
                    .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
        }

        /** Logs in here; the answer is where that leads. */
        String logIn(String account) throws Exception {
            Matcher token =
                    Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"")
                            .matcher(get(origin + UNLINKED).body());
            assertThat(token.find()).isTrue();
            HttpRequest entering =
                    HttpRequest.newBuilder(URI.create(origin + "/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    BodyPublishers.ofString(
                                            "_csrf="
                                                    + token.group(1)
                                                    + "&to=/sign-in/with/province&password=banshi-demo"
                                                    + "&account="
                                                    + account))
                            .build();
            return leadsTo(http.send(entering, BodyHandlers.ofString()));
        }

        HttpResponse<String> get(String address) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        }

        /** Logs in there; the answer is where the browser is sent back to. */
        String fetch(String provider, String user) throws Exception {
            String next = leadsTo(get(origin + "/sign-in/with/" + provider + "?to=/cases"));
            String there = "http://localhost:" + TestDatabase.PROVINCE_PORT;
            assertThat(leadsTo(get(next))).isEqualTo(there + "/login");
            HttpResponse<String> entered =
                    http.send(
                            HttpRequest.newBuilder(URI.create(there + "/login"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "username="
                                                            + user
                                                            + "&password="
                                                            + Province.PASSWORD))
                                    .build(),
                            BodyHandlers.ofString());
            return leadsTo(get(leadsTo(entered)));
        }

        String enter(String provider, String user) throws Exception {
            return leadsTo(get(fetch(provider, user)));
        }
    }
}
