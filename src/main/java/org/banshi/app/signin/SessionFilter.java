package org.banshi.app.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.banshi.app.access.AccessFilter;
import org.banshi.app.live.StandingSessions;
import org.banshi.app.signin.KnownSessions.Held;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Tells who asks: by a bearer token, or by the cookie that the log-in page sets. */
final class SessionFilter extends OncePerRequestFilter {

    static final String COOKIE = "banshi-session";

    /** Why the session of this request's cookie is over; absent where it is not. */
    private static final String ENDED = SessionFilter.class.getName() + ".ended";

    private static final String LAST_ACCOUNT = SessionFilter.class.getName() + ".last-account";

    private static final String LAST_MANDATE = SessionFilter.class.getName() + ".last-mandate";

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Freshness freshness;
    private final AuthenticationEntryPoint entryPoint;

    SessionFilter(Sessions sessions, Freshness freshness, AuthenticationEntryPoint entryPoint) {
        this.sessions = sessions;
        this.freshness = freshness;
        this.entryPoint = entryPoint;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        if (token != null) {
            Optional<Held> held = sessions.find(token);
            Why ended = held.map(Held::ended).orElse(null);
            boolean whole = held.isPresent() && ended == null && held.get().lacks() == null;
            if (!whole && hasBearer(request)) {
                entryPoint.commence(
                        request,
                        response,
                        ended == null
                                ? new CredentialsExpiredException("no such session")
                                : SignInRefusedException.of(ended));
                return;
            }
            if (ended != null) {
                request.setAttribute(ENDED, ended);
            }
            held.ifPresent(it -> remember(it, request));
            if (whole) {
                enter(request, token, held.get());
            }
        }
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void remember(Held held, HttpServletRequest request) {
        request.setAttribute(LAST_ACCOUNT, held.account());
        Acting acting = held.acting();
        request.setAttribute(LAST_MANDATE, acting == null ? "" : acting.mandate());
    }

    private void enter(HttpServletRequest request, String token, Held held) {
        SignedInAuthentication who = authentication(held);
        if (freshness.isStale(who)) {
            // The proof may just have been renewed on another node.
            who = authentication(sessions.findNow(token).orElse(held));
        }
        request.setAttribute(AccessFilter.SCOPE, who.scope());
        request.setAttribute(StandingSessions.KEY, Sessions.key(token, held.acting()));
        Acting acting = held.acting();
        if (acting != null) {
            request.setAttribute(AccessFilter.MANDATE, acting.mandate());
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
    }

    private static SignedInAuthentication authentication(Held held) {
        return new SignedInAuthentication(held.signedIn(), held.verified());
    }

    /** Why the session that came with a request is over, or null. */
    static @Nullable Why ended(HttpServletRequest request) {
        return request.getAttribute(ENDED) instanceof Why why ? why : null;
    }

    /** Under which mandate the session of this request acts or acted; empty for oneself. */
    static String lastMandate(HttpServletRequest request) {
        return request.getAttribute(LAST_MANDATE) instanceof String mandate ? mandate : "";
    }

    /** Whose the session of this request's cookie is, or was; null where there is none. */
    static @Nullable Account lastAccount(HttpServletRequest request) {
        return request.getAttribute(LAST_ACCOUNT) instanceof Account account ? account : null;
    }

    /** The bearer token if there is one, else the cookie's. */
    static @Nullable String token(HttpServletRequest request) {
        if (hasBearer(request)) {
            return request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip();
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    static boolean hasBearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    /** Error pages, too, are shown to the one who asked. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
