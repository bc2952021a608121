package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
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
    private final TaskSheet sheet;

    ConcernPages(OfficerActs acts, Reads reads, TaskSheet sheet) {
        this.acts = acts;
        this.reads = reads;
        this.sheet = sheet;
    }

    /**
     * Takes the declaration; nothing happens without a choice. What stood in the task's form is
     * kept as its draft.
     *
     * @param task the task from whose page it came; empty from the case's
     * @param outcome how the task's form, which came along, would end it
     */
    @PostMapping("/work/cases/{number}/concern")
    String declare(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Concern concern,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(required = false) @Nullable String outcome,
            HttpServletRequest request) {
        SignedIn who = Access.staff(caller);
        Progress found = acts.seen(who, number);
        // Whoever steps back has nothing more to do in the task.
        boolean goesOn = !task.isBlank() && (concern == null || concern == Concern.NONE);
        if (goesOn && outcome != null) {
            sheet.keepBeside(who, task.strip(), outcome, request.getParameterMap());
        }
        if (concern != null) {
            reads.afterIfPossible(acts.declare(who, found, concern).position(), View.WORK_LIST);
        }
        if (!goesOn) {
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/work/cases/{number}")
                            .fragment("concern-head")
                            .encode()
                            .buildAndExpand(number)
                            .toUriString();
        }
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/work/tasks/{task}");
        if (outcome != null) {
            page.queryParam("outcome", "{outcome}");
        }
        if (concern != null) {
            page.queryParam("done", "declared");
        }
        return "redirect:"
                + page.encode()
                        .buildAndExpand(
                                Map.of(
                                        "task",
                                        task.strip(),
                                        "outcome",
                                        Objects.requireNonNullElse(outcome, "")))
                        .toUriString();
    }
}
