package org.banshi.app.signin;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.banshi.app.signin.Providers.Question;
import org.banshi.app.signin.Providers.Vouched;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.banshi.command.contract.message.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging in by another service: there and back again. */
@Controller
@Hidden
class ProviderPages {

    private static final String KEY = "banshi-provider";
    private static final Duration AWAY = Duration.ofMinutes(5);

    private final Providers providers;
    private final ProviderSignIn signIn;
    private final SessionCookie cookie;

    ProviderPages(Providers providers, ProviderSignIn signIn, SessionCookie cookie) {
        this.providers = providers;
        this.signIn = signIn;
        this.cookie = cookie;
    }

    @GetMapping("/sign-in/with/{name}")
    String leave(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Question question = providers.ask(name, Targets.local(to), request);
            set(question.key(), AWAY, request, response);
            return "redirect:" + question.address();
        } catch (BadCredentialsException none) {
            return refused();
        }
    }

    @GetMapping("/sign-in/with/{name}/answer")
    String comeBack(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            @CookieValue(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
        try {
            Vouched vouched = providers.check(name, code, state, key);
            return cookie.lead(
                    signIn.enter(vouched, SessionFilter.token(request)),
                    vouched.to(),
                    request,
                    response);
        } catch (SignInRefusedException first) {
            return "redirect:/sign-in?why=" + first.why() + "&to=/sign-in/with/" + name;
        } catch (BadCredentialsException | RefusedException wrong) {
            return refused();
        }
    }

    private static String refused() {
        return "redirect:/sign-in?why=" + Why.PROVIDER_REFUSED;
    }

    /** Lax: the browser comes back from elsewhere. */
    private static void set(
            String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(KEY, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/sign-in/with")
                        .maxAge(life)
                        .build()
                        .toString());
    }
}
