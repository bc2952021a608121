package org.banshi.process.task;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.process.variable.CaseVariables;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.Work;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Opens and cancels work items as the engine's user tasks come and go. */
public final class WorkItems {

    private final RootWork root;
    private final CommandGateway commands;

    public WorkItems(RootWork root, CommandGateway commands) {
        this.root = root;
        this.commands = commands;
    }

    /** The engine waits for an officer: a stage of the case begins, and a work item with it. */
    public void open(DelegateTask task) {
        ApplicationId application = CaseVariables.application(task);
        root.lock(application);
        Stamp stamp = Work.get().processStamp();
        ApplicationCommand.Stage stage =
                commands.sendAndWait(
                        new ApplicationCommand.StartStage(
                                application, task.getTaskDefinitionKey(), stamp));
        commands.sendAndWait(
                new WorkItemCommand.Open(
                        task.getId(),
                        application,
                        CaseVariables.service(task),
                        stage.step(),
                        stage.body(),
                        stage.region(),
                        stage.due(),
                        stamp));
    }

    /** The engine no longer waits, though nobody completed the task. */
    public void cancel(DelegateTask task) {
        root.lock(CaseVariables.application(task));
        commands.sendAndWait(new WorkItemCommand.Cancel(task.getId(), Work.get().processStamp()));
    }
}
