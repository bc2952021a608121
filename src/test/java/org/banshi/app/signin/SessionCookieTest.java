package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.banshi.app.signin.SignIn.Entered;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** What a browser is told to do with what it is given at a log-in. */
class SessionCookieTest {

    private final SessionCookie cookie =
            new SessionCookie(
                    new CookieCsrfTokenRepository(), mock(Citizens.class), Duration.ofHours(12));

    @Test
    void goes_by_tls_alone_where_it_came_by_tls_and_never_to_a_script_or_another_site() {
        for (boolean tls : List.of(true, false)) {
            String session =
                    given(tls).stream()
                            .filter(it -> it.startsWith(SessionFilter.COOKIE + "="))
                            .findFirst()
                            .orElseThrow();

            assertThat(session.contains("; Secure")).isEqualTo(tls);
            assertThat(session).contains("; HttpOnly", "; SameSite=Lax", "; Path=/");
        }
        assertThat(given(true)).allMatch(it -> it.contains("Secure"));
    }

    private List<String> given(boolean tls) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sign-in");
        request.setSecure(tls);
        MockHttpServletResponse response = new MockHttpServletResponse();
        Account wang =
                new Account(
                        "wang-an",
                        Text.of("王安", "Wang An"),
                        Set.of(Role.OFFICER),
                        "town",
                        null,
                        5,
                        null,
                        null);
        cookie.lead(new Entered(wang, "a-token", null), "/work", request, response);
        return response.getHeaders("Set-Cookie");
    }
}
