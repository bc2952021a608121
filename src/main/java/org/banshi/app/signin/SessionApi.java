package org.banshi.app.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Log-in for programs. */
@RestController
@Tag(name = "Sessions", description = "Sign in and out.")
@RequestMapping("/api/v1/sessions")
class SessionApi {

    private final Sessions sessions;
    private final People people;

    SessionApi(Sessions sessions, People people) {
        this.sessions = sessions;
        this.people = people;
    }

    /** An account and its password. */
    record Credentials(String account, String password) {
        @Override
        public String toString() {
            return "Credentials[...]";
        }
    }

    /** {@code token} goes into {@code Authorization: Bearer}. */
    record Session(String token, Instant expires) {}

    @PostMapping
    @Operation(
            summary = "Sign in",
            description = "The token goes into `Authorization: Bearer`.",
            security = {})
    @ResponseStatus(HttpStatus.CREATED)
    Session begin(@RequestBody Credentials credentials) {
        if (credentials.account() == null || credentials.password() == null) {
            throw new BadCredentialsException("account or password is missing");
        }
        SignedIn signedIn =
                people.find(credentials.account(), credentials.password())
                        .orElseThrow(() -> new BadCredentialsException("no such account"));
        Instant expires = Instant.now().plus(Sessions.LIFE);
        return new Session(sessions.begin(signedIn.account()), expires);
    }

    @DeleteMapping
    @Operation(summary = "Sign out", description = "The token is worth nothing afterwards.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(HttpServletRequest request) {
        String token = SessionFilter.token(request);
        if (token != null) {
            sessions.end(token);
        }
    }
}
