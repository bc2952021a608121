package org.banshi.web.officer;

import java.util.List;
import java.util.Objects;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.write.Access;
import org.banshi.web.write.BulkActs;
import org.banshi.web.write.BulkActs.Outcome;
import org.banshi.web.write.BulkActs.Pick;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Several tasks at a time: taken, given to somebody, and given back. */
@Controller
@RequestMapping("/work/bulk")
class BulkPages {

    private final BulkActs acts;

    BulkPages(BulkActs acts) {
        this.acts = acts;
    }

    @PostMapping("/assignment")
    String assign(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable List<String> task,
            @RequestParam(defaultValue = "") String assignee,
            Model model) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        boolean somebody = !assignee.isBlank();
        return told(
                "assignment",
                somebody ? acts.assign(who, picks(task), assignee, null) : List.of(),
                assignee,
                model);
    }

    @PostMapping("/claim")
    String claim(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable List<String> task,
            Model model) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        return told("claim", acts.claim(who, picks(task), null), who.account(), model);
    }

    @PostMapping("/undo")
    String undo(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable List<String> task,
            Model model) {
        SignedIn who = Access.staff(caller);
        return told("undo", acts.undo(who, picks(task), null), "", model);
    }

    private static List<Pick> picks(@Nullable List<String> tasks) {
        return tasks == null ? List.of() : tasks.stream().map(Pick::of).toList();
    }

    private static String told(String act, List<Outcome> outcomes, String holder, Model model) {
        model.addAttribute("act", act);
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("holder", holder);
        model.addAttribute("done", outcomes.stream().filter(it -> it.problem() == null).count());
        model.addAttribute(
                "undos", outcomes.stream().map(Outcome::undo).filter(Objects::nonNull).toList());
        return "officer/bulk";
    }
}
