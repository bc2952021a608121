package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletResponse;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.write.Access;
import org.banshi.web.write.CitizenActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
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

/** Withdraw a case, have it kept from others, answer an assessment, rate a case that has ended. */
@Controller
@RequestMapping("/cases/{number}")
class ActPages {

    /** Most characters of a reason or comment. */
    private static final int LONGEST = 500;

    private final CitizenActs acts;
    private final Reads reads;

    ActPages(CitizenActs acts, Reads reads) {
        this.acts = acts;
        this.reads = reads;
    }

    @GetMapping("/withdrawal")
    String confirm(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        model.addAttribute("found", acts.caseOf(Access.citizen(caller), number));
        return "citizen/withdraw";
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        String why = cut(reason);
        return back(number, "withdrawn", acts.withdraw(who, found, why, null));
    }

    @GetMapping("/rating")
    String ask(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        model.addAttribute("found", acts.caseOf(Access.citizen(caller), number));
        return "citizen/rate";
    }

    @PostMapping("/rating")
    String rate(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer score,
            @RequestParam(defaultValue = "") String comment,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        if (score == null || score < 1 || score > 5) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("found", found);
            model.addAttribute("unrated", true);
            model.addAttribute("comment", comment);
            return "citizen/rate";
        }
        return back(number, "rated", acts.rate(who, found, score, cut(comment), null));
    }

    @GetMapping("/protection")
    String askProtection(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        model.addAttribute("found", acts.caseOf(Access.citizen(caller), number));
        return "citizen/protection";
    }

    @PostMapping("/protection")
    String protect(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean ownPhone,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        String why = cut(reason);
        if (why == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("found", found);
            model.addAttribute("unreasoned", true);
            model.addAttribute("ownPhone", ownPhone);
            return "citizen/protection";
        }
        return back(number, "protected", acts.protect(who, found, why, ownPhone, null));
    }

    @GetMapping("/assessment")
    String askAssessment(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        model.addAttribute("found", acts.caseOf(Access.citizen(caller), number));
        return "citizen/assessment";
    }

    @PostMapping("/assessment")
    String answerAssessment(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        boolean agrees = answer.equals("agree");
        String why = cut(reason);
        if (!agrees && why == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("found", found);
            model.addAttribute("unanswered", true);
            model.addAttribute("answer", answer);
            return "citizen/assessment";
        }
        return back(
                number,
                agrees ? "agreed" : "disputed",
                acts.answerAssessment(who, found, agrees ? null : why, null));
    }

    private String back(String number, String done, Written written) {
        reads.afterIfPossible(written.position(), View.PROGRESS);
        return "redirect:/cases/" + number + "?done=" + done;
    }

    private static @Nullable String cut(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return null;
        }
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
