package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.banshi.app.signin.ProviderSettings.Audience;
import org.banshi.app.signin.ProviderSettings.Provider;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks once more who is there, before personal data is shown or anything is handled: by password,
 * passkey, or the log-in service that vouches for the account. What a form was sending waits
 * meanwhile, and goes on afterwards; files have to be chosen again.
 */
@Controller
class VerificationPage {

    private static final String TEMPLATE = "signin/verify";
    private static final String HELD = "/sign-in/held/";

    private final SignIn signIn;
    private final HeldForms forms;
    private final Citizens citizens;
    private final Providers providers;
    private final ProviderSignIn vouching;

    VerificationPage(
            SignIn signIn,
            HeldForms forms,
            Citizens citizens,
            Providers providers,
            ProviderSignIn vouching) {
        this.signIn = signIn;
        this.forms = forms;
        this.citizens = citizens;
        this.providers = providers;
        this.vouching = vouching;
    }

    @GetMapping("/sign-in/verify")
    String show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        return page(who, Targets.local(to), model);
    }

    /** What was being sent when the session had run out or the proof was too old. */
    @GetMapping("/sign-in/held/{id}")
    String resume(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String id,
            HttpServletRequest request,
            Model model) {
        return forms.find(who.account(), id)
                .map(
                        held -> {
                            Map<String, List<String>> fields = new TreeMap<>(held.fields());
                            List<String> under = fields.remove(HeldForms.ACTING);
                            fields.put(HeldForms.FIELD, List.of(id));
                            model.addAttribute("to", held.path());
                            model.addAttribute("fields", fields);
                            model.addAttribute("files", held.files());
                            // Nothing that was meant for one person is sent for another.
                            model.addAttribute(
                                    "otherwise",
                                    under != null
                                            && !under.contains(SessionFilter.lastMandate(request)));
                            return "signin/continue";
                        })
                .orElse("redirect:/");
    }

    @PostMapping("/sign-in/verify")
    String verify(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String target = Targets.local(to);
        try {
            signIn.verify(
                    String.valueOf(SessionFilter.token(request)),
                    who.account(),
                    password,
                    request.getRemoteAddr());
            return "redirect:" + target;
        } catch (BadCredentialsException wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("failed", true);
        } catch (SignInRefusedException tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("wait", tooMany.waitFor().toSeconds());
        }
        return page(who, target, model);
    }

    /** Whether what somebody was sending waits there. */
    static boolean isHeld(String to) {
        return to.startsWith(HELD);
    }

    private String page(SignedIn who, String to, Model model) {
        Map<String, Provider> vouch = new TreeMap<>(providers.all());
        vouch.values().removeIf(one -> one.audience() != Audience.CITIZENS);
        vouch.keySet().removeIf(name -> !vouching.isLinked(who.account(), name));
        model.addAttribute("to", to);
        model.addAttribute("held", isHeld(to));
        model.addAttribute("providers", vouch);
        model.addAttribute("passkeyFirst", citizens.prefersPasskey(who.account()));
        return TEMPLATE;
    }
}
