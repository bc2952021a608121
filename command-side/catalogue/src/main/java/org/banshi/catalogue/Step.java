package org.banshi.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.text.Text;

/**
 * A user task of the process: who does it, which acts it can lead to, and what citizens are told
 * while it waits.
 *
 * @param key the id of the user task in the BPMN
 * @param body key of a body in the reference data, such as {@code town}
 * @param title for officers, such as 初审
 * @param now what the citizen reads while it waits: what is being done
 * @param next what the citizen reads: what comes after
 * @param outcomes at least one, in the order shown
 * @param apart steps that nobody does who does this one: whoever did one of them last is kept from
 *     it (四眼)
 * @param impartial whether an officer declares not to be concerned before doing it (回避)
 */
public record Step(
        String key,
        String body,
        Text title,
        Text now,
        Text next,
        List<Outcome> outcomes,
        Set<String> apart,
        boolean impartial) {

    /** A step that any officer of the body does. */
    public Step(String key, String body, Text title, Text now, Text next, List<Outcome> outcomes) {
        this(key, body, title, now, next, outcomes, Set.of(), false);
    }

    /**
     * One way in which a task can end.
     *
     * @param key process variable {@code outcome} after the task; also the outcome of the {@code
     *     act} where that has several
     * @param act a {@link org.banshi.command.contract.message.TaskAct}
     * @param decides whether this is the body's decision on the application, after which nobody
     *     withdraws it; the acts of a family that decide need no mark
     * @param form what the officer fills in for this outcome, empty where the outcome says it all
     */
    public record Outcome(
            String key, String act, Text label, boolean decides, Optional<FormSchema> form) {}
}
