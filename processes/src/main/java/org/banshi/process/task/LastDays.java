package org.banshi.process.task;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.Work;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Keeps the last days of open work items with the case's clock, as it stops and goes on. */
public final class LastDays {

    private final RootWork root;
    private final TaskService tasks;
    private final CommandGateway commands;

    public LastDays(RootWork root, TaskService tasks, CommandGateway commands) {
        this.root = root;
        this.tasks = tasks;
        this.commands = commands;
    }

    /** The case's clock was stopped, moved or goes on: asks the case for each open stage's day. */
    public void follow(ApplicationId application) {
        root.lock(application);
        Stamp stamp = Work.get().processStamp();
        for (Task task :
                tasks.createTaskQuery().processInstanceBusinessKey(application.value()).list()) {
            ApplicationCommand.Stage stage =
                    commands.sendAndWait(
                            new ApplicationCommand.RescheduleStage(
                                    application, task.getTaskDefinitionKey(), stamp));
            commands.sendAndWait(new WorkItemCommand.Reschedule(task.getId(), stage.due(), stamp));
        }
    }
}
