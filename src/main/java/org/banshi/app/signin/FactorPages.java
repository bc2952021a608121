package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.banshi.app.qr.QrCode;
import org.banshi.app.signin.KnownSessions.Held;
import org.banshi.app.signin.Sessions.Lack;
import org.banshi.app.signin.SignIn.Entered;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second factor: where its code is asked for, and where it is set up. */
@Controller
class FactorPages {

    private static final String CODE = "signin/code";
    private static final String FACTOR = "signin/factor";

    private final HalfSessions sessions;
    private final SignIn signIn;
    private final SecondFactors factors;
    private final SessionCookie cookie;
    private final Freshness freshness;

    FactorPages(
            Sessions sessions,
            SignIn signIn,
            SecondFactors factors,
            SessionCookie cookie,
            SignInSettings settings) {
        this.sessions = new HalfSessions(sessions);
        this.signIn = signIn;
        this.factors = factors;
        this.cookie = cookie;
        this.freshness = new Freshness(settings.verifiedFor());
    }

    @GetMapping("/sign-in/code")
    String askCode(
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Model model) {
        if (lackingCode(request).isEmpty()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("to", Targets.local(to));
        return CODE;
    }

    @PostMapping("/sign-in/code")
    String takeCode(
            @RequestParam String code,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Held> session = lackingCode(request);
        if (session.isEmpty()) {
            return "redirect:/sign-in";
        }
        String target = Targets.local(to);
        try {
            Entered entered =
                    signIn.proveFactor(
                            session.get().account(),
                            code,
                            String.valueOf(SessionFilter.token(request)));
            return cookie.lead(entered, target, request, response);
        } catch (BadCredentialsException | SignInRefusedException wrong) {
            return refused(wrong, target, response, model, CODE);
        }
    }

    @GetMapping("/sign-in/factor")
    String show(
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Model model) {
        Optional<Held> session = sessions.of(request, Lack.FACTOR);
        if (session.isEmpty()) {
            return "redirect:/sign-in?to=/sign-in/factor";
        }
        if (freshness.isOld(session.get().verified())) {
            return "redirect:/sign-in/verify?to=/sign-in/factor";
        }
        model.addAttribute("to", Targets.local(to));
        setting(session.get().account(), request, model);
        return FACTOR;
    }

    @PostMapping("/sign-in/factor")
    String setUp(
            @RequestParam String code,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Held> session = sessions.of(request, Lack.FACTOR);
        if (session.isEmpty() || freshness.isOld(session.get().verified())) {
            return "redirect:/sign-in/factor?to="
                    + URLEncoder.encode(Targets.local(to), StandardCharsets.UTF_8);
        }
        Account account = session.get().account();
        if (factors.isSetUp(account.account())) {
            return "redirect:/sign-in/factor";
        }
        String target = Targets.local(to);
        try {
            Entered entered =
                    signIn.setUpFactor(account, code, String.valueOf(SessionFilter.token(request)));
            return cookie.lead(entered, target, request, response);
        } catch (BadCredentialsException | SignInRefusedException wrong) {
            setting(account, request, model);
            return refused(wrong, target, response, model, FACTOR);
        }
    }

    private void setting(Account account, HttpServletRequest request, Model model) {
        boolean there = factors.isSetUp(account.account());
        model.addAttribute("there", there);
        if (!there) {
            String secret =
                    factors.begin(account.account(), String.valueOf(SessionFilter.token(request)));
            model.addAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
            model.addAttribute("qr", QrCode.svg(Totp.uri(account.account(), secret), "QR"));
        }
    }

    private Optional<Held> lackingCode(HttpServletRequest request) {
        return sessions.of(request, Lack.CODE).filter(held -> held.lacks() == Lack.CODE);
    }

    private static String refused(
            RuntimeException why,
            String target,
            HttpServletResponse response,
            Model model,
            String template) {
        model.addAttribute("to", target);
        if (why instanceof SignInRefusedException tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("wait", tooMany.waitFor().toSeconds());
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("failed", true);
        }
        return template;
    }
}
