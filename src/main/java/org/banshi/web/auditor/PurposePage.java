package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import org.banshi.app.audit.look.Looks;
import org.banshi.app.audit.look.Purpose;
import org.banshi.app.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Under which order an auditor looks, and why. */
@Controller
@RequestMapping("/audit/purpose")
class PurposePage {

    private final AuditDesk desk;
    private final Looks looks;

    PurposePage(AuditDesk desk, Looks looks) {
        this.desk = desk;
        this.looks = looks;
    }

    @GetMapping
    String ask(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "/audit") String back,
            Model model) {
        desk.enter(caller, model);
        model.addAttribute("back", Back.safe(back));
        return "auditor/purpose";
    }

    @PostMapping
    String state(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "/audit") String back,
            Model model,
            HttpServletResponse response) {
        SignedIn who = desk.enter(caller, model);
        if (!Purpose.fits(reference.strip(), reason.strip())) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("reference", reference);
            model.addAttribute("reason", reason);
            model.addAttribute("unfit", true);
            model.addAttribute("back", Back.safe(back));
            return "auditor/purpose";
        }
        looks.state(who.account(), reference.strip(), reason.strip());
        return "redirect:" + Back.safe(back);
    }

    @PostMapping("/end")
    String end(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        looks.end(desk.enter(caller, model).account());
        return "redirect:/audit";
    }
}
