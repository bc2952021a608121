package org.banshi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page can use: words of its language, who is signed in, and where it is. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    /** What the page's head shows of who is signed in. */
    record Visitor(
            String name,
            boolean citizen,
            boolean staff,
            boolean supervisor,
            boolean operator,
            boolean auditor) {}

    @ModelAttribute
    void add(
            Model model,
            Locale locale,
            HttpServletRequest request,
            @AuthenticationPrincipal @Nullable SignedIn who) {
        Words words = new Words(locale);
        model.addAttribute("say", words);
        model.addAttribute("path", request.getRequestURI());
        model.addAttribute("visitor", who == null ? null : visitor(who, words));
    }

    private static Visitor visitor(SignedIn who, Words words) {
        return new Visitor(
                words.of(who.name()),
                who.scope().has(Role.CITIZEN),
                who.scope().has(Role.OFFICER) || who.scope().has(Role.SUPERVISOR),
                who.scope().has(Role.SUPERVISOR),
                who.scope().has(Role.OPERATOR),
                who.scope().has(Role.AUDITOR));
    }
}
