package org.banshi.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Chinese first, English by switch. Pages take {@code ?lang=} and keep it in a cookie; the REST
 * interface takes {@code Accept-Language}.
 */
public final class Languages implements LocaleResolver {

    /** The parameter and the cookie. */
    public static final String NAME = "lang";

    private static final List<Locale> KNOWN =
            List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);

    /** The language of a request. */
    public static Locale of(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return ofApi(request);
        }
        Locale chosen = known(request.getParameter(NAME));
        if (chosen != null) {
            return chosen;
        }
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        for (Cookie cookie : cookies) {
            Locale kept = cookie.getName().equals(NAME) ? known(cookie.getValue()) : null;
            if (kept != null) {
                return kept;
            }
        }
        return Locale.CHINESE;
    }

    /** The language of a program's request. */
    public static Locale ofApi(HttpServletRequest request) {
        return accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        if (response != null && locale != null && known(locale.getLanguage()) != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(NAME, locale.getLanguage())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .sameSite("Lax")
                            .httpOnly(true)
                            .build()
                            .toString());
        }
    }

    private static @Nullable Locale known(@Nullable String tag) {
        return "en".equals(tag) ? Locale.ENGLISH : "zh".equals(tag) ? Locale.CHINESE : null;
    }

    private static Locale accepted(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > 200) {
            return Locale.CHINESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
            return best != null && best.getLanguage().equals("en")
                    ? Locale.ENGLISH
                    : Locale.CHINESE;
        } catch (IllegalArgumentException malformed) {
            return Locale.CHINESE;
        }
    }
}
