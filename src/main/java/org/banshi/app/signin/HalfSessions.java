package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.banshi.app.signin.KnownSessions.Held;
import org.banshi.app.signin.Sessions.Lack;

/** The session of a page that also serves log-ins which still lack something. */
final class HalfSessions {

    private final Sessions sessions;

    HalfSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The request's session, which lacks nothing or one of these. */
    Optional<Held> of(HttpServletRequest request, Lack... allowed) {
        return Optional.ofNullable(SessionFilter.token(request))
                .flatMap(sessions::find)
                .filter(held -> held.ended() == null)
                .filter(
                        held ->
                                held.lacks() == null
                                        || Arrays.asList(allowed).contains(held.lacks()));
    }
}
