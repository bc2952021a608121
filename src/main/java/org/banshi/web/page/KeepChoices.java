package org.banshi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps what a reader chose, language, size of letters and colours, for the next pages. */
final class KeepChoices implements HandlerInterceptor {

    private static final Languages LANGUAGES = new Languages();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getParameter(Languages.NAME) != null) {
            LANGUAGES.setLocale(request, response, Languages.of(request));
        }
        if (request.getParameter(CareMode.NAME) != null) {
            CareMode.keep(request, response);
        }
        if (request.getParameter(Theme.NAME) != null) {
            Theme.keep(request, response);
        }
        return true;
    }
}
