package org.banshi.process.task;

import java.util.Map;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * An officer's completion of a task: the act, the work item and the engine's step are one
 * transaction, all or nothing.
 */
public interface TaskCompletion {

    /**
     * Complete a task.
     *
     * @param workItem the engine's task id
     * @param outcome one of the step's outcomes
     * @param data satisfies the outcome's form
     * @param expectedVersion of the work item, or null when the caller does not insist
     * @param request metadata of the request, such as its idempotency key
     * @throws org.banshi.command.contract.message.RefusedException when the domain refuses; nothing
     *     was changed
     * @throws InvalidTaskDataException when {@code data} does not satisfy the form; nothing was
     *     changed
     * @throws TaskGoneException when the task is unknown, done or cancelled; nothing was changed
     */
    void complete(
            String workItem,
            String outcome,
            FormData data,
            Stamp stamp,
            @Nullable Long expectedVersion,
            Map<String, String> request);

    /** Complete a task without any metadata. */
    default void complete(
            String workItem,
            String outcome,
            FormData data,
            Stamp stamp,
            @Nullable Long expectedVersion) {
        complete(workItem, outcome, data, stamp, expectedVersion, Map.of());
    }
}
