package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.banshi.app.BanshiTest;
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

    private ResponseEntity<String> logIn(String account, String password, String to) {
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
