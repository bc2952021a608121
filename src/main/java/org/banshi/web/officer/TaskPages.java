package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.Holders;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.workitem.EscalationReason;
import org.banshi.process.task.InvalidTaskDataException;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.officer.TaskSheet.Filled;
import org.banshi.web.problem.Failures;
import org.banshi.web.write.Access;
import org.banshi.web.write.BulkActs.Pick;
import org.banshi.web.write.Reads;
import org.banshi.web.write.TaskActs;
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
import org.springframework.web.util.UriComponentsBuilder;

/** One task: its case on the left, what to do on the right. */
@Controller
@RequestMapping("/work")
class TaskPages {

    /** Values of the pressed button. */
    private static final String COMPLETE = "complete";

    private static final String KEEP = "keep";
    private static final String DISCARD = "discard";
    private static final String PREVIEW = "preview";

    private final TaskActs acts;
    private final TaskSheet sheet;
    private final Holders holders;
    private final Reads reads;
    private final Failures failures;

    TaskPages(TaskActs acts, TaskSheet sheet, Holders holders, Reads reads, Failures failures) {
        this.acts = acts;
        this.sheet = sheet;
        this.holders = holders;
        this.reads = reads;
        this.failures = failures;
    }

    @GetMapping("/tasks/{id}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable Integer assigned,
            Model model) {
        SignedIn who = Access.staff(caller);
        model.addAttribute("done", done);
        if (assigned != null && who.scope().has(Role.SUPERVISOR)) {
            model.addAttribute("undo", undo(acts.task(who, id), assigned));
        }
        return sheet.resumed(who, id, outcome, model);
    }

    /** Gives it back to who had it before; null once something came after the assignment. */
    private @Nullable Pick undo(WorkItemRow task, int assigned) {
        return task.version() == assigned && task.state().equals("claimed")
                ? new Pick(
                        task.workItem(),
                        task.version(),
                        holders.before(task.workItem(), assigned).orElse(null))
                : null;
    }

    /** Whoever comes second is told who was first, on the task's own page. */
    @PostMapping("/tasks/{id}/claim")
    String claim(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        return act(
                Access.staff(caller),
                id,
                "claimed",
                (who, task) -> acts.claim(who, task, null, null),
                model,
                response);
    }

    /** Of whoever is on leave, by the one who stands in. */
    @PostMapping("/tasks/{id}/takeover")
    String takeOver(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.staff(caller);
        WorkItemRow task = acts.task(who, id);
        try {
            await(acts.takeOver(who, task, null, null));
            return "redirect:/work/tasks/" + id + "?done=claimed";
        } catch (RuntimeException refused) {
            return explained(refused, who, id, Filled.of(null, FormData.empty()), model, response);
        }
    }

    @PostMapping("/tasks/{id}/release")
    String release(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            HttpServletRequest request) {
        SignedIn who = Access.staff(caller);
        await(acts.release(who, acts.task(who, id), null, null));
        return "redirect:" + ListPlace.after(request, "released");
    }

    /**
     * The page that follows offers to give it back to who had it before, as long as nothing came
     * after this assignment.
     */
    @PostMapping("/tasks/{id}/assignment")
    String assign(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String assignee,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        WorkItemRow seen = acts.task(who, id);
        try {
            await(acts.assign(who, seen, assignee, seen.version(), null));
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/work/tasks/{id}")
                            .queryParam("done", "assigned")
                            .queryParam("assigned", seen.version() + 1)
                            .encode()
                            .buildAndExpand(id)
                            .toUriString();
        } catch (RuntimeException refused) {
            return explained(refused, who, id, Filled.of(null, FormData.empty()), model, response);
        }
    }

    /** Before the supervisors of the region above. */
    @PostMapping("/tasks/{id}/escalation")
    String escalate(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam EscalationReason reason,
            Model model,
            HttpServletResponse response) {
        return act(
                Access.require(caller, Role.SUPERVISOR),
                id,
                "escalated",
                (who, task) -> acts.escalate(who, task, reason, null, null),
                model,
                response);
    }

    @PostMapping("/tasks/{id}/escalation/end")
    String endEscalation(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        return act(
                Access.require(caller, Role.SUPERVISOR),
                id,
                "deescalated",
                (who, task) -> acts.endEscalation(who, task, null, null),
                model,
                response);
    }

    private interface Act {
        Written on(SignedIn who, WorkItemRow task);
    }

    /** Done, the task's page says so; refused, it says why. */
    private String act(
            SignedIn who,
            String id,
            String done,
            Act act,
            Model model,
            HttpServletResponse response) {
        try {
            await(act.on(who, acts.task(who, id)));
            return "redirect:/work/tasks/" + id + "?done=" + done;
        } catch (RuntimeException refused) {
            return explained(refused, who, id, Filled.of(null, FormData.empty()), model, response);
        }
    }

    @PostMapping("/tasks/{id}/completion")
    String complete(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam String outcome,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "refresh") String act,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.staff(caller);
        WorkItemRow task = acts.task(who, id);
        Map<String, String[]> posted = new HashMap<>(request.getParameterMap());
        String place = act.substring(act.indexOf(':') + 1);
        if (act.startsWith("remove:")) {
            posted.keySet().removeIf(name -> name.equals(place) || name.startsWith(place + "/"));
        }
        Filled filled = sheet.posted(task, outcome, posted);
        switch (act) {
            case COMPLETE:
                break;
            case KEEP:
                return kept(sheet.keep(who, task, filled) != null, id, outcome);
            case DISCARD:
                sheet.drop(who, task, outcome);
                return kept(false, id, outcome);
            default:
                String grown = act.startsWith("add:") ? place : null;
                return sheet.lay(
                        who,
                        task,
                        new Filled(outcome, filled.data(), List.of(), grown, act.equals(PREVIEW)),
                        model);
        }
        try {
            await(acts.complete(who, task, outcome, sheet.sent(task, filled), version, null));
            return "redirect:" + ListPlace.after(request, "completed");
        } catch (InvalidTaskDataException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return sheet.lay(
                    who,
                    task,
                    new Filled(outcome, filled.data(), invalid.errors(), null, false),
                    model);
        } catch (RuntimeException refused) {
            model.addAttribute("keptAside", sheet.keep(who, task, filled));
            return explained(refused, who, id, filled, model, response);
        }
    }

    private static String kept(boolean kept, String id, String outcome) {
        UriComponentsBuilder page =
                UriComponentsBuilder.fromPath("/work/tasks/{id}")
                        .queryParam("outcome", "{outcome}");
        if (kept) {
            page.queryParam("done", "draft");
        }
        return "redirect:" + page.encode().buildAndExpand(id, outcome).toUriString();
    }

    /** While the officer types: answers a line that says so. */
    @PostMapping("/tasks/{id}/draft")
    String draft(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam String outcome,
            HttpServletRequest request,
            Model model) {
        SignedIn who = Access.staff(caller);
        WorkItemRow task = acts.task(who, id);
        Filled filled = sheet.posted(task, outcome, request.getParameterMap());
        @Nullable Instant keptAt = sheet.keep(who, task, filled);
        if (request.getHeader("HX-Request") == null) {
            // Sent again by hand, after a log-in: a line alone is no page.
            return kept(keptAt != null, id, outcome);
        }
        model.addAttribute("keptAt", keptAt);
        return "officer/task :: kept";
    }

    /** What was typed is not lost: the page says why it was refused, and keeps it. */
    private String explained(
            RuntimeException refused,
            SignedIn who,
            String id,
            Filled filled,
            Model model,
            HttpServletResponse response) {
        failures.tell(refused, model, response);
        return sheet.lay(who, acts.task(who, id), filled, model);
    }

    private void await(Written written) {
        reads.afterIfPossible(written.position(), View.WORK_LIST);
    }
}
