package org.banshi.app.signin;

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
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.WebAttributes;
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
        go(
                request,
                response,
                "/sign-in?" + (ended == null ? "" : "why=" + ended + "&") + "to=" + after(request));
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        request.setAttribute(AccessFilter.REFUSED, true);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        // A token of another log-in may be of another account: what came with it is kept for
        // nobody.
        boolean token = failure instanceof CsrfException;
        if (!token && freshness.isStale(who)) {
            verify(request, response);
        } else if (forApi(request)) {
            problem(request, response, failure, HttpServletResponse.SC_FORBIDDEN);
        } else {
            boolean known = Doors.lead(request.getRequestURI());
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, failure);
            response.sendError(
                    known ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Asks for the proof; what was being sent is kept meanwhile. */
    private void verify(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (forApi(request)) {
            problem(
                    request,
                    response,
                    SignInRefusedException.of(Why.VERIFICATION_REQUIRED),
                    HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            go(request, response, "/sign-in/verify?to=" + after(request));
        }
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, String target)
            throws IOException {
        if (ofPart(request)) {
            lead(response, target);
        } else {
            response.sendRedirect(target);
        }
    }

    /** Where to go on after the log-in or the proof, as a parameter. */
    private String after(HttpServletRequest request) {
        return URLEncoder.encode(back(request), StandardCharsets.UTF_8);
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST") && !request.getRequestURI().startsWith("/sign-");
    }

    /** Where to go on: at the form that was being sent, which is kept, or at the page. */
    private String back(HttpServletRequest request) {
        Account account = SessionFilter.lastAccount(request);
        if (account == null || !isForm(request)) {
            return wanted(request);
        }
        Map<String, List<String>> fields = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.remove("_csrf");
        fields.remove(HeldForms.FIELD);
        fields.put(HeldForms.ACTING, List.of(SessionFilter.lastMandate(request)));
        boolean files = String.valueOf(request.getContentType()).startsWith("multipart/");
        String id =
                forms.keep(account, new HeldForms.HeldForm(request.getRequestURI(), fields, files));
        return "/sign-in/held/" + id;
    }

    private static boolean ofPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static void lead(HttpServletResponse response, String target) {
        response.setHeader("HX-Redirect", target);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
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
