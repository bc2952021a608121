package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.Failures;
import org.banshi.web.write.Access;
import org.banshi.web.write.BesideForm;
import org.banshi.web.write.DisputeActs;
import org.banshi.web.write.PaperReading;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A dispute before the committee: who takes part, what parties ask for and is to be decided, and
 * what they hand in at the window.
 */
@Controller
@RequestMapping("/work/disputes/{number}")
class DocketPages {

    private final DisputeActs acts;
    private final Reads reads;
    private final RequestKeys keys;
    private final Failures failures;
    private final PaperReading papers;

    DocketPages(
            DisputeActs acts,
            Reads reads,
            RequestKeys keys,
            Failures failures,
            PaperReading papers) {
        this.papers = papers;
        this.acts = acts;
        this.reads = reads;
        this.keys = keys;
        this.failures = failures;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done != null);
        return page(caller, number, model);
    }

    @GetMapping("/evidence/{paper}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String paper) {
        return papers.ofDocket(Access.require(caller, Role.OFFICER), number, paper);
    }

    @PostMapping("/{act}")
    String act(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        String name = "arbitration." + act;
        try {
            FormData data = BesideForm.of(name, typed);
            Written written =
                    acts.beside(
                            who,
                            number,
                            name,
                            outcome,
                            data,
                            keys.optional(who, name + " " + number, typed.get("key"), data));
            reads.afterIfPossible(written.position(), View.PROGRESS, View.DISPUTES);
            return "redirect:/work/disputes/" + number + "?done";
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            model.addAttribute("asked", act);
            model.addAttribute("typed", typed);
            return page(caller, number, model);
        }
    }

    private String page(@Nullable SignedIn caller, String number, Model model) {
        model.addAttribute("docket", acts.docket(caller, number));
        model.addAttribute("addressees", acts.addressees(caller, number));
        model.addAttribute("kinds", ClaimKind.values());
        model.addAttribute("documents", ServedDocument.values());
        model.addAttribute("ways", ServiceWay.values());
        model.addAttribute("longest", BesideForm.LONGEST);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "officer/docket";
    }
}
