package org.banshi.app.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.banshi.app.signin.SignIn.Entered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.util.WebUtils;

/** The browser's copy of the token. */
final class SessionCookie {

    private static final String PREFERRED = "banshi-way";
    private static final Duration YEAR = Duration.ofDays(365);

    private final CsrfTokenRepository csrf;
    private final Citizens citizens;
    private final Duration life;

    SessionCookie(CsrfTokenRepository csrf, Citizens citizens, Duration life) {
        this.csrf = csrf;
        this.citizens = citizens;
        this.life = life;
    }

    /** Gives the token to the browser; the answer is the page that comes next. */
    String lead(
            Entered entered,
            String target,
            HttpServletRequest request,
            HttpServletResponse response) {
        set(
                SessionFilter.COOKIE,
                request,
                response,
                entered.token(),
                life.plus(Sessions.REMEMBERED));
        prefer(citizens.prefersPasskey(entered.account().account()), request, response);
        Account before = SessionFilter.lastAccount(request);
        if (before == null || !before.account().equals(entered.account().account())) {
            // A token of forms that somebody planted before the log-in is worth nothing after it;
            // the same one's other tabs go on.
            csrf.saveToken(null, request, response);
        }
        String wanted = target.equals("/") ? Targets.home(entered.account()) : target;
        if (entered.lacks() == null) {
            return "redirect:" + wanted;
        }
        String page =
                switch (entered.lacks()) {
                    case PASSWORD -> "/sign-in/password";
                    case CODE -> "/sign-in/code";
                    case FACTOR -> "/sign-in/factor";
                };
        return "redirect:" + page + "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /** What the next log-in on this device is offered first. */
    void prefer(boolean passkey, HttpServletRequest request, HttpServletResponse response) {
        set(PREFERRED, request, response, passkey ? "PASSKEY" : "", passkey ? YEAR : Duration.ZERO);
    }

    static boolean prefersPasskey(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, PREFERRED);
        return cookie != null && cookie.getValue().equals("PASSKEY");
    }

    private static void set(
            String name,
            HttpServletRequest request,
            HttpServletResponse response,
            String value,
            Duration life) {
        ResponseCookie cookie =
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
