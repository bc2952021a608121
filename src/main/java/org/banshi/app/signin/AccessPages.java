package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody sees one's own sessions, ends them, and chooses what is offered first. */
@Controller
class AccessPages {

    private final Sessions sessions;
    private final Citizens citizens;
    private final SessionCookie cookie;

    AccessPages(Sessions sessions, Citizens citizens, SessionCookie cookie) {
        this.sessions = sessions;
        this.citizens = citizens;
        this.cookie = cookie;
    }

    @GetMapping("/sign-in/sessions")
    String sessions(
            @AuthenticationPrincipal SignedIn who, HttpServletRequest request, Model model) {
        model.addAttribute(
                "sessions",
                sessions.open(who.account(), String.valueOf(SessionFilter.token(request))));
        return "signin/sessions";
    }

    @PostMapping("/sign-in/sessions/{id}/end")
    String end(@AuthenticationPrincipal SignedIn who, @PathVariable String id) {
        sessions.endOne(who.account(), id);
        return "redirect:/sign-in/sessions";
    }

    @PostMapping("/sign-in/preference")
    String prefer(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam SignInRecords.Way way,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean passkey = way == SignInRecords.Way.PASSKEY;
        citizens.preferPasskey(who.account(), passkey);
        cookie.prefer(passkey, request, response);
        return "redirect:/sign-in/passkeys?preferred";
    }
}
