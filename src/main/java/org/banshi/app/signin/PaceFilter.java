package org.banshi.app.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.banshi.app.pace.Pace;
import org.banshi.app.pace.PaceSettings;
import org.banshi.app.pace.TooFastException;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Slows down who writes too often: citizens by their account, whoever is not logged in by address;
 * and strangers who read much more than an office full of people does. Staff work at their own
 * pace, and whoever sits at this machine could do worse.
 */
final class PaceFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** What costs nothing, and what is asked to know whether we live. */
    private static final List<String> FREE = List.of("/assets/", "/webjars/", "/actuator/health");

    /** Begins a question to another log-in service, and keeps something of it. */
    private static final String LEAVING = "/sign-in/with/";

    /** Of an IPv6 address: a household has this many bytes, and the rest to choose from. */
    private static final int NETWORK_BYTES = 8;

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    private final Pace pace;
    private final PaceSettings settings;
    private final HandlerExceptionResolver problems;

    PaceFilter(Pace pace, PaceSettings settings, HandlerExceptionResolver problems) {
        this.pace = pace;
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            count(request);
        } catch (TooFastException tooFast) {
            tell(tooFast, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private void count(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean reads = READING.contains(request.getMethod()) && !path.startsWith(LEAVING);
        if (reads && FREE.stream().anyMatch(path::startsWith)) {
            return;
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who instanceof SignedInAuthentication signedIn) {
            if (!reads && signedIn.scope().has(Role.CITIZEN)) {
                pace.count("person " + signedIn.getName(), settings.person());
            }
        } else {
            network(request.getRemoteAddr())
                    .ifPresent(
                            from ->
                                    pace.count(
                                            (reads ? "reading " : "address ") + from,
                                            reads ? settings.read() : settings.address()));
        }
    }

    private void tell(
            TooFastException tooFast, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "" + tooFast.waitFor().toSeconds());
        if (!request.getRequestURI().startsWith("/api/")
                || problems.resolveException(request, response, null, tooFast) == null) {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    /** Where a request comes from; empty for this machine itself. */
    static Optional<String> network(@Nullable String address) {
        // Anything else would be looked up as a name.
        if (address == null || !LITERAL.matcher(address).matches()) {
            return Optional.of("unknown");
        }
        try {
            InetAddress from = InetAddress.getByName(address);
            if (from.isLoopbackAddress()) {
                return Optional.empty();
            }
            byte[] bytes = from.getAddress();
            int counted = bytes.length > 4 ? NETWORK_BYTES : bytes.length;
            return Optional.of(HexFormat.of().formatHex(Arrays.copyOf(bytes, counted)));
        } catch (UnknownHostException none) {
            return Optional.of("unknown");
        }
    }
}
