package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.banshi.app.privacy.Corrections;
import org.banshi.app.privacy.Erasures;
import org.banshi.app.privacy.PersonalCopies;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.person.Masks;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.privacy.CorrectionField;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.web.page.Offices;
import org.banshi.web.page.Regions;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own data: who looked at them, a copy, and their erasure. */
@Controller
@RequestMapping("/me")
class MePage {

    private static final int SHOWN = 30;

    private final PersonalCopies copies;
    private final Erasures erasures;
    private final Reads reads;
    private final Failures failures;
    private final Corrections corrections;
    private final Regions regions;
    private final Offices offices;

    MePage(
            PersonalCopies copies,
            Erasures erasures,
            Reads reads,
            Failures failures,
            Corrections corrections,
            Regions regions,
            Offices offices) {
        this.corrections = corrections;
        this.regions = regions;
        this.offices = offices;
        this.copies = copies;
        this.erasures = erasures;
        this.reads = reads;
        this.failures = failures;
    }

    @GetMapping
    String show(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        return page(Access.oneself(caller), model);
    }

    /** Two steps: the first answer says what is going to happen. */
    @PostMapping("/erasure")
    String erase(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.oneself(caller);
        if (!sure) {
            model.addAttribute("sure", true);
            return page(who, model);
        }
        try {
            reads.after(
                    reads.head(),
                    View.PROGRESS,
                    View.BENEFITS,
                    View.CERTIFICATES,
                    View.POINTS,
                    View.DISPUTES);
            erasures.erase(who.actor(), person(who), ErasureGround.REQUEST, null);
            return "redirect:/";
        } catch (RuntimeException refused) {
            return refused(refused, who, model, response);
        }
    }

    @PostMapping("/corrections")
    String correct(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam CorrectionField field,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String region,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.oneself(caller);
        RegionCode known = regions.known(region);
        model.addAttribute("typed", List.of(value, reason, region, field.name()));
        if (known == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("noRegion", true);
            return page(who, model);
        }
        try {
            corrections.ask(
                    who.actor(),
                    person(who),
                    field,
                    value.strip(),
                    reason.strip(),
                    known,
                    UUID.randomUUID());
            return "redirect:/me?asked#corrections";
        } catch (RuntimeException refused) {
            return refused(refused, who, model, response);
        }
    }

    private String refused(
            RuntimeException refused, SignedIn who, Model model, HttpServletResponse response) {
        failures.tell(refused, model, response);
        return page(who, model);
    }

    private String page(SignedIn who, Model model) {
        Applicant details = who.details();
        model.addAttribute("name", details == null ? "" : details.name());
        model.addAttribute(
                "identity", details == null ? "" : Masks.identityNumber(details.identityNumber()));
        model.addAttribute("phone", details == null ? "" : Masks.phone(details.phone()));
        List<PersonalCopies.Look> looks = copies.looks(person(who), who.account());
        model.addAttribute("looks", looks.stream().limit(SHOWN).toList());
        model.addAttribute("moreLooks", looks.size() > SHOWN);
        List<Corrections.Correction> asked = corrections.of(person(who));
        model.addAttribute("corrections", asked);
        model.addAttribute("waits", asked.stream().anyMatch(one -> one.granted() == null));
        model.addAttribute("fields", CorrectionField.values());
        model.addAttribute("offices", offices);
        model.addAttribute("cities", regions.cities());
        model.addAttribute("regions", regions);
        return "citizen/me";
    }

    private static PersonId person(SignedIn who) {
        PersonId person = who.scope().person();
        if (person == null) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        return person;
    }
}
