package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.process.task.InvalidTaskDataException;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.form.FormBinder;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.page.Regions;
import org.banshi.web.problem.Failure;
import org.banshi.web.problem.Failures;
import org.banshi.web.write.Access;
import org.banshi.web.write.PaperReading;
import org.banshi.web.write.Reads;
import org.banshi.web.write.TaskActs;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One task: its case on the left, what to do on the right. */
@Controller
@RequestMapping("/work")
class TaskPages {

    private final TaskActs acts;
    private final CaseDesk desk;
    private final PaperReading papers;
    private final Reads reads;
    private final Regions regions;
    private final Failures failures;

    TaskPages(
            TaskActs acts,
            CaseDesk desk,
            PaperReading papers,
            Reads reads,
            Regions regions,
            Failures failures) {
        this.acts = acts;
        this.desk = desk;
        this.papers = papers;
        this.reads = reads;
        this.regions = regions;
        this.failures = failures;
    }

    @GetMapping("/tasks/{id}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done);
        return page(Access.staff(caller), id, outcome, FormData.empty(), List.of(), null, model);
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String id) {
        SignedIn who = Access.staff(caller);
        await(acts.claim(who, acts.task(who, id), null, null));
        return "redirect:/work/tasks/" + id + "?done=claimed";
    }

    @PostMapping("/tasks/{id}/release")
    String release(@AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String id) {
        SignedIn who = Access.staff(caller);
        await(acts.release(who, acts.task(who, id), null, null));
        return "redirect:/work?done=released";
    }

    @PostMapping("/tasks/{id}/assignment")
    String assign(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String assignee,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        try {
            await(acts.assign(who, acts.task(who, id), assignee, null, null));
            return "redirect:/work/tasks/" + id + "?done=assigned";
        } catch (RuntimeException refused) {
            return explained(refused, who, id, null, FormData.empty(), model, response);
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
        FormData data = bound(acts.step(task), outcome, posted);
        if (!act.equals("complete")) {
            String grown = act.startsWith("add:") ? place : null;
            return page(who, id, outcome, data, List.of(), grown, model);
        }
        try {
            await(acts.complete(who, task, outcome, data, version, null));
            return "redirect:/work?done=completed";
        } catch (InvalidTaskDataException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(who, id, outcome, data, invalid.errors(), null, model);
        } catch (RuntimeException refused) {
            return explained(refused, who, id, outcome, data, model, response);
        }
    }

    /** What was typed is not lost: the page says why it was refused, and keeps it. */
    private String explained(
            RuntimeException refused,
            SignedIn who,
            String id,
            @Nullable String outcome,
            FormData data,
            Model model,
            HttpServletResponse response) {
        Failure failure = failures.of(refused);
        if (failure.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            throw refused;
        }
        response.setStatus(failure.status());
        model.addAttribute("problem", failure);
        return page(who, id, outcome, data, List.of(), null, model);
    }

    @GetMapping("/cases/{number}/materials/{id}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String id) {
        return papers.ofCase(Access.staff(caller), number, id);
    }

    private String page(
            SignedIn who,
            String id,
            @Nullable String outcomeKey,
            FormData data,
            List<FieldError> errors,
            @Nullable String grown,
            Model model) {
        WorkItemRow task = acts.task(who, id);
        Step step = acts.step(task);
        Step.Outcome outcome =
                step.outcomes().stream()
                        .filter(one -> one.key().equals(outcomeKey))
                        .findFirst()
                        .orElse(null);
        model.addAttribute("task", task);
        model.addAttribute("step", step);
        model.addAttribute("outcome", outcome);
        model.addAttribute("place", regions.name(task.region()));
        model.addAttribute(
                "mine", task.state().equals("claimed") && who.account().equals(task.assignee()));
        model.addAttribute(
                "form",
                outcome == null || outcome.form().isEmpty()
                        ? null
                        : FormRenderer.render(outcome.form().get().schema(), data, errors, grown));
        model.addAttribute(
                "officers", who.scope().has(Role.SUPERVISOR) ? acts.officers(task) : List.of());
        desk.lay(
                who,
                task.number(),
                new ServiceVersion(task.service(), task.serviceVersion()),
                model);
        return "officer/task";
    }

    private static FormData bound(Step step, String outcome, Map<String, String[]> posted) {
        return step.outcomes().stream()
                .filter(one -> one.key().equals(outcome))
                .flatMap(one -> one.form().stream())
                .findFirst()
                .map(form -> FormBinder.bind(form.schema(), posted))
                .orElse(FormData.empty());
    }

    private void await(Written written) {
        reads.afterIfPossible(written.position(), View.WORK_LIST);
    }
}
