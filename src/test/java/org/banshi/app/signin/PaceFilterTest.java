package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.banshi.app.pace.Pace;
import org.banshi.app.pace.PaceSettings;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

class PaceFilterTest {

    private final PaceFilter filter =
            new PaceFilter(
                    new Pace(() -> 0),
                    new PaceSettings(
                            2,
                            Duration.ofSeconds(30),
                            2,
                            Duration.ofSeconds(7),
                            3,
                            Duration.ofSeconds(2),
                            1,
                            Duration.ofHours(1)),
                    (request, response, handler, failure) -> null);

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void tells_strangers_of_one_address_to_wait_and_nobody_elsewhere() throws Exception {
        assertThat(post("203.0.113.9").getStatus()).isEqualTo(200);
        assertThat(post("203.0.113.9").getStatus()).isEqualTo(200);

        MockHttpServletResponse third = post("203.0.113.9");

        assertThat(third.getStatus()).isEqualTo(429);
        assertThat(third.getHeader("Retry-After")).isEqualTo("7");
        assertThat(post("203.0.113.10").getStatus()).isEqualTo(200);
        assertThat(ask("GET", "203.0.113.9").getStatus()).isEqualTo(200);
    }

    @Test
    void lets_strangers_read_much_but_not_without_end_and_counts_no_asset() throws Exception {
        signIn(Role.CITIZEN);
        for (int i = 0; i < 5; i++) {
            assertThat(ask("GET", "203.0.113.20").getStatus()).isEqualTo(200);
        }
        nobody();
        for (int i = 0; i < 3; i++) {
            assertThat(ask("GET", "203.0.113.20").getStatus()).isEqualTo(200);
        }

        MockHttpServletResponse fourth = ask("GET", "203.0.113.20");

        assertThat(fourth.getStatus()).isEqualTo(429);
        assertThat(fourth.getHeader("Retry-After")).isEqualTo("2");
        assertThat(ask("GET", "203.0.113.20", "/assets/citizen.css").getStatus()).isEqualTo(200);
        assertThat(post("203.0.113.20").getStatus()).as("counted apart").isEqualTo(200);
        assertThat(ask("GET", "127.0.0.1").getStatus()).isEqualTo(200);
    }

    @Test
    void counts_a_question_to_another_service_as_what_it_is() throws Exception {
        ask("GET", "203.0.113.21", "/sign-in/with/province");
        ask("GET", "203.0.113.21", "/sign-in/with/province");

        assertThat(ask("GET", "203.0.113.21", "/sign-in/with/province").getStatus()).isEqualTo(429);
    }

    @Test
    void takes_a_network_of_the_newer_addresses_for_one() throws Exception {
        post("2001:db8:1:2::1");
        post("2001:db8:1:2::ffff");

        assertThat(post("2001:db8:1:2:3:4:5:6").getStatus()).isEqualTo(429);
        assertThat(post("2001:db8:1:3::1").getStatus()).isEqualTo(200);
    }

    @Test
    void counts_a_citizen_wherever_from_and_staff_never() throws Exception {
        signIn(Role.CITIZEN);
        assertThat(post("203.0.113.1").getStatus()).isEqualTo(200);
        assertThat(post("203.0.113.2").getStatus()).isEqualTo(200);
        assertThat(post("203.0.113.3").getStatus()).isEqualTo(429);

        signIn(Role.OFFICER);
        for (int i = 0; i < 5; i++) {
            assertThat(post("203.0.113.4").getStatus()).isEqualTo(200);
        }
    }

    private static void signIn(Role role) {
        @Nullable PersonId person = role == Role.CITIZEN ? new PersonId("lin") : null;
        Account account =
                new Account("lin", Text.of("林", "Lin"), Set.of(role), null, null, 4, person, null);
        SecurityContextHolder.getContext()
                .setAuthentication(new SignedInAuthentication(account.signedIn(), Instant.EPOCH));
    }

    private MockHttpServletResponse post(String address) throws Exception {
        return ask("POST", address);
    }

    private MockHttpServletResponse ask(String method, String address) throws Exception {
        return ask(method, address, "/sign-in");
    }

    private MockHttpServletResponse ask(String method, String address, String path)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
