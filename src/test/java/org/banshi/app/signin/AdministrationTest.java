package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.app.BanshiTest;
import org.banshi.app.signin.Visitor.Page;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts of staff from page to log, by two security administrators. */
@BanshiTest
class AdministrationTest {

    private static final String PASSWORD = "banshi-demo";
    private static final String OWN = "a quiet river bends";

    private final EventLog log;
    private final JdbcClient jdbc;
    private final TestRestTemplate http;
    private final Visitor wang;
    private final Visitor zhao;
    private final int port;

    @Autowired
    AdministrationTest(
            EventLog log, JdbcClient jdbc, TestRestTemplate http, @LocalServerPort int port) {
        this.log = log;
        this.jdbc = jdbc;
        this.http = http;
        this.port = port;
        this.wang = new Visitor(port);
        this.zhao = new Visitor(port);
    }

    @Test
    void opens_an_account_whose_holder_chooses_the_password() {
        String first = openOfficer("sun-clerk");
        Visitor sun = new Visitor(port);

        Page asked = sun.signIn("sun-clerk", first);
        assertThat(asked.text()).contains("Choose your password");
        assertThat(sun.open("/work").leadsTo()).startsWith("/sign-in");
        assertThat(choose(sun, first, "password123").status()).isEqualTo(422);
        assertThat(choose(sun, first, OWN).leadsTo()).isEqualTo("/work");

        assertThat(sun.open("/work").status()).isEqualTo(200);
        assertThat(api("sun-clerk", first, "").getStatusCode().value()).isEqualTo(401);
        assertThat(api("sun-clerk", OWN, "").getStatusCode().value()).isEqualTo(201);
        assertThat(story("sun-clerk")).containsExactly("account.opened by security-1");
    }

    @Test
    void makes_an_administrator_only_by_two_pairs_of_eyes() {
        openOfficer("ma-clerk");
        wang.send(path("ma-clerk", "/proposal"), Map.of("role", "AUDITOR"));

        Page own = answer(wang, "AUDITOR", true);
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.text()).contains("Nobody agrees to one&#39;s own proposal");

        zhao.signIn("security-2", PASSWORD);
        assertThat(zhao.open(path("ma-clerk", "")).text()).contains("proposed by security-1");
        Page again = zhao.send(path("ma-clerk", "/proposal"), Map.of("role", "AUDITOR"));
        assertThat(again.text())
                .contains("proposed already")
                .contains("proposed by security-1")
                .contains("name=\"role\" value=\"AUDITOR\"");
        wang.send(path("ma-clerk", "/proposal"), Map.of("role", "SECURITY"));
        Page changed = answer(zhao, "AUDITOR", true);
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.text()).contains("Another role is proposed by now");
        answer(zhao, "SECURITY", false);
        wang.send(path("ma-clerk", "/proposal"), Map.of("role", "AUDITOR"));
        answer(zhao, "AUDITOR", true);

        assertThat(zhao.open(path("ma-clerk", "")).text()).contains("audit administrator");
        assertThat(zhao.open(path("security-1", "")).text())
                .contains("password · right".split(" · "));
        assertThat(story("ma-clerk"))
                .containsExactly(
                        "account.opened by security-1",
                        "account.administrator-proposed by security-1",
                        "account.administrator-proposed by security-1",
                        "account.proposal-rejected by security-2",
                        "account.administrator-proposed by security-1",
                        "account.administrator-granted by security-2",
                        "account.access-reset by security-2");
    }

    @Test
    void ends_sessions_with_other_rights_disables_at_once_and_takes_access_back() {
        String first = openOfficer("hu-clerk");
        Visitor hu = new Visitor(port);
        hu.signIn("hu-clerk", first);
        choose(hu, first, OWN);
        assertThat(hu.open("/work").status()).isEqualTo(200);

        wang.send(
                path("hu-clerk", "/rights"),
                Map.of("roles", "SUPERVISOR", "body", "", "region", "441200"));
        assertThat(hu.open("/work").leadsTo())
                .as("what was opened with other rights")
                .startsWith("/sign-in?why=ACCOUNT_CHANGED");
        hu.signIn("hu-clerk", OWN);
        assertThat(hu.open("/work").status()).isEqualTo(200);

        wang.send(path("hu-clerk", "/disabling"), Map.of("reason", "on leave"));

        assertThat(hu.open("/work").leadsTo()).startsWith("/sign-in?why=ACCOUNT_CHANGED");
        assertThat(api("hu-clerk", OWN, "").getStatusCode().value()).isEqualTo(401);
        wang.send(path("hu-clerk", "/enabling"), Map.of());
        StrangersPasskey.add(jdbc, "hu-clerk");
        assertThat(wang.send(path("hu-clerk", "/reset"), Map.of()).text())
                .contains("Reset this account?");
        assertThat(StrangersPasskey.isThere(jdbc, "hu-clerk")).as("asked first").isTrue();
        Page reset = wang.send(path("hu-clerk", "/reset"), Map.of("sure", "true"));
        assertThat(StrangersPasskey.isThere(jdbc, "hu-clerk")).isFalse();
        assertThat(api("hu-clerk", OWN, "").getStatusCode().value()).isEqualTo(401);
        assertThat(hu.signIn("hu-clerk", shown(reset)).text()).contains("Choose your password");
        assertThat(story("hu-clerk"))
                .containsExactly(
                        "account.opened by security-1",
                        "account.roles-changed by security-1",
                        "account.disabled by security-1",
                        "account.enabled by security-1",
                        "account.access-reset by security-1");
    }

    /**
     * Who proposes could have reset the account before, and be its holder ever since; who agrees
     * could be the first to log in.
     */
    @Test
    void tells_a_new_administrators_password_to_two_by_halves_and_to_nobody_whole() {
        String first = openOfficer("lu-clerk");
        Visitor holder = new Visitor(port);
        holder.signIn("lu-clerk", first);
        choose(holder, first, OWN);
        StrangersPasskey.add(jdbc, "lu-clerk");
        zhao.signIn("security-2", PASSWORD);
        Page proposed = wang.send(path("lu-clerk", "/proposal"), Map.of("role", "AUDITOR"));
        assertThat(proposed.text()).contains("The first half").doesNotContain("??");
        String half = shown(proposed);
        assertThat(zhao.open(path("lu-clerk", "")).text())
                .contains("When you agree")
                .doesNotContain(half);
        assertThat(jdbc.sql("SELECT sealed FROM first_half").query(String.class).list())
                .isNotEmpty()
                .noneMatch(kept -> kept.contains(half));
        Map<String, String> agreed = Map.of("role", "AUDITOR", "agreed", "true");

        Page granted = zhao.send(path("lu-clerk", "/proposal/answer"), agreed);

        assertThat(granted.text()).contains("The second half").doesNotContain("??", half);
        assertThat(zhao.send(path("lu-clerk", "/proposal/answer"), agreed).status())
                .as("answered already")
                .isEqualTo(422);
        assertThat(zhao.open(path("lu-clerk", "")).text()).doesNotContain("id=\"password\"");
        assertThat(holder.open("/audit").leadsTo()).startsWith("/sign-in");
        assertThat(api("lu-clerk", OWN, "").getStatusCode().value()).isEqualTo(401);
        assertThat(StrangersPasskey.isThere(jdbc, "lu-clerk")).isFalse();
        for (String alone : List.of(half, shown(granted))) {
            assertThat(api("lu-clerk", alone, "").getStatusCode().value()).isEqualTo(401);
        }
        String whole = half + "-" + shown(granted);
        assertThat(holder.signIn("lu-clerk", whole).text()).contains("Choose your password");
        assertThat(holder.open("/audit").leadsTo())
                .as("nothing before one's own password")
                .startsWith("/sign-in");
        assertThat(choose(holder, whole, OWN).leadsTo()).isEqualTo("/audit");
        assertThat(holder.open("/audit").status()).isEqualTo(200);
    }

    /** Such as a proposal that was there before there were halves. */
    @Test
    void grants_nothing_where_nobody_was_told_a_first_half() {
        openOfficer("jin-clerk");
        zhao.signIn("security-2", PASSWORD);
        wang.send(path("jin-clerk", "/proposal"), Map.of("role", "AUDITOR"));
        jdbc.sql("DELETE FROM first_half WHERE account = 'jin-clerk'").update();
        zhao.open(path("jin-clerk", ""));

        Page refused =
                zhao.send(
                        path("jin-clerk", "/proposal/answer"),
                        Map.of("role", "AUDITOR", "agreed", "true"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("no first half");
        assertThat(story("jin-clerk"))
                .doesNotContain("account.administrator-granted by security-2");
    }

    @Test
    void resets_an_administrator_only_by_two_pairs_of_eyes() {
        openOfficer("qiu-clerk");
        zhao.signIn("security-2", PASSWORD);
        wang.send(path("qiu-clerk", "/proposal"), Map.of("role", "AUDITOR"));
        zhao.send(
                path("qiu-clerk", "/proposal/answer"), Map.of("role", "AUDITOR", "agreed", "true"));

        String half = "";
        for (int times = 0; times < 2; times++) {
            assertThat(wang.send(path("qiu-clerk", "/reset"), Map.of()).text())
                    .contains("Ask for a reset of this administrator?");
            Page asked = wang.send(path("qiu-clerk", "/reset"), Map.of("sure", "true"));
            assertThat(asked.text()).contains("security-1", "The first half");
            half = shown(asked);
        }
        zhao.open(path("qiu-clerk", ""));
        assertThat(zhao.send(path("qiu-clerk", "/reset"), Map.of()).text())
                .contains("Reset this administrator?");
        Page reset = zhao.send(path("qiu-clerk", "/reset"), Map.of("sure", "true"));

        assertThat(reset.text()).contains("The second half").doesNotContain(half);
        assertThat(api("qiu-clerk", shown(reset), "").getStatusCode().value()).isEqualTo(401);
        assertThat(new Visitor(port).signIn("qiu-clerk", half + "-" + shown(reset)).text())
                .contains("Choose your password");
        assertThat(story("qiu-clerk"))
                .endsWith(
                        "account.reset-asked by security-1", "account.access-reset by security-2");
        assertThat(reset.text()).doesNotContain("reset-asked\"").doesNotContain("??");

        wang.send(path("qiu-clerk", "/reset"), Map.of("sure", "true"));
        assertThat(wang.open(path("qiu-clerk", "")).text()).contains("reset-asked\"");
        wang.send(
                path("qiu-clerk", "/rights"),
                Map.of("roles", "OFFICER", "body", "town", "region", "441200"));
        assertThat(wang.open(path("qiu-clerk", "")).text())
                .as("asked of an administrator")
                .doesNotContain("reset-asked\"");
    }

    @Test
    void tells_the_way_out_where_of_two_security_administrators_one_lost_the_access() {
        wang.signIn("security-1", PASSWORD);

        assertThat(wang.open(path("security-2", "")).text()).contains("BANSHI_SECOND_ADMIN");
        assertThat(wang.open(path("auditor", "")).text()).doesNotContain("BANSHI_SECOND_ADMIN");
    }

    @Test
    void keeps_the_administrators_of_system_security_and_audit_apart() {
        Map<String, List<String>> closed =
                Map.of(
                        "security-1",
                        List.of("/work", "/audit", "/ops"),
                        "operator",
                        List.of("/work", "/audit", "/administration/accounts"),
                        "auditor",
                        List.of("/work", "/ops", "/administration/accounts"),
                        "tianhe-town-1",
                        List.of("/audit", "/ops", "/administration/accounts"),
                        "li-mei",
                        List.of("/work", "/audit", "/ops", "/administration/accounts"));
        closed.forEach(
                (account, paths) -> {
                    Visitor visitor = new Visitor(port);
                    visitor.signIn(account, PASSWORD);
                    for (String path : paths) {
                        assertThat(visitor.open(path).status())
                                .as(account + " at " + path)
                                .isEqualTo(403);
                    }
                });
    }

    @Test
    void writes_down_who_was_there_before_when_first_administered() {
        wang.signIn("security-1", PASSWORD);
        wang.send(
                path("guangdong-experts", "/rights"),
                Map.of("roles", "PUBLISHER", "body", "", "region", "440000"));

        assertThat(story("guangdong-experts"))
                .containsExactly(
                        "account.opened by accounts", "account.roles-changed by security-1");
        wang.send(
                path("guangdong-experts", "/rights"),
                Map.of("roles", "OFFICER", "body", "province-dpf", "region", "440000"));
    }

    @Test
    void asks_for_the_code_of_a_second_factor_and_takes_it_once() {
        String first = openOfficer("gu-clerk");
        Visitor gu = new Visitor(port);
        gu.signIn("gu-clerk", first);
        choose(gu, first, OWN);
        String secret = secret(gu.open("/sign-in/factor"));
        Instant now = Instant.now();
        assertThat(gu.send("/sign-in/factor", Map.of("code", "000")).status()).isEqualTo(422);
        assertThat(gu.send("/sign-in/factor", Map.of("code", Totp.codeAt(secret, now))).leadsTo())
                .isEqualTo("/work");

        Page asked = gu.signIn("gu-clerk", OWN);
        assertThat(asked.text()).contains("six digits");
        assertThat(gu.open("/work").leadsTo()).startsWith("/sign-in");
        assertThat(gu.open("/sign-in/password").leadsTo()).startsWith("/sign-in");
        gu.open("/sign-in/code");
        assertThat(gu.send("/sign-in/code", Map.of("code", Totp.codeAt(secret, now))).status())
                .as("a code that was used")
                .isEqualTo(422);
        String next = Totp.codeAt(secret, now.plusSeconds(30));
        assertThat(gu.send("/sign-in/code", Map.of("code", next)).leadsTo()).isEqualTo("/work");

        assertThat(api("gu-clerk", OWN, "").getBody()).contains("code-required");
        assertThat(api("gu-clerk", OWN, next).getStatusCode().value()).isEqualTo(401);
    }

    private String openOfficer(String account) {
        wang.signIn("security-1", PASSWORD);
        return shown(
                wang.send(
                        "/administration/accounts",
                        Map.of(
                                "account", account,
                                "nameZh", "试用经办员",
                                "nameEn", "Clerk on trial",
                                "roles", "OFFICER",
                                "body", "town",
                                "region", "441200")));
    }

    private static Page answer(Visitor visitor, String role, boolean agreed) {
        return visitor.send(
                path("ma-clerk", "/proposal/answer"),
                Map.of("role", role, "agreed", String.valueOf(agreed)));
    }

    private static Page choose(Visitor visitor, String current, String password) {
        return visitor.send(
                "/sign-in/password",
                Map.of("current", current, "password", password, "again", password));
    }

    private ResponseEntity<String> api(String account, String password, String code) {
        Map<String, String> credentials =
                code.isEmpty()
                        ? Map.of("account", account, "password", password)
                        : Map.of("account", account, "password", password, "code", code);
        return http.postForEntity("/api/v1/sessions", credentials, String.class);
    }

    private List<String> story(String account) {
        return log.readStream("account:" + account).stream().map(AdministrationTest::told).toList();
    }

    private static String told(Recorded one) {
        return one.name() + " by " + one.stamp().by().account();
    }

    private static String path(String account, String act) {
        return "/administration/accounts/" + account + act;
    }

    private static String shown(Page page) {
        return found("<code id=\"password\"[^>]*>([^<]*)</code>", page);
    }

    private static String secret(Page page) {
        return found("<code id=\"secret\"[^>]*>([^<]*)</code>", page).replace(" ", "");
    }

    private static String found(String pattern, Page page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.text());
        assertThat(matcher.find()).as(page.text()).isTrue();
        return matcher.group(1);
    }
}
