package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.banshi.app.signin.SignIn.Entered;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
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
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Providers providers;
    private final FaceChecks faces;

    SignInPage(
            Sessions sessions,
            SignIn signIn,
            SessionCookie cookie,
            Providers providers,
            FaceChecks faces) {
        this.providers = providers;
        this.faces = faces;
        this.sessions = sessions;
        this.signIn = signIn;
        this.cookie = cookie;
    }

    @GetMapping("/sign-in")
    String show(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String why,
            HttpServletRequest request,
            Model model) {
        offer(model);
        model.addAttribute("passkeyFirst", SessionCookie.prefersPasskey(request));
        model.addAttribute("to", Targets.local(to));
        model.addAttribute("held", VerificationPage.isHeld(Targets.local(to)));
        model.addAttribute(
                "why", Arrays.stream(Why.values()).filter(it -> it.name().equals(why)).toList());
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
        String target = Targets.local(to);
        try {
            Entered entered =
                    signIn.enter(
                            account.strip(),
                            password,
                            request.getRemoteAddr(),
                            SessionFilter.token(request));
            return cookie.lead(entered, target, request, response);
        } catch (BadCredentialsException wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("failed", true);
        } catch (SignInRefusedException tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("wait", tooMany.waitFor().toSeconds());
        }
        model.addAttribute("to", target);
        model.addAttribute("held", VerificationPage.isHeld(target));
        offer(model);
        model.addAttribute("passkeyFirst", false);
        model.addAttribute("account", account);
        return TEMPLATE;
    }

    /** The ways beside account and password. */
    private void offer(Model model) {
        model.addAttribute("providers", providers.all());
        model.addAttribute("face", faces.title().isPresent());
    }

    /**
     * The browser keeps a token that opens nothing: what another tab sends yet is kept for whoever
     * typed it.
     */
    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        String token = SessionFilter.token(request);
        if (token != null) {
            sessions.signOut(token);
        }
        return "redirect:/";
    }
}
