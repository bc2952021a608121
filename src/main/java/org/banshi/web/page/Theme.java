package org.banshi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Light or dark: as the reader's device says, unless {@code ?theme=} said otherwise; a cookie keeps
 * it.
 */
final class Theme {

    /** The parameter and the cookie. */
    static final String NAME = "theme";

    /** As the device says. */
    static final String AUTO = "auto";

    private static final List<String> CHOSEN = List.of("light", "dark");

    private Theme() {}

    /** {@code light} or {@code dark}; null where the device decides. */
    static @Nullable String of(HttpServletRequest request) {
        String chosen = request.getParameter(NAME);
        if (chosen == null) {
            var kept = WebUtils.getCookie(request, NAME);
            chosen = kept == null ? AUTO : kept.getValue();
        }
        return CHOSEN.contains(chosen) ? chosen : null;
    }

    static void keep(HttpServletRequest request, HttpServletResponse response) {
        String chosen = of(request);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, chosen == null ? AUTO : chosen)
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .sameSite("Lax")
                        .httpOnly(true)
                        .build()
                        .toString());
    }
}
