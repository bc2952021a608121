package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.write.Access;
import org.banshi.web.write.OfficerActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKey;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What officers write down for each other about a case. */
@Controller
class CommentPages {

    private final OfficerActs acts;
    private final RequestKeys keys;
    private final Reads reads;
    private final TaskSheet sheet;

    CommentPages(OfficerActs acts, RequestKeys keys, Reads reads, TaskSheet sheet) {
        this.sheet = sheet;
        this.acts = acts;
        this.keys = keys;
        this.reads = reads;
    }

    /**
     * Writes it down once, however often the button is pressed. What stood in the task's form
     * beside it is kept as its draft.
     *
     * @param task the task from whose page it came; empty from the case's
     * @param outcome how the task's form, which came along, would end it
     */
    @PostMapping("/work/cases/{number}/comments")
    String comment(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(required = false) @Nullable String outcome,
            HttpServletRequest request) {
        Progress found = acts.caseOf(caller, number);
        SignedIn who = Access.staff(caller);
        String words = comment.strip();
        if (!words.isEmpty()) {
            RequestKey once = keys.optional(who, "comment " + number, key, words);
            reads.afterIfPossible(acts.comment(who, found, words, once).position(), View.TIMELINE);
        }
        UriComponentsBuilder page =
                UriComponentsBuilder.fromPath(
                        task.isBlank() ? "/work/cases/{there}" : "/work/tasks/{there}");
        if (!task.isBlank() && outcome != null) {
            sheet.keepBeside(who, task.strip(), outcome, request.getParameterMap());
            page.queryParam("outcome", "{outcome}");
        }
        return "redirect:"
                + page.fragment("comments")
                        .encode()
                        .buildAndExpand(
                                Map.of(
                                        "there",
                                        task.isBlank() ? number : task.strip(),
                                        "outcome",
                                        outcome == null ? "" : outcome))
                        .toUriString();
    }
}
