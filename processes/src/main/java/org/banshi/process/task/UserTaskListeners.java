package org.banshi.process.task;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Ties every user task of every process to {@link WorkItems}. */
public final class UserTaskListeners extends AbstractBpmnParseListener {

    private final WorkItems workItems;

    public UserTaskListeners(WorkItems workItems) {
        this.workItems = workItems;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task =
                ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, workItems::open);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, workItems::cancel);
    }
}
