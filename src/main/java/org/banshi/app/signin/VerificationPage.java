package org.banshi.app.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * Asks once more who is there, before personal data is shown or anything is handled. What a form
 * was sending waits on the page itself and goes on afterwards; files have to be chosen again.
 */
@Controller
class VerificationPage {

    private static final String TEMPLATE = "signin/verify";

    /** Before the names of what waits. */
    private static final String HELD = "held:";

    private final SignIn signIn;
    private final HeldForms forms;
    private final Citizens citizens;

    VerificationPage(SignIn signIn, HeldForms forms, Citizens citizens) {
        this.signIn = signIn;
        this.forms = forms;
        this.citizens = citizens;
    }

    @GetMapping("/sign-in/verify")
    String show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        model.addAttribute("passkeyFirst", citizens.prefersPasskey(who.account()));
        return page(model, Targets.local(to), Map.of(), false);
    }

    /** Where a form's input is forwarded to that came too late. */
    @PostMapping("/sign-in/held")
    String hold(HttpServletRequest request, HttpServletResponse response, Model model) {
        String sentTo = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        Map<String, List<String>> fields = new TreeMap<>();
        request.getParameterMap()
                .forEach((name, values) -> fields.put(HELD + name, List.of(values)));
        fields.remove(HELD + "_csrf");
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        String type = String.valueOf(request.getContentType());
        return page(model, Targets.local(sentTo), fields, type.startsWith("multipart/"));
    }

    /** What was being sent when the session had run out, after the log-in. */
    @GetMapping("/sign-in/held/{id}")
    String resume(@AuthenticationPrincipal SignedIn who, @PathVariable String id, Model model) {
        return forms.find(who.account(), id)
                .map(
                        held -> {
                            Map<String, List<String>> fields = new TreeMap<>(held.fields());
                            fields.put(HeldForms.FIELD, List.of(id));
                            page(model, held.path(), fields, held.files());
                            return "signin/continue";
                        })
                .orElse("redirect:/");
    }

    @PostMapping("/sign-in/verify")
    String verify(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "false") boolean files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Map<String, List<String>> held = new TreeMap<>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (name.startsWith(HELD)) {
                                held.put(name, List.of(values));
                            }
                        });
        String target = Targets.local(to);
        try {
            signIn.verify(
                    String.valueOf(SessionFilter.token(request)),
                    who.account(),
                    password,
                    request.getRemoteAddr());
        } catch (BadCredentialsException wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("failed", true);
            return page(model, target, held, files);
        } catch (SignInRefusedException tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("wait", tooMany.waitFor().toSeconds());
            return page(model, target, held, files);
        }
        if (held.isEmpty()) {
            return "redirect:" + target;
        }
        Map<String, List<String>> fields = new TreeMap<>();
        held.forEach((name, values) -> fields.put(name.substring(HELD.length()), values));
        page(model, target, fields, files);
        return "signin/continue";
    }

    private static String page(
            Model model, String to, Map<String, List<String>> fields, boolean files) {
        model.addAttribute("to", to);
        model.addAttribute("fields", fields);
        model.addAttribute("files", files);
        return TEMPLATE;
    }
}
