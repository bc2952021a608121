package org.banshi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps a language chosen by {@code ?lang=} for the next pages. */
final class KeepLanguage implements HandlerInterceptor {

    private static final Languages LANGUAGES = new Languages();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getParameter(Languages.NAME) != null) {
            LANGUAGES.setLocale(request, response, Languages.of(request));
        }
        return true;
    }
}
