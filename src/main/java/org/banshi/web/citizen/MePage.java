package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletResponse;
import org.banshi.app.privacy.Erasures;
import org.banshi.app.privacy.PersonalCopies;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.person.Masks;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.web.problem.Failure;
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

    MePage(PersonalCopies copies, Erasures erasures, Reads reads, Failures failures) {
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
            Failure failure = failures.of(refused);
            if (failure.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                throw refused;
            }
            response.setStatus(failure.status());
            model.addAttribute("problem", failure);
            return page(who, model);
        }
    }

    private String page(SignedIn who, Model model) {
        Applicant details = who.details();
        model.addAttribute("name", details == null ? "" : details.name());
        model.addAttribute(
                "identity", details == null ? "" : Masks.identityNumber(details.identityNumber()));
        model.addAttribute("phone", details == null ? "" : Masks.phone(details.phone()));
        model.addAttribute(
                "looks", copies.looks(person(who), who.account()).stream().limit(SHOWN).toList());
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
