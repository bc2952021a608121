package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.BenefitView.Decision;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.page.Regions;
import org.banshi.web.problem.Failures;
import org.banshi.web.write.Access;
import org.banshi.web.write.BenefitActs;
import org.banshi.web.write.Commands;
import org.banshi.web.write.OfficerActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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
 * What a case led to, before the office that has it: what is paid and was decided since, a fine
 * that came in, and a stop that may have been wrong.
 */
@Controller
@RequestMapping("/work/cases/{number}/benefits")
class BenefitDesk {

    private static final String FINED = "benefit.fined";
    private static final String COLLECTED = "benefit.fine-collected";
    private static final String STOPPED = "benefit.stopped";

    /** After these the last word on whether it is paid is another one. */
    private static final Set<String> TURNS = Set.of(STOPPED, "benefit.resumed");

    /** What an item opens that can undo a stop. */
    private static final String RESUMES = "benefit-resume";

    /** Most characters of a receipt's number, and of what speaks against a stop. */
    private static final int SHORT = 120;

    private static final int LONGEST = 2_000;

    /**
     * A benefit as the office sees it.
     *
     * @param fines that were not paid, in yuan, the oldest first
     * @param questionable whether it was stopped, and a case can undo that
     */
    record Row(BenefitView view, List<BigDecimal> fines, boolean questionable) {}

    /** What was typed for one of them, to be typed no second time. */
    record Typed(
            String benefit,
            @Nullable BigDecimal fine,
            @Nullable LocalDate paidOn,
            String receipt,
            String grounds) {}

    private final BenefitActs acts;
    private final OfficerActs office;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Reads reads;
    private final RequestKeys keys;
    private final Failures failures;
    private final Commands commands;

    BenefitDesk(
            BenefitActs acts,
            OfficerActs office,
            Catalogue catalogue,
            Regions regions,
            Reads reads,
            RequestKeys keys,
            Failures failures,
            Commands commands) {
        this.acts = acts;
        this.office = office;
        this.catalogue = catalogue;
        this.regions = regions;
        this.reads = reads;
        this.keys = keys;
        this.failures = failures;
        this.commands = commands;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        SignedIn who = Access.staff(caller);
        model.addAttribute("done", done);
        return page(who, office.seen(who, number), model);
    }

    @PostMapping("/{benefit}/fine-payments")
    String collect(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String benefit,
            @RequestParam BigDecimal fine,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate paidOn,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            HttpServletResponse response) {
        Progress found = office.caseOf(caller, number);
        SignedIn who = Access.staff(caller);
        acts.require(who, number, benefit);
        String paper = receipt.strip();
        Typed typed = new Typed(benefit, fine, paidOn, paper, "");
        if (paidOn == null || paper.isEmpty() || paper.length() > SHORT) {
            return unfit("unpaid", typed, who, found, model, response);
        }
        try {
            return done(
                    acts.collectFine(
                            who,
                            number,
                            benefit,
                            fine,
                            paidOn,
                            paper,
                            keys.optional(who, "fine " + benefit, key, typed)),
                    number,
                    "fine");
        } catch (RuntimeException refused) {
            return told(refused, typed, who, found, model, response);
        }
    }

    @PostMapping("/{benefit}/stop-questions")
    String question(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String benefit,
            @RequestParam(defaultValue = "") String grounds,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            HttpServletResponse response) {
        Progress found = office.caseOf(caller, number);
        SignedIn who = Access.staff(caller);
        acts.require(who, number, benefit);
        String against = grounds.strip();
        Typed typed = new Typed(benefit, null, null, "", against);
        if (against.isEmpty() || against.length() > LONGEST) {
            return unfit("groundless", typed, who, found, model, response);
        }
        try {
            return done(
                    acts.questionStop(
                            who,
                            number,
                            benefit,
                            against,
                            keys.optional(who, "stop " + benefit, key, typed)),
                    number,
                    "question");
        } catch (RuntimeException refused) {
            return told(refused, typed, who, found, model, response);
        }
    }

    private String done(Written written, String number, String what) {
        reads.afterIfPossible(written.position(), View.BENEFITS);
        return "redirect:/work/cases/" + number + "/benefits?done=" + what;
    }

    private String unfit(
            String what,
            Typed typed,
            SignedIn who,
            Progress found,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute(what, typed.benefit());
        model.addAttribute("typed", typed);
        return page(who, found, model);
    }

    private String told(
            RuntimeException refused,
            Typed typed,
            SignedIn who,
            Progress found,
            Model model,
            HttpServletResponse response) {
        failures.tell(refused, model, response);
        model.addAttribute("typed", typed);
        return page(who, found, model);
    }

    private String page(SignedIn who, Progress found, Model model) {
        model.addAttribute("found", found);
        model.addAttribute("place", regions.name(found.region()));
        model.addAttribute("today", commands.today());
        model.addAttribute("officer", who.scope().has(Role.OFFICER));
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute(
                "rows", acts.ofCase(who, found.number()).stream().map(this::row).toList());
        return "officer/benefits";
    }

    private Row row(BenefitView view) {
        List<Decision> decisions = view.decisions();
        boolean stopped =
                decisions.stream()
                        .map(Decision::event)
                        .filter(TURNS::contains)
                        .reduce((before, later) -> later)
                        .filter(STOPPED::equals)
                        .isPresent();
        return new Row(
                view,
                openFines(decisions),
                stopped && !view.underReview() && canBeUndone(view.kind()));
    }

    /** Each is paid whole; a payment of before stood for all that were open. */
    private static List<BigDecimal> openFines(List<Decision> decisions) {
        List<BigDecimal> open = new ArrayList<>();
        for (Decision decision : decisions) {
            BigDecimal amount = decision.amount();
            if (amount != null && decision.event().equals(FINED)) {
                open.add(amount);
            } else if (amount != null
                    && decision.event().equals(COLLECTED)
                    && !open.remove(amount)) {
                BigDecimal left = amount;
                while (!open.isEmpty() && open.get(0).compareTo(left) <= 0) {
                    left = left.subtract(open.remove(0));
                }
            }
        }
        return open;
    }

    private boolean canBeUndone(String kind) {
        return catalogue.current().stream()
                .flatMap(it -> it.opens().stream())
                .filter(it -> kind.equals(it.with().get("kind")))
                .map(it -> it.with().get("reviewBy"))
                .filter(String.class::isInstance)
                .flatMap(it -> catalogue.current(it.toString()).stream())
                .map(ServiceDefinition::opens)
                .anyMatch(opens -> opens.stream().anyMatch(it -> it.kind().equals(RESUMES)));
    }
}
