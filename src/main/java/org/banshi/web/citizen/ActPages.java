package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.problem.Failures;
import org.banshi.web.write.Access;
import org.banshi.web.write.CitizenActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKey;
import org.banshi.web.write.RequestKeys;
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

/**
 * Withdraw a case, have it kept from others, answer an assessment, rate a case that has ended. What
 * is refused is told on the page itself, with what was typed; a second press is the same request.
 */
@Controller
@RequestMapping("/cases/{number}")
class ActPages {

    /** Most characters of a reason or comment. */
    private static final int LONGEST = 500;

    private static final String WITHDRAW = "citizen/withdraw";
    private static final String RATE = "citizen/rate";
    private static final String PROTECTION = "citizen/protection";
    private static final String ASSESSMENT = "citizen/assessment";

    private final CitizenActs acts;
    private final Reads reads;
    private final RequestKeys keys;
    private final Failures failures;

    ActPages(CitizenActs acts, Reads reads, RequestKeys keys, Failures failures) {
        this.acts = acts;
        this.reads = reads;
        this.keys = keys;
        this.failures = failures;
    }

    /** What the citizen asks for, once it is known to be whole. */
    private interface Doing {
        Written as(@Nullable RequestKey once);
    }

    /**
     * A form that came in.
     *
     * @param page where it stands
     * @param key that the page gave it
     * @param words what was typed
     */
    private record Sent(
            SignedIn who, Progress found, String page, @Nullable String key, List<Object> words) {}

    @GetMapping("/withdrawal")
    String confirm(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        return show(WITHDRAW, acts.caseOf(Access.citizen(caller), number), model);
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        return carryOut(
                new Sent(who, found, WITHDRAW, key, List.of(reason)),
                "withdrawn",
                once -> acts.withdraw(who, found, cut(reason), once),
                model,
                response);
    }

    @GetMapping("/rating")
    String ask(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        return show(RATE, acts.caseOf(Access.citizen(caller), number), model);
    }

    @PostMapping("/rating")
    String rate(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer score,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        if (score == null || score < 1 || score > 5) {
            return unfit(RATE, "unrated", found, model, response);
        }
        return carryOut(
                new Sent(who, found, RATE, key, List.of(score, comment)),
                "rated",
                once -> acts.rate(who, found, score, cut(comment), once),
                model,
                response);
    }

    @GetMapping("/protection")
    String askProtection(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        return show(PROTECTION, acts.caseOf(Access.citizen(caller), number), model);
    }

    @PostMapping("/protection")
    String protect(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean ownPhone,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        String why = cut(reason);
        if (why == null) {
            return unfit(PROTECTION, "unreasoned", found, model, response);
        }
        return carryOut(
                new Sent(who, found, PROTECTION, key, List.of(reason, ownPhone)),
                "protected",
                once -> acts.protect(who, found, why, ownPhone, once),
                model,
                response);
    }

    @GetMapping("/assessment")
    String askAssessment(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        return show(ASSESSMENT, acts.caseOf(Access.citizen(caller), number), model);
    }

    @PostMapping("/assessment")
    String answerAssessment(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        boolean agrees = answer.equals("agree");
        String why = cut(reason);
        if (!agrees && (why == null || !answer.equals("dispute"))) {
            return unfit(ASSESSMENT, "unanswered", found, model, response);
        }
        return carryOut(
                new Sent(who, found, ASSESSMENT, key, List.of(answer, reason)),
                agrees ? "agreed" : "disputed",
                once -> acts.answerAssessment(who, found, agrees ? null : why, once),
                model,
                response);
    }

    private String carryOut(
            Sent sent, String done, Doing doing, Model model, HttpServletResponse response) {
        String number = sent.found().number();
        try {
            RequestKey once =
                    keys.optional(sent.who(), sent.page() + " " + number, sent.key(), sent.words());
            reads.afterIfPossible(doing.as(once).position(), View.PROGRESS);
            return "redirect:/cases/" + number + "?done=" + done;
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            return show(sent.page(), acts.caseOf(sent.who(), number), model);
        }
    }

    private static String unfit(
            String page, String wrong, Progress found, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute(wrong, true);
        return show(page, found, model);
    }

    private static String show(String page, Progress found, Model model) {
        model.addAttribute("found", found);
        model.addAttribute("key", UUID.randomUUID().toString());
        return page;
    }

    private static @Nullable String cut(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return null;
        }
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
