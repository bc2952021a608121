package org.banshi.process.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.ApplicationCommand.Foreseen;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.officers.CaseOfficersCommand;
import org.banshi.command.contract.officers.CaseOfficersId;
import org.banshi.command.contract.text.Text;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.process.variable.CaseVariables;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.SureWork;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Completes tasks: act, work item and engine in one unit of work. */
public final class OfficerCompletion implements TaskCompletion {

    private final SureWork sure;
    private final RootWork root;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final CommandGateway commands;
    private final Catalogue catalogue;
    private final ActCommands acts;
    private final FirstCertificates certificates;
    private final Rehearsal rehearsal;

    public OfficerCompletion(
            SureWork sure,
            RootWork root,
            TaskService tasks,
            JdbcClient jdbc,
            CommandGateway commands,
            Catalogue catalogue,
            ActCommands acts,
            FirstCertificates certificates) {
        this.sure = sure;
        this.root = root;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.commands = commands;
        this.catalogue = catalogue;
        this.acts = acts;
        this.certificates = certificates;
        this.rehearsal = new Rehearsal(commands, acts, certificates);
    }

    @Override
    public void complete(
            String workItem,
            String outcome,
            FormData data,
            Stamp stamp,
            @Nullable Long expectedVersion,
            Map<String, String> request) {
        sure.run(stamp, request, () -> attempt(workItem, outcome, data, stamp, expectedVersion));
    }

    private void attempt(
            String workItem,
            String outcome,
            FormData data,
            Stamp stamp,
            @Nullable Long expectedVersion) {
        ApplicationId application = application(workItem);
        root.lock(application);
        // Another officer may have held the lock: only now the task is what it is.
        Task task = find(workItem);
        ServiceVersion version = version(task);
        ServiceDefinition service = service(version);
        Step step = service.steps().get(task.getTaskDefinitionKey());
        Step.Outcome chosen = choose(step, outcome);
        validate(chosen, data);
        Map<String, Object> given = new HashMap<>();
        given.put("application", application);
        given.put("step", step.key());
        given.put("stamp", stamp);
        Command act = acts.build(chosen.act(), chosen.key(), given, data);
        if (asksWho(service, step)) {
            commands.sendAndWait(
                    new CaseOfficersCommand.Handle(
                            CaseOfficersId.of(application), version, step.key(), stamp));
        }
        commands.sendAndWait(
                new WorkItemCommand.Complete(workItem, chosen.key(), expectedVersion, stamp));
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseVariables.OUTCOME, chosen.key());
        Object answer = commands.sendAndWait(act);
        if (answer instanceof DueDate due) {
            variables.put(CaseVariables.UNTIL, CaseVariables.after(due));
        } else if (answer instanceof Foreseen foreseen) {
            rehearsal.of(foreseen, stamp);
            foreseen.atOnce().forEach(it -> commands.sendAndWait(certificates.open(it, stamp)));
        }
        tasks.complete(workItem, variables);
    }

    private Task find(String workItem) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(workItem).singleResult())
                .orElseThrow(() -> new TaskGoneException(workItem));
    }

    /** Past the engine: one look at an index, before there is anything to be sure of. */
    private ApplicationId application(String workItem) {
        return jdbc.sql(
                        """
                        SELECT e.business_key_ FROM act_ru_task t
                        JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_
                        WHERE t.id_ = ?\
                        """)
                .param(workItem)
                .query(String.class)
                .optional()
                .map(ApplicationId::new)
                .orElseThrow(() -> new TaskGoneException(workItem));
    }

    /** Only under the case's lock: until then another officer may end the process. */
    private ServiceVersion version(Task task) {
        return CaseVariables.service(
                tasks.getVariablesTyped(
                        task.getId(),
                        List.of(CaseVariables.SERVICE, CaseVariables.VERSION),
                        false));
    }

    private ServiceDefinition service(ServiceVersion version) {
        return catalogue
                .find(version)
                .orElseThrow(() -> new IllegalStateException("no package " + version));
    }

    /** Whether it matters who does this step: for itself, or for another one. */
    private static boolean asksWho(ServiceDefinition service, Step step) {
        return step.impartial()
                || !step.apart().isEmpty()
                || service.steps().values().stream()
                        .anyMatch(other -> other.apart().contains(step.key()));
    }

    private static Step.Outcome choose(Step step, String outcome) {
        return step.outcomes().stream()
                .filter(o -> o.key().equals(outcome))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidTaskDataException(
                                        List.of(
                                                new FieldError(
                                                        "/outcome",
                                                        "enum",
                                                        new Text(
                                                                "请选择一种处理结果",
                                                                "Choose one of the outcomes")))));
    }

    private static void validate(Step.Outcome outcome, FormData data) {
        List<FieldError> errors = outcome.form().map(form -> form.validate(data)).orElse(List.of());
        if (!errors.isEmpty()) {
            throw new InvalidTaskDataException(errors);
        }
    }
}
