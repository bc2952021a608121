package org.banshi.app.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
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

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final People people;
    private final AuthenticationEntryPoint entryPoint;

    SessionFilter(Sessions sessions, People people, AuthenticationEntryPoint entryPoint) {
        this.sessions = sessions;
        this.people = people;
        this.entryPoint = entryPoint;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        if (token != null) {
            Optional<SignedIn> signedIn = sessions.account(token).flatMap(people::find);
            if (signedIn.isEmpty() && hasBearer(request)) {
                entryPoint.commence(
                        request, response, new CredentialsExpiredException("no such session"));
                return;
            }
            signedIn.ifPresent(SessionFilter::enter);
        }
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void enter(SignedIn signedIn) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedInAuthentication(signedIn));
        SecurityContextHolder.setContext(context);
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
