package org.banshi.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.Officers.Officer;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.text.Text;
import org.banshi.command.contract.workitem.EscalationReason;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.write.Access;
import org.banshi.web.write.BulkActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKey;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.TaskActs;
import org.banshi.web.write.Versions;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officers' tasks. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(
        name = "Tasks",
        description =
                "Officers' work. `If-Match` takes the version of the task; a stale one is refused.")
class TasksApi {

    /**
     * A task with the ways in which it can end.
     *
     * @param apart steps of which nobody does this one who did them last
     * @param impartial whether its officer first declares not to be concerned in the case
     */
    record Task(WorkItemRow task, List<Outcome> outcomes, Set<String> apart, boolean impartial) {}

    /** One way in which a task can end; {@code form} is a JSON Schema of what to fill in. */
    record Outcome(String key, String act, Text label, @Nullable JsonNode form) {}

    /** To whom a supervisor gives a task. */
    record Assignment(@Nullable String assignee) {}

    /** Why a supervisor brings a task before those above. */
    record EscalationRequest(@Nullable EscalationReason reason) {}

    /**
     * Several tasks, each as its caller saw it; {@code assignee} gets them.
     *
     * @param tasks ids with versions
     */
    record Assignments(@Nullable List<Seen> tasks, @Nullable String assignee) {}

    /** A task in the version that somebody saw; null for any. */
    record Seen(@Nullable String task, @Nullable Long version) {}

    /** What became of one of several tasks: done, or a problem's code. */
    record Assigned(
            String task,
            boolean done,
            @Nullable @Schema(description = "Of the problem, where it was not done.")
                    String code) {}

    /** How a task ended. */
    record Completion(@Nullable String outcome, @Nullable Map<String, Object> data) {}

    private final TaskActs acts;
    private final BulkActs bulk;
    private final Reads reads;
    private final RequestKeys keys;

    TasksApi(TaskActs acts, BulkActs bulk, Reads reads, RequestKeys keys) {
        this.bulk = bulk;
        this.acts = acts;
        this.reads = reads;
        this.keys = keys;
    }

    @GetMapping
    @Operation(summary = "List tasks", description = "Of the caller's body and region.")
    PageAnswer<WorkItemRow> list(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @Parameter(description = "available, mine, all or done")
                    @RequestParam(defaultValue = "all")
                    String view,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String step,
            @Parameter(description = "overdue or soon") @RequestParam(required = false)
                    @Nullable String due,
            @Parameter(description = "Part of a number, or a whole name.")
                    @RequestParam(required = false)
                    @Nullable String q,
            @Parameter(description = "Only of this office, body:region, and none below it.")
                    @RequestParam(required = false)
                    @Nullable String office,
            @Parameter(description = "Only what this account holds.")
                    @RequestParam(required = false)
                    @Nullable String holder,
            @Parameter(description = "Only what was brought before a wider region.")
                    @RequestParam(defaultValue = "false")
                    boolean escalated,
            @Parameter(
                            description =
                                    "Only cases of whose form this is true: field=value, of a field"
                                            + " that the item offers; may be there several times.")
                    @RequestParam(required = false)
                    @Nullable List<String> facet,
            @Parameter(description = "due, opened or number; a leading - for descending.")
                    @RequestParam(defaultValue = "due")
                    String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = "Wait until the tasks that follow from this are there.")
                    @RequestParam(required = false)
                    @Nullable Long after) {
        SignedIn who = Access.reader(caller);
        reads.afterEngine(after, View.WORK_LIST);
        Page<WorkItemRow> page =
                reads.page(
                        new FindWorkItems(
                                who.scope(),
                                view,
                                service,
                                region,
                                step,
                                due,
                                Body.optional(q, "/q", Body.SHORT_TEXT),
                                office,
                                holder,
                                escalated,
                                Body.list(facet, "/facet"),
                                sort,
                                Body.optional(cursor, "/cursor", 500),
                                Body.limit(limit, 50)));
        return PageAnswer.of(page);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show a task", description = "With the ways in which it can end.")
    ResponseEntity<Task> show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.reader(caller);
        reads.afterEngine(after, View.WORK_LIST);
        WorkItemRow task = acts.task(who, id);
        Step step = acts.step(task);
        List<Outcome> outcomes = step.outcomes().stream().map(TasksApi::outcome).toList();
        return ResponseEntity.ok()
                .eTag(Versions.tag(task.version()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new Task(task, outcomes, new TreeSet<>(step.apart()), step.impartial()));
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take a task")
    WriteAnswer claim(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        return change(Access.staff(caller), "claim", id, version, key, id, acts::claim);
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Give a task back")
    WriteAnswer release(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        return change(Access.staff(caller), "release", id, version, key, id, acts::release);
    }

    @GetMapping("/{id}/officers")
    @Operation(
            summary = "List to whom a task can be given",
            description = "Officers of its body and region. For supervisors.")
    List<Officer> officers(
            @AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String id) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        return acts.officers(acts.task(who, id));
    }

    @PostMapping("/{id}/assignment")
    @Operation(
            summary = "Give a task to somebody",
            description = "To one of its officers. For supervisors.")
    WriteAnswer assign(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Assignment body) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        String assignee = Body.text(body.assignee(), "/assignee", Body.SHORT_TEXT);
        return change(
                who,
                "assign",
                id,
                version,
                key,
                body,
                (by, task, seen, once) -> acts.assign(by, task, assignee, seen, once));
    }

    @PostMapping("/assignments")
    @Operation(
            summary = "Give several tasks to somebody",
            description =
                    "Each is decided by itself: one that is refused holds up no other. For"
                            + " supervisors; at most 200.")
    List<Assigned> assignAll(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Assignments body) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        String assignee = Body.text(body.assignee(), "/assignee", Body.SHORT_TEXT);
        List<BulkActs.Pick> picks =
                Body.list(body.tasks(), "/tasks").stream()
                        .map(
                                seen ->
                                        new BulkActs.Pick(
                                                Body.text(
                                                        seen.task(),
                                                        "/tasks/task",
                                                        Body.SHORT_TEXT),
                                                seen.version(),
                                                null))
                        .toList();
        return bulk.assign(who, picks, assignee, key).stream()
                .map(
                        one ->
                                new Assigned(
                                        one.task(),
                                        one.problem() == null,
                                        one.problem() == null ? null : one.problem().code()))
                .toList();
    }

    @PostMapping("/{id}/takeover")
    @Operation(
            summary = "Take a task over from an officer on leave",
            description = "By whom that officer named to stand in.")
    WriteAnswer takeOver(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.staff(caller);
        return change(who, "takeover", id, version, key, id, acts::takeOver);
    }

    @PostMapping("/{id}/unassignment")
    @Operation(
            summary = "Take a task from whoever has it",
            description = "Anybody of the office can take it again. For supervisors.")
    WriteAnswer unassign(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        return change(who, "unassign", id, version, key, id, acts::unassign);
    }

    @PostMapping("/{id}/escalation")
    @Operation(
            summary = "Bring a task before those above",
            description =
                    "Supervisors of the region above see it among what was brought before them;"
                            + " whoever has it keeps it. For supervisors.")
    WriteAnswer escalate(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody EscalationRequest body) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        EscalationReason reason = Body.required(body.reason(), "/reason");
        return change(
                who,
                "escalate",
                id,
                version,
                key,
                body,
                (by, task, seen, once) -> acts.escalate(by, task, reason, seen, once));
    }

    @PostMapping("/{id}/escalation/end")
    @Operation(
            summary = "Have a task no longer before those above",
            description = "By whoever brought it there, or by those above. For supervisors.")
    WriteAnswer endEscalation(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        return change(who, "end-escalation", id, version, key, id, acts::endEscalation);
    }

    @PostMapping("/{id}/completion")
    @Operation(
            summary = "Complete a task",
            description =
                    "`data` satisfies the form of the outcome. The act, the task and the process"
                            + " step are one transaction.")
    WriteAnswer complete(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Completion body) {
        SignedIn who = Access.staff(caller);
        FormData data = body.data() == null ? FormData.empty() : new FormData(body.data());
        String outcome = Body.text(body.outcome(), "/outcome", Body.SHORT_TEXT);
        return change(
                who,
                "complete",
                id,
                version,
                key,
                body,
                (by, task, seen, once) -> acts.complete(by, task, outcome, data, seen, once));
    }

    /** What somebody does with a task in the version that they saw. */
    private interface Act {
        Written on(SignedIn who, WorkItemRow task, @Nullable Long seen, @Nullable RequestKey key);
    }

    private WriteAnswer change(
            SignedIn who,
            String what,
            String id,
            @Nullable String version,
            @Nullable String key,
            Object request,
            Act act) {
        @Nullable Long seen = Versions.expected(version);
        WorkItemRow task = acts.task(who, id);
        return WriteAnswer.of(
                id, act.on(who, task, seen, keys.optional(who, what + " " + id, key, request)));
    }

    private static Outcome outcome(Step.Outcome outcome) {
        return new Outcome(
                outcome.key(),
                outcome.act(),
                outcome.label(),
                outcome.form().map(form -> form.schema()).orElse(null));
    }
}
