package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Forgets a held form as soon as it was taken where it was meant for. */
final class HeldFormSent implements HandlerInterceptor {

    private final HeldForms forms;

    HeldFormSent(HeldForms forms) {
        this.forms = forms;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        String id = request.getParameter(HeldForms.FIELD);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (id != null
                && request.getMethod().equals("POST")
                && failure == null
                && response.getStatus() < HttpStatus.BAD_REQUEST.value()
                && who instanceof SignedInAuthentication) {
            forms.done(who.getName(), id);
        }
    }
}
