package org.banshi.catalogue;

import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.text.Text;

/**
 * A user task of the process: who does it, which act it is, and what citizens are told while it
 * waits.
 *
 * @param key the id of the user task in the BPMN
 * @param act a {@link org.banshi.command.contract.message.TaskAct}
 * @param body key of a body in the reference data, such as {@code town}
 * @param title for officers, such as 初审
 * @param now what the citizen reads while it waits: what is being done
 * @param next what the citizen reads: what comes after
 * @param outcomes in the order shown; empty where the act has but one
 * @param form of the task, empty where the outcome says it all
 */
public record Step(
        String key,
        String act,
        String body,
        Text title,
        Text now,
        Text next,
        List<Outcome> outcomes,
        Optional<FormSchema> form) {

    /**
     * One way in which a task can end.
     *
     * @param key process variable {@code outcome} after the task
     */
    public record Outcome(String key, Text label) {}
}
