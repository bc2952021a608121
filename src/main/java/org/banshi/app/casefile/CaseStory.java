package org.banshi.app.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.app.casefile.CaseMoment.Rule;
import org.banshi.app.casefile.CaseMoment.Task;
import org.banshi.app.casefile.CaseMoment.TaskState;
import org.banshi.app.casefile.CaseMoment.Visit;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.domain.application.RuleInputs;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;

/** Folds a case's events, its tasks' and its process's into what an auditor asks about. */
final class CaseStory {

    private final RuleInputs inputs = new RuleInputs();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, Visit> visits = new LinkedHashMap<>();

    void take(Recorded recorded) {
        Event event = recorded.event();
        Instant at = recorded.stamp().at();
        inputs.take(event);
        if (event instanceof RuleDecided it) {
            rules.add(
                    new Rule(
                            recorded.position(),
                            at,
                            recorded.stamp().by().account(),
                            it.decision(),
                            it.tableVersion(),
                            it.asOf(),
                            it.outcome(),
                            it.provisional(),
                            inputs.of(it),
                            it.outputs()));
        } else if (event instanceof WorkItemEvent it) {
            task(it, at);
        } else if (event instanceof EngineEvent.Step it) {
            it.moves().forEach(move -> move(move, at));
        }
    }

    private void task(WorkItemEvent event, Instant at) {
        if (event instanceof WorkItemEvent.Opened it) {
            tasks.put(
                    it.workItem(),
                    new Task(
                            it.workItem(),
                            it.step(),
                            it.body(),
                            it.region().value(),
                            it.due(),
                            TaskState.OPEN,
                            null,
                            null,
                            at,
                            null));
            return;
        }
        tasks.computeIfPresent(event.workItem(), (id, task) -> after(task, event, at));
    }

    private static Task after(Task task, WorkItemEvent event, Instant at) {
        if (event instanceof WorkItemEvent.Rescheduled it) {
            return with(task, it.due(), task.state(), task.officer(), null, null);
        } else if (event instanceof WorkItemEvent.Claimed it) {
            return with(task, task.due(), TaskState.CLAIMED, it.officer(), null, null);
        } else if (event instanceof WorkItemEvent.Assigned it) {
            return with(task, task.due(), TaskState.CLAIMED, it.officer(), null, null);
        } else if (event instanceof WorkItemEvent.Released) {
            return with(task, task.due(), TaskState.OPEN, null, null, null);
        } else if (event instanceof WorkItemEvent.Completed it) {
            return with(task, task.due(), TaskState.COMPLETED, it.officer(), it.outcome(), at);
        } else if (event instanceof WorkItemEvent.Cancelled) {
            return with(task, task.due(), TaskState.CANCELLED, task.officer(), null, at);
        } else if (event instanceof WorkItemEvent.VersionChanged
                || event instanceof WorkItemEvent.Escalated
                || event instanceof WorkItemEvent.EscalationEnded) {
            return task;
        }
        throw new IllegalStateException("unknown of a task: " + event.getClass().getSimpleName());
    }

    private static Task with(
            Task task,
            @Nullable DueDate due,
            TaskState state,
            @Nullable String officer,
            @Nullable String outcome,
            @Nullable Instant ended) {
        return new Task(
                task.id(),
                task.step(),
                task.body(),
                task.region(),
                due,
                state,
                officer,
                outcome,
                task.opened(),
                ended);
    }

    private void move(EngineEvent.Move move, Instant at) {
        String activity = move.activity();
        String visit = move.activityInstance();
        if (activity == null || visit == null) {
            return;
        }
        if (move.kind().equals("activity-start")) {
            visits.put(visit, new Visit(activity, at, null, false));
        } else {
            boolean cancelled = move.kind().equals("activity-cancel");
            visits.computeIfPresent(
                    visit, (id, began) -> new Visit(activity, began.from(), at, cancelled));
        }
    }

    List<Rule> rules() {
        return rules;
    }

    List<Task> tasks() {
        return List.copyOf(tasks.values());
    }

    List<Visit> visits() {
        return List.copyOf(visits.values());
    }
}
