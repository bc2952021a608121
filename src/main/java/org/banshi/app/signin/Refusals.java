package org.banshi.app.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.banshi.app.access.AccessFilter;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * What somebody gets who may not enter: the log-in page, or for the API a problem, made by the same
 * advice as every other problem.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver problems;

    private final Freshness freshness;
    private final HeldForms forms;

    Refusals(HandlerExceptionResolver problems, Freshness freshness, HeldForms forms) {
        this.problems = problems;
        this.freshness = freshness;
        this.forms = forms;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        request.setAttribute(AccessFilter.REFUSED, true);
        if (forApi(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            problem(request, response, failure, HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (!Doors.lead(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Why ended = SessionFilter.ended(request);
        String target =
                "/sign-in?" + (ended == null ? "" : "why=" + ended + "&") + "to=" + after(request);
        if (ofPart(request)) {
            lead(response, target);
        } else {
            response.sendRedirect(target);
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException, ServletException {
        request.setAttribute(AccessFilter.REFUSED, true);
        boolean stale = freshness.isStale(SecurityContextHolder.getContext().getAuthentication());
        if (stale && !(failure instanceof CsrfException)) {
            verify(request, response);
        } else if (forApi(request)) {
            problem(request, response, failure, HttpServletResponse.SC_FORBIDDEN);
        } else {
            boolean known = Doors.lead(request.getRequestURI());
            response.sendError(
                    known ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Asks for the proof; what was being sent is kept on the page that asks. */
    private void verify(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (forApi(request)) {
            problem(
                    request,
                    response,
                    SignInRefusedException.of(Why.VERIFICATION_REQUIRED),
                    HttpServletResponse.SC_UNAUTHORIZED);
        } else if (ofPart(request)) {
            lead(response, "/sign-in/verify?" + to(request));
        } else if (request.getMethod().equals("GET")) {
            response.sendRedirect("/sign-in/verify?" + to(request));
        } else {
            request.getRequestDispatcher("/sign-in/held").forward(request, response);
        }
    }

    /** Where to go on after the log-in: at the form that was being sent, or at the page. */
    private String after(HttpServletRequest request) {
        Account account = SessionFilter.lastAccount(request);
        boolean form =
                request.getMethod().equals("POST") && !request.getRequestURI().startsWith("/sign-");
        if (account == null || !form) {
            return URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
        }
        Map<String, List<String>> fields = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.remove("_csrf");
        fields.remove(HeldForms.FIELD);
        boolean files = String.valueOf(request.getContentType()).startsWith("multipart/");
        String id =
                forms.keep(account, new HeldForms.HeldForm(request.getRequestURI(), fields, files));
        return URLEncoder.encode("/sign-in/held/" + id, StandardCharsets.UTF_8);
    }

    private static boolean ofPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static void lead(HttpServletResponse response, String target) {
        response.setHeader("HX-Redirect", target);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static String to(HttpServletRequest request) {
        return "to=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
    }

    private void problem(
            HttpServletRequest request, HttpServletResponse response, Exception failure, int status)
            throws IOException {
        if (problems.resolveException(request, response, null, failure) == null
                && !response.isCommitted()) {
            response.setStatus(status);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write("{\"status\":%d}".formatted(status));
        }
    }

    private static boolean forApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    /** The page to come back to, where coming back is harmless. */
    private static String wanted(HttpServletRequest request) {
        String shown = request.getHeader("HX-Current-URL");
        if (shown != null && ofPart(request)) {
            return shown.replaceFirst("^https?://[^/]*", "");
        }
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
