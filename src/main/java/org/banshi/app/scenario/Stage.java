package org.banshi.app.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.eventstore.LogPositions;
import org.banshi.process.delivery.WhenDeliveryRequestedThenSend;
import org.banshi.process.policy.PolicySubscription;
import org.banshi.process.reaction.EngineSubscription;
import org.banshi.process.register.WhenRegisterAskedThenAsk;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a scenario is played: lets everything that follows from an action come to rest, and looks
 * at what waits.
 */
final class Stage {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Those that a case moves. */
    static final List<String> READERS =
            List.of(
                    EngineSubscription.NAME,
                    PolicySubscription.NAME,
                    WhenRegisterAskedThenAsk.NAME,
                    WhenDeliveryRequestedThenSend.NAME);

    private final LogPositions positions;
    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final StageClock clock;

    Stage(
            LogPositions positions,
            JdbcClient jdbc,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            StageClock clock) {
        this.positions = positions;
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    /** A task that waits. */
    record Waiting(String workItem, String body) {}

    /** The open task of a step. */
    Waiting task(ApplicationId application, String step) {
        Task task =
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(application.value())
                        .taskDefinitionKey(step)
                        .singleResult();
        if (task == null) {
            throw new OffScriptException(
                    "no open task " + step + "; open are " + open(application));
        }
        String body =
                tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .findFirst()
                        .orElseThrow();
        return new Waiting(task.getId(), body);
    }

    /** Keys of the steps that wait, sorted. */
    List<String> open(ApplicationId application) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(application.value())
                .list()
                .stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /**
     * Until the readers have come to the log's head, no errand is left, and no job of the case is
     * due.
     */
    void settle(ApplicationId application) {
        Instant end = Instant.now().plus(PATIENCE);
        long seen = -1;
        while (Instant.now().isBefore(end)) {
            long head = positions.head();
            for (String reader : READERS) {
                if (!positions.await(reader, head, PATIENCE)) {
                    throw new OffScriptException("reader " + reader + " does not come on");
                }
            }
            boolean errands = errandsLeft(application);
            boolean worked = runDueJobs(application);
            if (!errands && !worked && head == seen && positions.head() == head) {
                return;
            }
            seen = errands || worked ? -1 : head;
        }
        throw new OffScriptException("the case does not come to rest");
    }

    private boolean errandsLeft(ApplicationId application) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM process_errand WHERE application = ?::uuid)")
                .param(application.value())
                .query(Boolean.class)
                .single();
    }

    private boolean runDueJobs(ApplicationId application) {
        boolean any = false;
        for (ProcessInstance instance :
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(application.value())
                        .list()) {
            for (Job job :
                    management
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .active()
                            .list()) {
                if (job.getDuedate() == null || !job.getDuedate().after(Date.from(clock.now()))) {
                    management.executeJob(job.getId());
                    any = true;
                }
            }
        }
        return any;
    }
}
