package org.banshi.app.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.banshi.app.BanshiTest;
import org.banshi.app.signin.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BanshiTest
class VerificationPageTest {

    private static final String WORDS = "写了很久的异议 \"<b>";
    private static final String ESCAPED = "写了很久的异议 &quot;&lt;b&gt;";

    private final Visitor visitor;
    private final Visitor somebodyElse;
    private final JdbcClient jdbc;

    @Autowired
    VerificationPageTest(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.visitor = new Visitor(port);
        this.somebodyElse = new Visitor(port);
    }

    @Test
    void asks_before_a_personal_page_and_leads_back_to_it() {
        visitor.signIn("chen-guo", "banshi-demo");
        Page refused = growOld();

        assertThat(refused.leadsTo()).isEqualTo("/sign-in/verify?to=%2Fcases");
        visitor.open(refused.leadsTo());
        assertThat(
                        visitor.send(
                                        "/sign-in/verify",
                                        Map.of("password", "banshi-demo", "to", "/cases"))
                                .leadsTo())
                .isEqualTo("/cases");
        assertThat(visitor.open("/cases").status()).isEqualTo(200);
    }

    @Test
    void keeps_what_a_form_was_sending() {
        visitor.signIn("chen-guo", "banshi-demo");
        visitor.open("/cases");
        growOld();

        Map<String, String> words = Map.of("objection", WORDS);
        Page whole = visitor.send("/notices/1/objections", words);
        Page part =
                visitor.send(
                        "/notices/1/objections",
                        words,
                        Map.of("HX-Request", "true", "HX-Current-URL", "http://x/notices/1"));
        assertThat(part.status()).isEqualTo(204);
        for (Page refused : List.of(whole, part)) {
            assertThat(refused.leadsTo()).startsWith("/sign-in/verify?to=%2Fsign-in%2Fheld%2F");
        }
        assertThat(visitor.open(part.leadsTo()).text()).contains("id=\"held\"");
        String held = URLDecoder.decode(part.leadsTo(), UTF_8).split("to=")[1];
        Map<String, String> wrong = Map.of("password", "wrong", "to", held);
        assertThat(visitor.send("/sign-in/verify", wrong).text()).contains("id=\"held\"");
        Map<String, String> right = Map.of("password", "banshi-demo", "to", held);
        assertThat(visitor.send("/sign-in/verify", right).leadsTo()).isEqualTo(held);

        assertThat(visitor.open(held).text())
                .contains("action=\"/notices/1/objections\"")
                .contains("name=\"objection\"")
                .contains(ESCAPED);
        assertThat(visitor.send("/notices/1/objections", Map.of("objection", WORDS)).status())
                .as("no such notice, but asked")
                .isEqualTo(404);
    }

    @Test
    void keeps_for_the_same_account_what_was_sent_after_the_session_had_run_out() {
        visitor.signIn("zhou-fu", "banshi-demo");
        visitor.open("/cases");
        assertThat(visitor.keeps("banshi-session")).isGreaterThan(Duration.ofHours(35));
        jdbc.sql(
                        "UPDATE session SET expires_at = now() - interval '23 hours'"
                                + " WHERE account = 'zhou-fu'")
                .update();
        somebodyElse.signIn("he-factory", "banshi-demo");
        await().until(() -> visitor.open("/cases"), page -> page.leadsTo().contains("RAN_OUT"));

        String leadsTo =
                visitor.send("/notices/1/objections", Map.of("objection", WORDS)).leadsTo();
        assertThat(leadsTo).startsWith("/sign-in?why=RAN_OUT&to=%2Fsign-in%2Fheld%2F");
        String held = URLDecoder.decode(leadsTo.substring(leadsTo.indexOf("%2F")), UTF_8);
        assertThat(jdbc.sql("SELECT content FROM held_form").query(String.class).list())
                .noneMatch(content -> content.contains("很久"));

        visitor.signIn("he-factory", "banshi-demo");
        assertThat(visitor.open(held).leadsTo()).as("somebody else").isEqualTo("/");
        visitor.signIn("zhou-fu", "banshi-demo");
        assertThat(visitor.open(held).text())
                .contains("action=\"/notices/1/objections\"")
                .contains("name=\"objection\"")
                .contains(ESCAPED);
        String id = held.substring(held.lastIndexOf('/') + 1);
        visitor.send("/notices/1/objections", Map.of("objection", WORDS, "_held", id));
        assertThat(visitor.open(held).status()).as("refused: it stays").isEqualTo(200);
        visitor.send("/inbox", Map.of("until", "2020-01-01T00:00:00Z", "_held", id));
        assertThat(visitor.open(held).leadsTo()).as("sent once").isEqualTo("/");
    }

    @Test
    void keeps_for_the_same_account_what_was_sent_after_signing_out_in_another_tab() {
        visitor.signIn("zhou-fu", "banshi-demo");
        visitor.open("/cases");

        visitor.send("/sign-out", Map.of());
        assertThat(visitor.open("/cases").leadsTo()).startsWith("/sign-in?why=SIGNED_OUT");
        Page sent = visitor.send("/notices/1/objections", Map.of("objection", WORDS));

        assertThat(sent.leadsTo()).startsWith("/sign-in?why=SIGNED_OUT&to=%2Fsign-in%2Fheld%2F");
        assertThat(visitor.open(sent.leadsTo()).text())
                .contains("You signed out", "id=\"held\"")
                .doesNotContain("周阿福");
        String leadsTo = sent.leadsTo();
        String held = URLDecoder.decode(leadsTo.substring(leadsTo.indexOf("%2F")), UTF_8);
        visitor.signIn("he-factory", "banshi-demo");
        assertThat(visitor.open(held).leadsTo()).as("somebody else").isEqualTo("/");
        visitor.signIn("zhou-fu", "banshi-demo");
        assertThat(visitor.open(held).text())
                .contains("action=\"/notices/1/objections\"")
                .contains(ESCAPED);
    }

    @Test
    void a_log_in_of_the_same_one_leaves_the_forms_of_other_tabs_their_token() {
        visitor.signIn("chen-guo", "banshi-demo");
        String token = visitor.open("/cases").text().split("name=\"_csrf\"")[1].split("\"")[1];
        visitor.signIn("chen-guo", "banshi-demo");

        Map<String, String> form = Map.of("objection", WORDS, "_csrf", token);
        assertThat(visitor.send("/notices/1/objections", form).status())
                .as("no such notice, but asked")
                .isEqualTo(404);
        visitor.signIn("zhou-fu", "banshi-demo");
        int before = kept();
        Page others =
                visitor.send(
                        "/notices/1/objections", form, Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(others.status()).as("of somebody else, from a page of ours").isEqualTo(403);
        assertThat(others.leadsTo()).isEmpty();
        assertThat(others.text()).contains("opened in another log-in");
        assertThat(kept()).as("kept for nobody").isEqualTo(before);
    }

    private int kept() {
        return jdbc.sql("SELECT count(*) FROM held_form").query(Integer.class).single();
    }

    /** Until the node no longer trusts what it read of the session; what a page answers then. */
    private Page growOld() {
        jdbc.sql("UPDATE session SET verified_at = now() - interval '31 minutes'").update();
        return await().until(() -> visitor.open("/cases"), page -> page.status() != 200);
    }
}
