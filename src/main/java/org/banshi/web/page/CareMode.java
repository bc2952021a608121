package org.banshi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** 长辈版: larger letters and targets (工信部 2021). {@code ?care=} switches it, a cookie keeps it. */
final class CareMode {

    /** The parameter and the cookie. */
    static final String NAME = "care";

    private static final String ON = "on";

    private CareMode() {}

    static boolean of(HttpServletRequest request) {
        String chosen = request.getParameter(NAME);
        if (chosen != null) {
            return chosen.equals(ON);
        }
        var kept = WebUtils.getCookie(request, NAME);
        return kept != null && kept.getValue().equals(ON);
    }

    static void keep(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, of(request) ? ON : "off")
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .sameSite("Lax")
                        .httpOnly(true)
                        .build()
                        .toString());
    }
}
