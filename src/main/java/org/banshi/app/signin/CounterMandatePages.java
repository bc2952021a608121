package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 代办 at the counter: an officer takes note of mandates that papers prove, and of their end. */
@Controller
@RequestMapping("/work/mandates")
class CounterMandatePages {

    private static final String PAGE = "officer/mandates";

    /** Papers that prove a mandate. */
    enum Paper {
        POWER_OF_ATTORNEY,
        HOUSEHOLD_BOOK,
        BIRTH_CERTIFICATE,
        GUARDIANSHIP_RULING,
        GUARDIAN_APPOINTMENT;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Mandating mandating;
    private final Catalogue catalogue;

    CounterMandatePages(Mandating mandating, Catalogue catalogue) {
        this.mandating = mandating;
        this.catalogue = catalogue;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        CounterPages.atCounter(who);
        model.addAttribute("done", done != null);
        return page(null, model);
    }

    @PostMapping
    String prove(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String grantorName,
            @RequestParam String grantorNumber,
            @RequestParam String agentName,
            @RequestParam String agentNumber,
            @RequestParam MandateBasis basis,
            @RequestParam(defaultValue = "") List<Paper> papers,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") List<String> services,
            @RequestParam(defaultValue = "") List<MandateAct> acts,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            HttpServletResponse response,
            Model model) {
        CounterPages.atCounter(who);
        return act(
                () -> {
                    MandateTerms terms =
                            MandateForm.terms(
                                    MandateForm.services(catalogue), all, services, acts, until);
                    mandating.prove(
                            who,
                            mandating.known(grantorName, grantorNumber),
                            mandating.known(agentName, agentNumber),
                            basis,
                            terms,
                            papers.stream().map(Paper::word).distinct().toList());
                },
                response,
                model);
    }

    @PostMapping("/end")
    String end(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String grantorName,
            @RequestParam String grantorNumber,
            @RequestParam String agentName,
            @RequestParam String agentNumber,
            HttpServletResponse response,
            Model model) {
        CounterPages.atCounter(who);
        return act(
                () ->
                        mandating.end(
                                who,
                                mandating.known(grantorName, grantorNumber),
                                mandating.known(agentName, agentNumber)),
                response,
                model);
    }

    private String act(Runnable act, HttpServletResponse response, Model model) {
        Text fault = Tried.refusal(act);
        if (fault == null) {
            return "redirect:/work/mandates?done";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(fault, model);
    }

    private String page(@Nullable Text fault, Model model) {
        model.addAttribute("fault", fault);
        model.addAttribute("services", MandateForm.services(catalogue));
        model.addAttribute("acts", MandateAct.values());
        model.addAttribute(
                "bases",
                Arrays.stream(MandateBasis.values())
                        .filter(basis -> !basis.ofOrganisation())
                        .toList());
        model.addAttribute("papers", Arrays.asList(Paper.values()));
        return PAGE;
    }
}
