package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.problem.Failure;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reveals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Full numbers of a case: asked for with a ground, shown for a minute. */
@Controller
@RequestMapping("/work/cases/{number}/reveal")
class RevealPage {

    private static final int SECONDS = 60;

    private final Reveals reveals;
    private final Catalogue catalogue;
    private final Failures failures;

    RevealPage(Reveals reveals, Catalogue catalogue, Failures failures) {
        this.reveals = reveals;
        this.catalogue = catalogue;
        this.failures = failures;
    }

    @GetMapping
    String ask(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        return page(reveals.file(Access.staff(caller), number), "", "", model);
    }

    @PostMapping
    String reveal(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reference,
            Model model,
            HttpServletResponse response) {
        CaseFile file = reveals.file(Access.staff(caller), number);
        try {
            Ground stated =
                    Arrays.stream(Ground.values())
                            .filter(one -> one.name().equals(ground))
                            .findFirst()
                            .orElse(null);
            reveals.state(file, stated, reference);
        } catch (ProblemException wrong) {
            Failure failure = failures.of(wrong);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", failure);
            return page(file, ground, reference, model);
        }
        response.setHeader("Refresh", SECONDS + "; url=/work/cases/" + file.number());
        model.addAttribute("shown", file);
        model.addAttribute(
                "answers",
                catalogue
                        .find(new ServiceVersion(file.service(), file.serviceVersion()))
                        .map(it -> FormRenderer.render(it.form().schema(), file.form(), List.of()))
                        .orElse(null));
        return page(file, ground, reference, model);
    }

    private static String page(CaseFile file, String ground, String reference, Model model) {
        model.addAttribute("number", file.number());
        model.addAttribute("name", file.serviceName());
        model.addAttribute("ground", ground);
        model.addAttribute("reference", reference);
        model.addAttribute("seconds", SECONDS);
        model.addAttribute(
                "grounds", Arrays.stream(Ground.values()).filter(Ground::stated).toList());
        return "officer/reveal";
    }
}
