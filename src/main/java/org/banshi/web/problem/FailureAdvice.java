package org.banshi.web.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.banshi.app.pace.TooFastException;
import org.banshi.app.signin.SignInRefusedException;
import org.banshi.web.page.Languages;
import org.banshi.web.page.PageFrame;
import org.banshi.web.page.PageWays;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** Answers every exception: under {@code /api/} as a problem, elsewhere as a page. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureAdvice {

    private final Failures failures;
    private final PageWays ways;

    FailureAdvice(Failures failures, PageWays ways) {
        this.failures = failures;
        this.ways = ways;
    }

    @ExceptionHandler(Exception.class)
    Object answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ASYNC && response.isCommitted()) {
            // Whoever followed is gone: there is nobody to be told.
            return new ModelAndView();
        }
        Failure failure = failures.of(thrown);
        if (thrown instanceof SignInRefusedException refused && !refused.waitFor().isZero()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + refused.waitFor().toSeconds());
        }
        if (thrown instanceof TooFastException tooFast) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + tooFast.waitFor().toSeconds());
        }
        if (isApi(asked(request))) {
            return problem(failure, request);
        }
        if (failure.status() == HttpStatus.UNAUTHORIZED.value()) {
            return signIn(request);
        }
        boolean opened = request.getMethod().equals("GET");
        return opened && failure.status() == HttpStatus.METHOD_NOT_ALLOWED.value()
                ? new ModelAndView("redirect:" + ways.page(asked(request)))
                : page(failure, request);
    }

    /** What was asked for, also while a failure is answered that arose before any controller. */
    static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }

    static boolean isApi(String path) {
        return path.startsWith("/api/") || path.startsWith("/v3/api-docs");
    }

    static ResponseEntity<Problem> problem(Failure failure, HttpServletRequest request) {
        String language = Languages.ofApi(request).getLanguage();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(failure.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .header(HttpHeaders.CONTENT_LANGUAGE, language)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (failure.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(failure.in(language));
    }

    /** A page that was asked for is opened after the log-in. */
    private static ModelAndView signIn(HttpServletRequest request) {
        String to = request.getMethod().equals("GET") ? request.getRequestURI() : "/";
        return new ModelAndView(
                "redirect:/sign-in?to=" + UriUtils.encode(to, StandardCharsets.UTF_8));
    }

    /** Leads back to the start when the language is switched: the address may have been a POST. */
    static ModelAndView page(Failure failure, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("error", HttpStatusCode.valueOf(failure.status()));
        page.addAllObjects(PageFrame.of(request, "/"));
        page.addObject("failure", failure);
        return page;
    }
}
