package org.banshi.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside any controller: a filter, the container, a refused log-in. */
@Hidden
@Controller
class FailureController implements ErrorController {

    private final Failures failures;

    FailureController(Failures failures) {
        this.failures = failures;
    }

    @RequestMapping("/error")
    Object answer(HttpServletRequest request) {
        Failure failure = failureOf(request);
        return FailureAdvice.isApi(FailureAdvice.asked(request))
                ? FailureAdvice.problem(failure, request)
                : FailureAdvice.page(failure, request);
    }

    private Failure failureOf(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            Throwable cause =
                    thrown instanceof jakarta.servlet.ServletException && thrown.getCause() != null
                            ? thrown.getCause()
                            : thrown;
            return failures.of(cause);
        }
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
                instanceof Integer status)) {
            return failures.of(HttpServletResponse.SC_NOT_FOUND);
        }
        if (status == HttpServletResponse.SC_FORBIDDEN
                && request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return Failure.of(ProblemKind.FORM_OUTDATED);
        }
        String type = request.getContentType();
        boolean upload = type != null && type.startsWith("multipart/");
        return upload && status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                ? Failure.of(ProblemKind.UPLOAD_TOO_LARGE)
                : failures.of(status);
    }
}
