package org.banshi.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers every exception: under {@code /api/} as a problem, elsewhere as a page. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class FailureAdvice {

    private final Failures failures;

    FailureAdvice(Failures failures) {
        this.failures = failures;
    }

    /** Security answers for itself, before and after a log-in. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler(Exception.class)
    Object answer(Exception thrown, HttpServletRequest request) {
        Failure failure = failures.of(thrown);
        return isApi(request.getRequestURI()) ? problem(failure) : page(failure);
    }

    static boolean isApi(String path) {
        return path.startsWith("/api/") || path.startsWith("/v3/api-docs");
    }

    static ResponseEntity<Problem> problem(Failure failure) {
        String language = LocaleContextHolder.getLocale().getLanguage();
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

    static ModelAndView page(Failure failure) {
        ModelAndView page = new ModelAndView("error", HttpStatusCode.valueOf(failure.status()));
        page.addObject("failure", failure);
        return page;
    }
}
