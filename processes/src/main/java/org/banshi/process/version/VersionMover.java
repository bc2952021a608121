package org.banshi.process.version;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Publishing;
import org.banshi.catalogue.Publishing.Running;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.StayReason;
import org.banshi.command.contract.application.VersionPolicy;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.process.engine.ProcessDeployer;
import org.banshi.process.engine.RunningCases;
import org.banshi.process.engine.RunningCases.Standing;
import org.banshi.process.errand.CaseStory;
import org.banshi.process.variable.CaseVariables;
import org.banshi.process.work.RootWork;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Takes one case to another version of its item, or leaves it where it is and says why. Event,
 * engine and work list change in one transaction; a second call changes nothing.
 */
public final class VersionMover {

    private static final Actor MOVER = Actor.system("versions");

    private final RootWork root;
    private final CommandGateway commands;
    private final Catalogue catalogue;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ProcessDeployer deployer;
    private final RunningCases running;
    private final CaseStory story;
    private final Offers offers;
    private final Supplier<Instant> now;

    public VersionMover(
            RootWork root,
            CommandGateway commands,
            Catalogue catalogue,
            RuntimeService runtime,
            TaskService tasks,
            ProcessDeployer deployer,
            RunningCases running,
            CaseStory story,
            Offers offers,
            Supplier<Instant> now) {
        this.root = root;
        this.commands = commands;
        this.catalogue = catalogue;
        this.runtime = runtime;
        this.tasks = tasks;
        this.deployer = deployer;
        this.running = running;
        this.story = story;
        this.offers = offers;
        this.now = now;
    }

    /** What came of it. */
    enum State {
        MOVED,
        KEPT,
        /** No process of it runs any more. */
        GONE
    }

    /**
     * What came of it, and why where it stays.
     *
     * @param reason null unless it stays
     */
    record Outcome(State state, @Nullable StayReason reason) {}

    /**
     * Moves the case, and does {@code then} in the same transaction.
     *
     * @throws RuntimeException when it lost a race, or the engine refuses
     */
    void move(ApplicationId application, ServiceVersion to, Consumer<Outcome> then) {
        Stamp stamp = new Stamp(now.get(), MOVER);
        root.run(
                stamp,
                () -> {
                    root.lock(application);
                    Outcome outcome = move(application, to, stamp);
                    then.accept(outcome);
                    return outcome;
                });
    }

    /** Leaves the case where it is. */
    void keep(
            ApplicationId application,
            ServiceVersion to,
            StayReason reason,
            Consumer<Outcome> then) {
        Stamp stamp = new Stamp(now.get(), MOVER);
        root.run(
                stamp,
                () -> {
                    root.lock(application);
                    Outcome outcome = stay(application, to, reason, stamp);
                    then.accept(outcome);
                    return outcome;
                });
    }

    private Outcome move(ApplicationId application, ServiceVersion to, Stamp stamp) {
        Optional<Standing> found = running.find(application.value());
        if (found.isEmpty()) {
            return new Outcome(State.GONE, null);
        }
        Standing standing = found.get();
        if (standing.version() == to.version()) {
            return new Outcome(State.MOVED, null);
        }
        if (!isCurrent(to) && !offers.isOffered(to)) {
            return stay(application, to, StayReason.NOT_OFFERED, stamp);
        }
        ServiceDefinition next = catalogue.find(to).orElseThrow();
        ServiceDefinition pinned =
                catalogue.find(new ServiceVersion(to.service(), standing.version())).orElseThrow();
        Fate fate = Fate.of(pinned, next, standing.parts(), isAccepted(application));
        if (fate.policy() == Running.PINNED) {
            return stay(
                    application,
                    to,
                    fate.reason() == null ? StayReason.NOT_OFFERED : fate.reason(),
                    stamp);
        }
        Publishing publishing = next.publishing();
        if (publishing.to().filter(step -> hasBeenAt(application, step)).isPresent()) {
            return stay(application, to, StayReason.PAST_THE_STEP, stamp);
        }
        StayReason stays =
                commands.sendAndWait(
                        new ApplicationCommand.FollowVersion(
                                application,
                                to,
                                VersionPolicy.valueOf(publishing.running().name()),
                                publishing.to().orElse(null),
                                stamp));
        if (stays != null) {
            return new Outcome(State.KEPT, stays);
        }
        ProcessInstance instance = instance(application);
        if (publishing.running() == Running.MIGRATED) {
            migrate(instance, pinned.version(), to, stamp);
        } else {
            forward(instance, application, to, publishing.to().orElseThrow());
        }
        return new Outcome(State.MOVED, null);
    }

    private boolean isCurrent(ServiceVersion version) {
        return catalogue
                .current(version.service())
                .filter(it -> it.version().equals(version))
                .isPresent();
    }

    private Outcome stay(
            ApplicationId application, ServiceVersion to, StayReason reason, Stamp stamp) {
        commands.sendAndWait(new ApplicationCommand.StayOnVersion(application, to, reason, stamp));
        return new Outcome(State.KEPT, reason);
    }

    private boolean isAccepted(ApplicationId application) {
        return story.last(application, ApplicationEvent.Accepted.class, it -> true).isPresent();
    }

    private boolean hasBeenAt(ApplicationId application, String step) {
        return story.last(
                        application,
                        ApplicationEvent.StageStarted.class,
                        it -> it.step().equals(step))
                .isPresent();
    }

    private ProcessInstance instance(ApplicationId application) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(application.value())
                .rootProcessInstances()
                .singleResult();
    }

    /** Same parts, same tasks; the plan is checked by the engine before anything is changed. */
    private void migrate(
            ProcessInstance instance, ServiceVersion from, ServiceVersion to, Stamp stamp) {
        MigrationPlan plan =
                runtime.createMigrationPlan(deployer.definitionId(from), deployer.definitionId(to))
                        .mapEqualActivities()
                        .build();
        runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
        runtime.setVariable(instance.getId(), CaseVariables.VERSION, to.version());
        for (Task task : tasks.createTaskQuery().processInstanceId(instance.getId()).list()) {
            commands.sendAndWait(new WorkItemCommand.FollowVersion(task.getId(), to, stamp));
        }
    }

    /** The old instance ends, a new one begins at the step: its tasks come and go as ever. */
    private void forward(
            ProcessInstance instance, ApplicationId application, ServiceVersion to, String step) {
        Map<String, Object> variables = runtime.getVariables(instance.getId());
        variables.put(CaseVariables.VERSION, to.version());
        runtime.deleteProcessInstance(instance.getId(), "fast-forwarded");
        runtime.createProcessInstanceById(deployer.definitionId(to))
                .businessKey(application.value())
                .setVariables(variables)
                .startBeforeActivity(step)
                .execute();
    }
}
