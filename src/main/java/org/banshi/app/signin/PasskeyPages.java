package org.banshi.app.signin;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.signin.Passkeys.Question;
import org.banshi.app.signin.SignIn.Entered;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Face or fingerprint: where passkeys are added and removed, and where one logs in or proves again
 * to be there by one. The trust level stays the account's: another's finger may be on the device.
 */
@Controller
@Hidden
class PasskeyPages {

    private static final String KEY = "banshi-passkey";

    private static final String VERIFY = "redirect:/sign-in/verify?to=/sign-in/passkeys";

    private final Passkeys passkeys;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Citizens citizens;
    private final Freshness freshness;
    private final FaceChecks faces;

    PasskeyPages(
            Passkeys passkeys,
            SignIn signIn,
            Sessions sessions,
            SessionCookie cookie,
            Citizens citizens,
            FaceChecks faces,
            SignInSettings settings) {
        this.faces = faces;
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.citizens = citizens;
        this.freshness = new Freshness(settings.verifiedFor());
    }

    @GetMapping("/sign-in/passkeys")
    String show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String preferred,
            HttpServletRequest request,
            Model model) {
        if (!isProven(request)) {
            return VERIFY;
        }
        model.addAttribute("passkeys", passkeys.of(who.account()));
        model.addAttribute("done", done != null);
        model.addAttribute("preferred", preferred != null);
        model.addAttribute("passkeyFirst", citizens.prefersPasskey(who.account()));
        model.addAttribute("face", faces.title().isPresent());
        model.addAttribute("level", who.details() == null ? null : who.trustLevel());
        return "signin/passkeys";
    }

    @PostMapping("/sign-in/passkeys/options")
    @ResponseBody
    ResponseEntity<String> askNew(HttpServletRequest request, Authentication who) {
        demandProof(request);
        return asked(passkeys.askNew(who), request);
    }

    @PostMapping("/sign-in/passkeys")
    @ResponseBody
    Map<String, String> add(
            Authentication who,
            @RequestBody String answer,
            @CookieValue(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        demandProof(request);
        passkeys.add(who, answer, key, String.valueOf(SessionFilter.token(request)));
        return leadsTo("/sign-in/passkeys?done");
    }

    @PostMapping("/sign-in/passkeys/{id}/removal")
    String remove(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String id,
            HttpServletRequest request) {
        if (!isProven(request)) {
            return VERIFY;
        }
        passkeys.remove(who.account(), id);
        return "redirect:/sign-in/passkeys";
    }

    @PostMapping("/sign-in/passkey/options")
    @ResponseBody
    ResponseEntity<String> askAny(HttpServletRequest request) {
        return asked(passkeys.askAny(), request);
    }

    @PostMapping("/sign-in/passkey")
    @ResponseBody
    Map<String, String> enter(
            @RequestBody String answer,
            @RequestParam(required = false) @Nullable String to,
            @CookieValue(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response) {
        Entered entered =
                signIn.enterProven(passkeys.prove(answer, key), SessionFilter.token(request));
        String next = cookie.lead(entered, Targets.local(to), request, response);
        return leadsTo(next.replaceFirst("^redirect:", ""));
    }

    @PostMapping("/sign-in/passkey/verification")
    @ResponseBody
    Map<String, String> verify(
            @AuthenticationPrincipal SignedIn who,
            @RequestBody String answer,
            @RequestParam(required = false) @Nullable String to,
            @CookieValue(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        if (!passkeys.prove(answer, key).equals(who.account())) {
            throw new BadCredentialsException("somebody else's passkey");
        }
        signIn.verified(String.valueOf(SessionFilter.token(request)), who.account());
        return leadsTo(Targets.local(to));
    }

    @ExceptionHandler(BadCredentialsException.class)
    ResponseEntity<Map<String, String>> refused() {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
                .body(Map.of("code", "passkey-refused"));
    }

    /**
     * Whether somebody of whatever role proved lately to be there, and is known as well as the
     * account. A passkey opens sessions for good, so that only the database is believed, not what
     * this node knows of the session.
     */
    private boolean isProven(HttpServletRequest request) {
        return Optional.ofNullable(SessionFilter.token(request))
                .filter(token -> !sessions.isKnownLess(token))
                .flatMap(sessions::findNow)
                .filter(held -> held.ended() == null && !freshness.isOld(held.verified()))
                .isPresent();
    }

    private void demandProof(HttpServletRequest request) {
        if (!isProven(request)) {
            throw new BadCredentialsException("the proof of presence is too old");
        }
    }

    private static Map<String, String> leadsTo(String page) {
        return Map.of("leadsTo", page);
    }

    private static ResponseEntity<String> asked(Question question, HttpServletRequest request) {
        ResponseCookie key =
                ResponseCookie.from(KEY, question.key())
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path("/sign-in")
                        .maxAge(Duration.ofMinutes(5))
                        .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.SET_COOKIE, key.toString())
                .body(question.options());
    }
}
