package org.banshi.web.officer;

import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.officers.Concern;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.write.Access;
import org.banshi.web.write.OfficerActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Where an officer says whether the case is also one's own affair (利害关系声明、回避). */
@Controller
class ConcernPages {

    private final OfficerActs acts;
    private final Reads reads;

    ConcernPages(OfficerActs acts, Reads reads) {
        this.acts = acts;
        this.reads = reads;
    }

    /**
     * Takes the declaration; nothing happens without a choice.
     *
     * @param task the task from whose page it came; empty from the case's
     */
    @PostMapping("/work/cases/{number}/concern")
    String declare(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Concern concern,
            @RequestParam(defaultValue = "") String task) {
        Progress found = acts.caseOf(caller, number);
        SignedIn who = Access.staff(caller);
        if (concern != null) {
            reads.afterIfPossible(acts.declare(who, found, concern).position(), View.WORK_LIST);
        }
        // Whoever steps back has nothing more to do in the task.
        boolean goesOn = !task.isBlank() && (concern == null || concern == Concern.NONE);
        UriComponentsBuilder page =
                UriComponentsBuilder.fromPath(
                        goesOn ? "/work/tasks/{there}" : "/work/cases/{there}");
        return "redirect:"
                + page.fragment("concern-head")
                        .encode()
                        .buildAndExpand(goesOn ? task.strip() : number)
                        .toUriString();
    }
}
