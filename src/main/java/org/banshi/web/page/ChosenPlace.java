package org.banshi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The city or district that a reader chose last; a cookie keeps it for the next visit. */
public final class ChosenPlace {

    private static final String NAME = "place";

    private ChosenPlace() {}

    /** Its code, as the browser tells it; null where none was chosen. */
    public static @Nullable String of(HttpServletRequest request) {
        var kept = WebUtils.getCookie(request, NAME);
        return kept == null || !kept.getValue().matches("\\d{6}(\\d{3})?") ? null : kept.getValue();
    }

    /** Null forgets it. */
    public static void keep(@Nullable String place, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, place == null ? "" : place)
                        .path("/")
                        .maxAge(place == null ? Duration.ZERO : Duration.ofDays(365))
                        .sameSite("Lax")
                        .httpOnly(true)
                        .build()
                        .toString());
    }
}
