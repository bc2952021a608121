package org.banshi.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes every request for something personal, and every one that was refused. Where nothing can be
 * noted any more, nothing is answered; strangers cannot bring that about.
 */
public final class AccessFilter extends OncePerRequestFilter {

    /** Attribute of a request: the scope of whoever asks. */
    public static final String SCOPE = AccessFilter.class.getName() + ".scope";

    /** Attribute of a request: the id of the mandate under which an agent asks. */
    public static final String MANDATE = AccessFilter.class.getName() + ".mandate";

    /** Attribute of a request that was stopped at the door. */
    public static final String REFUSED = AccessFilter.class.getName() + ".refused";

    private final AccessRecorder recorder;

    public AccessFilter(AccessRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!recorder.hasRoom()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Looked looked = Looked.begin(request);
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            Looked.end();
            recorder.note(looked, status);
        }
    }

    /** Neither styles nor what a monitor asks. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/actuator/health");
    }
}
