package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in page. */
@Controller
class SignInPage {

    private static final String TEMPLATE = "signin/sign-in";

    private final Sessions sessions;
    private final People people;

    SignInPage(Sessions sessions, People people) {
        this.sessions = sessions;
        this.people = people;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam(required = false) @Nullable String to, Model model) {
        model.addAttribute("to", local(to));
        return TEMPLATE;
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String account,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<SignedIn> signedIn = people.find(account, password);
        if (signedIn.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("to", local(to));
            model.addAttribute("account", account);
            model.addAttribute("failed", true);
            return TEMPLATE;
        }
        setCookie(request, response, sessions.begin(account), Sessions.LIFE);
        String target = local(to);
        return "redirect:" + (target.equals("/") ? home(signedIn.get()) : target);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        String token = SessionFilter.token(request);
        if (token != null) {
            sessions.end(token);
        }
        setCookie(request, response, "", Duration.ZERO);
        return "redirect:/";
    }

    private static String home(SignedIn signedIn) {
        return switch (signedIn.scope().roles().stream().sorted().findFirst().orElseThrow()) {
            case CITIZEN -> "/";
            case OFFICER, SUPERVISOR -> "/work";
            case AUDITOR -> "/audit";
            case PUBLISHER, OPERATOR -> "/ops";
        };
    }

    private static void setCookie(
            HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
        ResponseCookie cookie =
                ResponseCookie.from(SessionFilter.COOKIE, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Only a page of ours: nobody is sent elsewhere by a link that was tampered with. */
    private static String local(@Nullable String to) {
        return to != null && to.matches("/[A-Za-z0-9][\\w/?&=%.,~+-]*") ? to : "/";
    }
}
