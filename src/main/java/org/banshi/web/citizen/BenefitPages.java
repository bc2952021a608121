package org.banshi.web.citizen;

import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.FindMyBenefits;
import org.banshi.web.page.Words;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.BenefitActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A citizen's benefit: what is paid when, why it changed, and how to report a change. */
@Controller
@RequestMapping("/benefits/{benefit}")
class BenefitPages {

    private static final int LONGEST_REPORT = 2_000;

    private final Reads reads;
    private final BenefitActs acts;

    BenefitPages(Reads reads, BenefitActs acts) {
        this.reads = reads;
        this.acts = acts;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String benefit,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("found", find(Access.citizen(caller), benefit));
        model.addAttribute("done", done);
        return "citizen/benefit";
    }

    @PostMapping("/report")
    String report(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String benefit,
            @RequestParam String change,
            @ModelAttribute("say") Words say,
            Model model) {
        SignedIn who = Access.citizen(caller);
        BenefitView found = find(who, benefit);
        if (change.length() <= LONGEST_REPORT) {
            try {
                Written written = acts.report(who, benefit, change, null);
                reads.afterIfPossible(written.position(), View.POLICIES, View.BENEFITS);
                return "redirect:/benefits/" + benefit + "?done=reported";
            } catch (RefusedException refused) {
                model.addAttribute("wrong", say.of(refused.refusal().reason()));
            }
        } else {
            model.addAttribute("tooLong", LONGEST_REPORT);
        }
        model.addAttribute("found", found);
        model.addAttribute("change", change);
        return "citizen/benefit";
    }

    @PostMapping("/certification")
    String certify(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String benefit,
            @ModelAttribute("say") Words say,
            Model model) {
        SignedIn who = Access.citizen(caller);
        BenefitView found = find(who, benefit);
        try {
            Written written = acts.certify(who, benefit, null);
            reads.afterIfPossible(written.position(), View.BENEFITS);
            return "redirect:/benefits/" + benefit + "?done=certified";
        } catch (RefusedException refused) {
            model.addAttribute("wrong", say.of(refused.refusal().reason()));
            model.addAttribute("found", found);
            return "citizen/benefit";
        }
    }

    private BenefitView find(SignedIn who, String benefit) {
        List<BenefitView> mine = reads.list(new FindMyBenefits(who.scope()), BenefitView.class);
        return mine.stream()
                .filter(it -> it.benefit().equals(benefit))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.BENEFIT_NOT_FOUND));
    }
}
