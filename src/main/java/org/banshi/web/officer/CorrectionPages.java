package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.banshi.app.privacy.Corrections;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a region's counter looks at what people want to have corrected of their data. */
@Controller
@RequestMapping("/work/corrections")
class CorrectionPages {

    /** The body whose service centres have counters for all matters (镇街公共服务中心). */
    private static final String COUNTER = "town";

    private final Corrections corrections;
    private final Failures failures;

    CorrectionPages(Corrections corrections, Failures failures) {
        this.corrections = corrections;
        this.failures = failures;
    }

    @GetMapping
    String show(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        return page(atCounter(caller), model);
    }

    @PostMapping("/{id}")
    String decide(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable UUID id,
            @RequestParam boolean granted,
            @RequestParam(defaultValue = "false") boolean impartial,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        SignedIn who = atCounter(caller);
        try {
            corrections.decide(who.actor(), id, granted, impartial, reason.strip());
            return "redirect:/work/corrections?done";
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            return page(who, model);
        }
    }

    private String page(SignedIn who, Model model) {
        RegionCode region = who.scope().region();
        model.addAttribute("waiting", region == null ? List.of() : corrections.waiting(region));
        return "officer/corrections";
    }

    private static SignedIn atCounter(@Nullable SignedIn caller) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        if (!COUNTER.equals(who.scope().body())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        return who;
    }
}
