package org.banshi.app.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.banshi.app.signin.SignIn.Entered;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final SignIn signIn;
    private final SignInSettings settings;

    SessionApi(Sessions sessions, SignIn signIn, SignInSettings settings) {
        this.sessions = sessions;
        this.signIn = signIn;
        this.settings = settings;
    }

    /** An account, its password, and the code of the second factor where there is one. */
    record Credentials(@Nullable String account, @Nullable String password, @Nullable String code) {
        @Override
        public String toString() {
            return "Credentials[...]";
        }
    }

    /** The password once more. */
    record Proof(@Nullable String password) {
        @Override
        public String toString() {
            return "Proof[...]";
        }
    }

    /** {@code token} goes into {@code Authorization: Bearer}. */
    record Session(String token, Instant expires) {}

    @PostMapping
    @Operation(
            summary = "Sign in",
            description =
                    "The token goes into `Authorization: Bearer`. A citizen's other sessions end.",
            security = {})
    @ResponseStatus(HttpStatus.CREATED)
    Session begin(@RequestBody Credentials credentials, HttpServletRequest request) {
        if (credentials.account() == null || credentials.password() == null) {
            throw new BadCredentialsException("account or password is missing");
        }
        Instant expires = Instant.now().plus(settings.life());
        Entered entered =
                signIn.enterWhole(
                        credentials.account(),
                        credentials.password(),
                        credentials.code(),
                        request.getRemoteAddr());
        return new Session(entered.token(), expires);
    }

    @PostMapping("/verification")
    @Operation(
            summary = "Prove again who is there",
            description =
                    "Personal data and acts of citizens ask for a proof that is not older than"
                            + " 30 minutes.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verify(
            @AuthenticationPrincipal SignedIn who,
            @RequestBody Proof proof,
            HttpServletRequest request) {
        String token = SessionFilter.token(request);
        if (token == null || proof.password() == null) {
            throw new BadCredentialsException("token or password is missing");
        }
        signIn.verify(token, who.account(), proof.password(), request.getRemoteAddr());
    }

    /** The open sessions of whoever asks. */
    record SessionList(List<Sessions.Open> sessions) {}

    @GetMapping
    @Operation(
            summary = "List my sessions",
            description = "Newest first; `here` is the one that asks. Citizens have one.")
    SessionList list(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        return new SessionList(
                sessions.open(who.account(), String.valueOf(SessionFilter.token(request))));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "End one of my sessions", description = "By its id in the list.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOne(@AuthenticationPrincipal SignedIn who, @PathVariable String id) {
        sessions.endOne(who.account(), id);
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
