package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.banshi.app.BanshiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@BanshiTest
class SignInTest {

    private static final String OFFICER = "tianhe-town-1";
    private static final String CITIZEN = "li-mei";
    private static final String PASSWORD = "banshi-demo";

    private final TestRestTemplate http;
    private final JdbcClient jdbc;

    @Autowired
    SignInTest(TestRestTemplate http, JdbcClient jdbc) {
        this.http =
                http.withRequestFactorySettings(
                        ClientHttpRequestFactorySettings.defaults()
                                .withRedirects(Redirects.DONT_FOLLOW));
        this.jdbc = jdbc;
    }

    @Test
    void gives_a_token_that_opens_the_officers_doors_and_no_others() {
        String token = token(OFFICER, PASSWORD);

        assertThat(get("/api/v1/tasks/none", bearer(token))).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get("/api/v1/audit/none", bearer(token))).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(get("/api/v1/admin/none", bearer(token))).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void keeps_only_a_hash_of_the_token() {
        String token = token(OFFICER, PASSWORD);

        List<String> kept = jdbc.sql("SELECT token_hash FROM session").query(String.class).list();

        assertThat(kept).isNotEmpty().noneMatch(hash -> hash.contains(token));
    }

    @Test
    void answers_a_wrong_password_and_an_unknown_account_alike() {
        ResponseEntity<String> wrong = post(OFFICER, "wrong");
        ResponseEntity<String> unknown = post("nobody", "wrong");

        assertThat(wrong.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(unknown.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(unknown.getBody()).isEqualTo(wrong.getBody());
    }

    @Test
    void refuses_a_token_after_log_out() {
        String token = token(OFFICER, PASSWORD);

        http.exchange(
                "/api/v1/sessions",
                HttpMethod.DELETE,
                new HttpEntity<>(bearer(token)),
                String.class);

        assertThat(get("/api/v1/tasks/none", bearer(token))).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void refuses_a_session_that_ran_out() {
        String token = token(CITIZEN, PASSWORD);
        jdbc.sql("UPDATE session SET expires_at = now() - interval '1 second'").update();

        assertThat(get("/api/v1/applications/none", bearer(token)))
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void ends_a_citizens_other_session_and_tells_it_why() {
        String first = token(CITIZEN, PASSWORD);
        String second = token(CITIZEN, PASSWORD);

        ResponseEntity<JsonNode> ended =
                http.exchange(
                        "/api/v1/benefits",
                        HttpMethod.GET,
                        new HttpEntity<>(bearer(first)),
                        JsonNode.class);

        assertThat(ended.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(Objects.requireNonNull(ended.getBody()).path("code").asText())
                .isEqualTo("session-ended-elsewhere");
        assertThat(get("/api/v1/benefits", bearer(second))).isEqualTo(HttpStatus.OK);
    }

    @Test
    void tells_a_browser_whose_session_ended_elsewhere_why() {
        HttpHeaders old = cookie(logIn(CITIZEN, PASSWORD, "/cases"));
        token(CITIZEN, PASSWORD);

        ResponseEntity<String> refused =
                http.exchange("/cases", HttpMethod.GET, new HttpEntity<>(old), String.class);

        assertThat(refused.getHeaders().getLocation())
                .hasToString("/sign-in?why=ENDED_ELSEWHERE&to=%2Fcases");
        assertThat(http.getForEntity("/sign-in?why=ENDED_ELSEWHERE", String.class).getBody())
                .contains("另一台设备");
    }

    @Test
    void leaves_an_officer_every_desk() {
        String first = token(OFFICER, PASSWORD);
        token(OFFICER, PASSWORD);

        assertThat(get("/api/v1/tasks/none", bearer(first))).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void ends_a_session_that_rests() {
        String token = token(OFFICER, PASSWORD);
        jdbc.sql("UPDATE session SET used_at = now() - interval '31 minutes'").update();

        assertThat(get("/api/v1/tasks/none", bearer(token))).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void asks_a_citizen_again_before_anything_personal_and_goes_on_after_the_proof() {
        String token = token(CITIZEN, PASSWORD);
        jdbc.sql("UPDATE session SET verified_at = now() - interval '31 minutes'").update();

        ResponseEntity<JsonNode> refused =
                http.exchange(
                        "/api/v1/benefits",
                        HttpMethod.GET,
                        new HttpEntity<>(bearer(token)),
                        JsonNode.class);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(Objects.requireNonNull(refused.getBody()).path("code").asText())
                .isEqualTo("verification-required");
        assertThat(get("/api/v1/services", bearer(token))).isEqualTo(HttpStatus.OK);

        assertThat(verify(token, "wrong")).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(verify(token, PASSWORD)).isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(get("/api/v1/benefits", bearer(token))).isEqualTo(HttpStatus.OK);
    }

    @Test
    void slows_down_who_guesses_and_nobody_else() {
        for (int i = 0; i < Attempts.FREE; i++) {
            assertThat(post("auditor", "wrong").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        }

        ResponseEntity<String> refused = post("auditor", PASSWORD);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
        assertThat(refused.getBody()).contains("too-many-attempts");
        assertThat(post(OFFICER, PASSWORD).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        jdbc.sql("UPDATE sign_in_attempt SET free_at = now()").update();
        assertThat(post("auditor", PASSWORD).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(post("auditor", "wrong").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void keeps_passwords_as_slow_hashes_and_details_encrypted() {
        Map<String, Object> row =
                jdbc.sql("SELECT * FROM account WHERE account = 'li-mei'").query().singleRow();

        assertThat(String.valueOf(row.get("password_hash"))).startsWith("{bcrypt}$2");
        assertThat(row.values().stream().map(String::valueOf))
                .noneMatch(it -> it.contains("440106190503120625") || it.contains("13800000001"));
    }

    @Test
    void rotates_the_browsers_token_and_ends_the_one_before() {
        HttpHeaders before = cookie(logIn(OFFICER, PASSWORD, "/work"));
        String old = Objects.requireNonNull(before.getFirst(HttpHeaders.COOKIE));
        HttpHeaders after = cookie(logIn(OFFICER, PASSWORD, "/work", old));

        assertThat(after.getFirst(HttpHeaders.COOKIE)).isNotEqualTo(old);
        assertThat(get("/work", before)).isEqualTo(HttpStatus.FOUND);
        assertThat(get("/work", after)).isEqualTo(HttpStatus.OK);
    }

    @Test
    void lets_anybody_read_public_notices_and_only_who_is_known_object() {
        assertThat(http.getForEntity("/notices", String.class).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(http.getForEntity("/notices/1", String.class).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get("/api/v1/notices/1", new HttpHeaders())).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(
                        http.postForEntity("/api/v1/applications/1/objections", null, String.class)
                                .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void sends_a_page_to_the_log_in_and_back() {
        ResponseEntity<String> refused = http.getForEntity("/work?stage=review", String.class);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(refused.getHeaders().getLocation())
                .hasToString("/sign-in?to=%2Fwork%3Fstage%3Dreview");
        ResponseEntity<String> entered = logIn(OFFICER, PASSWORD, "/work?stage=review");
        assertThat(entered.getHeaders().getLocation()).hasToString("/work?stage=review");
        assertThat(entered.getHeaders().getFirst(HttpHeaders.SET_COOKIE))
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void never_sends_anybody_to_another_site() {
        ResponseEntity<String> entered = logIn(OFFICER, PASSWORD, "//elsewhere.example/work");

        assertThat(entered.getHeaders().getLocation()).hasToString("/work");
    }

    @Test
    void refuses_a_form_without_its_token() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);

        ResponseEntity<String> answer =
                http.postForEntity(
                        "/sign-in",
                        new HttpEntity<>("account=" + OFFICER + "&password=" + PASSWORD, headers),
                        String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE))
                .noneMatch(cookie -> cookie.startsWith("banshi-session"));
    }

    @Test
    void refuses_an_api_call_by_cookie_without_a_form_token() {
        String cookie =
                Objects.requireNonNull(
                        logIn(OFFICER, PASSWORD, "/work")
                                .getHeaders()
                                .getFirst(HttpHeaders.SET_COOKIE));
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.COOKIE, cookie.replaceFirst(";.*", ""));

        ResponseEntity<String> answer =
                http.exchange(
                        "/api/v1/tasks/none/claim",
                        HttpMethod.POST,
                        new HttpEntity<>(headers),
                        String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void forbids_inline_scripts_and_frames() {
        String policy =
                http.getForEntity("/sign-in", String.class)
                        .getHeaders()
                        .getFirst("Content-Security-Policy");

        assertThat(policy)
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    private static HttpHeaders cookie(ResponseEntity<String> entered) {
        String session =
                entered.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE).stream()
                        .filter(one -> one.startsWith("banshi-session="))
                        .findFirst()
                        .orElseThrow();
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.COOKIE, session.replaceFirst(";.*", ""));
        return headers;
    }

    private Object verify(String token, String password) {
        return http.exchange(
                        "/api/v1/sessions/verification",
                        HttpMethod.POST,
                        new HttpEntity<>(Map.of("password", password), bearer(token)),
                        String.class)
                .getStatusCode();
    }

    private ResponseEntity<String> logIn(String account, String password, String to) {
        return logIn(account, password, to, null);
    }

    private ResponseEntity<String> logIn(
            String account, String password, String to, @Nullable String cookie) {
        ResponseEntity<String> page = http.getForEntity("/sign-in", String.class);
        String csrf =
                Objects.requireNonNull(page.getBody())
                        .replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        headers.add(
                HttpHeaders.COOKIE,
                Objects.requireNonNull(page.getHeaders().getFirst(HttpHeaders.SET_COOKIE))
                        .replaceFirst(";.*", ""));
        if (cookie != null) {
            headers.add(HttpHeaders.COOKIE, cookie);
        }
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.setAll(Map.of("account", account, "password", password, "to", to, "_csrf", csrf));
        return http.postForEntity("/sign-in", new HttpEntity<>(form, headers), String.class);
    }

    private ResponseEntity<String> post(String account, String password) {
        return http.postForEntity(
                "/api/v1/sessions", Map.of("account", account, "password", password), String.class);
    }

    private String token(String account, String password) {
        JsonNode answer =
                http.postForObject(
                        "/api/v1/sessions",
                        Map.of("account", account, "password", password),
                        JsonNode.class);
        return answer.get("token").asText();
    }

    private static HttpHeaders bearer(String token) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        return headers;
    }

    private Object get(String path, HttpHeaders headers) {
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class)
                .getStatusCode();
    }
}
