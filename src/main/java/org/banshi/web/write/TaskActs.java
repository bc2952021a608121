package org.banshi.web.write;

import java.util.List;
import java.util.Set;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.Absences;
import org.banshi.app.staff.Officers;
import org.banshi.app.staff.Officers.Officer;
import org.banshi.app.workbench.TaskDrafts;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.command.contract.workitem.EscalationReason;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.process.task.TaskCompletion;
import org.banshi.process.task.TaskGoneException;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.worklist.FindWorkItem;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What officers and supervisors do with a task. */
@Component
public class TaskActs {

    private final Reads reads;
    private final Commands commands;
    private final TaskCompletion completion;
    private final Catalogue catalogue;
    private final Officers officers;
    private final TaskDrafts drafts;
    private final Absences absences;

    public TaskActs(
            Reads reads,
            Commands commands,
            TaskCompletion completion,
            Catalogue catalogue,
            Officers officers,
            TaskDrafts drafts,
            Absences absences) {
        this.reads = reads;
        this.commands = commands;
        this.completion = completion;
        this.catalogue = catalogue;
        this.officers = officers;
        this.drafts = drafts;
        this.absences = absences;
    }

    /**
     * The task of this id.
     *
     * @throws ProblemException when there is none in the caller's scope
     */
    public WorkItemRow task(SignedIn who, String id) {
        return reads.one(new FindWorkItem(id, who.scope()), WorkItemRow.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.TASK_NOT_FOUND));
    }

    /** What the task can end with, by the version of the item that the case pinned. */
    public Step step(WorkItemRow task) {
        ServiceDefinition service =
                catalogue
                        .find(new ServiceVersion(task.service(), task.serviceVersion()))
                        .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_SERVICE));
        Step step = service.steps().get(task.step());
        if (step == null) {
            throw ProblemException.of(ProblemKind.TASK_NOT_FOUND);
        }
        return step;
    }

    public Written claim(
            SignedIn who, WorkItemRow task, @Nullable Long expected, @Nullable RequestKey key) {
        return commands.send(
                task.workItem(),
                new WorkItemCommand.Claim(task.workItem(), expected, commands.stamp(who.actor())),
                key);
    }

    public Written release(
            SignedIn who, WorkItemRow task, @Nullable Long expected, @Nullable RequestKey key) {
        return commands.send(
                task.workItem(),
                new WorkItemCommand.Release(task.workItem(), expected, commands.stamp(who.actor())),
                key);
    }

    /** Who can be given the task: the officers of its body and region who are not on leave. */
    public List<Officer> officers(WorkItemRow task) {
        List<Officer> all = officers.of(task.body(), new RegionCode(task.region()));
        Set<String> away = absences.away(all.stream().map(Officer::account).toList());
        return all.stream().filter(it -> !away.contains(it.account())).toList();
    }

    /** Whether the caller stands in for the officer who has the task and is on leave. */
    public boolean mayTakeOver(SignedIn who, WorkItemRow task) {
        String holder = task.assignee();
        return holder != null
                && task.state().equals("claimed")
                && who.scope().has(Role.OFFICER)
                && absences.deputy(holder).filter(who.account()::equals).isPresent();
    }

    /**
     * Takes the task over from the officer who has it and is on leave.
     *
     * @throws ProblemException when nobody has it
     */
    public Written takeOver(
            SignedIn who, WorkItemRow task, @Nullable Long expected, @Nullable RequestKey key) {
        String holder = task.assignee();
        if (holder == null) {
            throw ProblemException.of(ProblemKind.TASK_NOT_FOUND);
        }
        return commands.send(
                task.workItem(),
                new WorkItemCommand.TakeOver(
                        task.workItem(), holder, expected, commands.stamp(who.actor())),
                key);
    }

    /**
     * Gives the task to somebody.
     *
     * @throws ProblemException when that is none of its {@link #officers}
     */
    public Written assign(
            SignedIn who,
            WorkItemRow task,
            String assignee,
            @Nullable Long expected,
            @Nullable RequestKey key) {
        if (officers(task).stream().map(Officer::account).noneMatch(assignee::equals)) {
            throw ProblemException.of(
                    ProblemKind.ASSIGNEE_NOT_ELIGIBLE,
                    "/assignee",
                    "unknown",
                    ProblemKind.ASSIGNEE_NOT_ELIGIBLE.next());
        }
        return commands.send(
                task.workItem(),
                new WorkItemCommand.Assign(
                        task.workItem(), assignee, expected, commands.stamp(who.actor())),
                key);
    }

    /** Takes the task from whoever has it. */
    public Written unassign(
            SignedIn who, WorkItemRow task, @Nullable Long expected, @Nullable RequestKey key) {
        return commands.send(
                task.workItem(),
                new WorkItemCommand.Unassign(
                        task.workItem(), expected, commands.stamp(who.actor())),
                key);
    }

    /** Brings the task before the supervisors of the region above the caller's. */
    public Written escalate(
            SignedIn who,
            WorkItemRow task,
            EscalationReason reason,
            @Nullable Long expected,
            @Nullable RequestKey key) {
        return commands.send(
                task.workItem(),
                new WorkItemCommand.Escalate(
                        task.workItem(), reason, expected, commands.stamp(who.actor())),
                key);
    }

    /** The task is before nobody above any more. */
    public Written endEscalation(
            SignedIn who, WorkItemRow task, @Nullable Long expected, @Nullable RequestKey key) {
        return commands.send(
                task.workItem(),
                new WorkItemCommand.EndEscalation(
                        task.workItem(), expected, commands.stamp(who.actor())),
                key);
    }

    /**
     * Completes a task. Sending the same completion again with its key is answered like the first.
     *
     * @throws ProblemException when the outcome is none of the step's
     * @throws RuntimeException what {@link TaskCompletion#complete} throws
     */
    public Written complete(
            SignedIn who,
            WorkItemRow task,
            String outcome,
            FormData data,
            @Nullable Long expected,
            @Nullable RequestKey key) {
        Written written =
                commands.carryOut(
                        task.workItem(),
                        key,
                        request -> {
                            check(task, outcome);
                            completion.complete(
                                    task.workItem(),
                                    outcome,
                                    data,
                                    commands.stamp(who.actor()),
                                    expected,
                                    request);
                        });
        drafts.dropAll(task.workItem());
        return written;
    }

    private void check(WorkItemRow task, String outcome) {
        if (step(task).outcomes().stream().noneMatch(known -> known.key().equals(outcome))) {
            throw ProblemException.of(
                    ProblemKind.INVALID_TASK_DATA,
                    "/outcome",
                    "unknown",
                    Text.of("此环节没有这种结果。", "The step has no such outcome."));
        }
        if (!task.state().equals("open") && !task.state().equals("claimed")) {
            throw new TaskGoneException(task.workItem());
        }
    }
}
