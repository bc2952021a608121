package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.banshi.app.signin.KnownSessions.Held;
import org.banshi.app.signin.Sessions.Lack;
import org.banshi.app.signin.SignIn.Entered;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where one chooses one's password: whoever is logged in with the one that is replaced, and whoever
 * logged in with a password that somebody else chose.
 */
@Controller
class PasswordPage {

    private static final String TEMPLATE = "signin/password";
    private static final String TO_SIGN_IN = "redirect:/sign-in?to=/sign-in/password";
    private static final Text DIFFERENT = Text.of("两次输入的新密码不一致。", "The two new passwords differ.");
    private static final Text WRONG = Text.of("当前密码不对。", "The current password is wrong.");
    private static final Text SAME =
            Text.of("新密码不能与原密码相同。", "The new password must not be the old one.");
    private static final Text LATER =
            Text.of("失败次数过多，请稍候再试。", "Too many attempts failed. Try again later.");

    private final HalfSessions sessions;
    private final SignIn signIn;
    private final SessionCookie cookie;

    PasswordPage(Sessions sessions, SignIn signIn, SessionCookie cookie) {
        this.sessions = new HalfSessions(sessions);
        this.signIn = signIn;
        this.cookie = cookie;
    }

    @GetMapping("/sign-in/password")
    String show(
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Model model) {
        if (session(request).isEmpty()) {
            return TO_SIGN_IN;
        }
        model.addAttribute("to", Targets.local(to));
        return TEMPLATE;
    }

    @PostMapping("/sign-in/password")
    String change(
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String again,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Held> session = session(request);
        if (session.isEmpty()) {
            return TO_SIGN_IN;
        }
        Account account = session.get().account();
        String target = Targets.local(to);
        Text fault = fault(account, current, password, again);
        if (fault == null) {
            try {
                Entered entered =
                        signIn.choosePassword(
                                account,
                                current,
                                password,
                                session.get().lacks() == null,
                                request.getRemoteAddr());
                return cookie.lead(entered, target, request, response);
            } catch (BadCredentialsException wrong) {
                fault = WRONG;
            } catch (SignInRefusedException tooMany) {
                fault = LATER;
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("to", target);
        model.addAttribute("fault", fault);
        return TEMPLATE;
    }

    private static @Nullable Text fault(
            Account account, String current, String password, String again) {
        if (!password.equals(again)) {
            return DIFFERENT;
        }
        if (password.equals(current)) {
            return SAME;
        }
        return Passwords.fault(account.account(), password).orElse(null);
    }

    private Optional<Held> session(HttpServletRequest request) {
        return sessions.of(request, Lack.PASSWORD);
    }
}
