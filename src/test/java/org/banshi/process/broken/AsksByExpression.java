package org.banshi.process.broken;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;

/** Breaks the rule that no query carries an expression: proves that it bites. */
public final class AsksByExpression {

    private AsksByExpression() {}

    public static TaskQuery ask(TaskService tasks, String typed) {
        return tasks.createTaskQuery().or().dueAfterExpression(typed).endOr();
    }
}
