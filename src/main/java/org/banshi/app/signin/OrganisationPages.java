package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.banshi.app.signin.Organising.Staffed;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where legal representatives appoint and dismiss the clerks of their organisations. */
@Controller
@RequestMapping("/organisations")
class OrganisationPages {

    private static final String PAGE = "signin/organisations";

    private final Organising organising;
    private final Mandating mandating;
    private final Catalogue catalogue;
    private final Attempts attempts;

    OrganisationPages(
            Organising organising, Mandating mandating, Catalogue catalogue, Attempts attempts) {
        this.organising = organising;
        this.mandating = mandating;
        this.catalogue = catalogue;
        this.attempts = attempts;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        return page(MandatePages.citizen(who), null, model);
    }

    @PostMapping("/{organisation}/clerks")
    String appoint(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String organisation,
            @RequestParam String name,
            @RequestParam String identityNumber,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") List<String> services,
            @RequestParam(defaultValue = "") List<MandateAct> acts,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            HttpServletResponse response,
            Model model) {
        MandatePages.citizen(who);
        return act(
                who,
                () -> {
                    MandateTerms terms =
                            MandateForm.terms(
                                    MandateForm.ofOrganisations(catalogue),
                                    all,
                                    services,
                                    acts,
                                    until);
                    organising.appoint(
                            who,
                            organisation,
                            Mandating.newId(),
                            MandatePages.known(mandating, attempts, who, name, identityNumber),
                            terms);
                },
                response,
                model);
    }

    @PostMapping("/{organisation}/clerks/{clerk}/dismissal")
    String dismiss(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String organisation,
            @PathVariable String clerk,
            HttpServletResponse response,
            Model model) {
        MandatePages.citizen(who);
        return act(
                who,
                () -> organising.dismiss(who, organisation, Mandating.id(clerk)),
                response,
                model);
    }

    private String act(SignedIn who, Runnable act, HttpServletResponse response, Model model) {
        Text fault = Tried.refusal(act);
        if (fault == null) {
            return "redirect:/organisations?done";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(who, fault, model);
    }

    private String page(SignedIn who, @Nullable Text fault, Model model) {
        PersonId person = who.actor().person();
        List<Staffed> organisations = person == null ? List.of() : organising.of(person);
        model.addAttribute("fault", fault);
        model.addAttribute("organisations", organisations);
        model.addAttribute("forOneself", who.actor().onBehalfOf() == null);
        model.addAttribute("services", MandateForm.ofOrganisations(catalogue));
        model.addAttribute("acts", MandateAct.values());
        return PAGE;
    }
}
