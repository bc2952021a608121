package org.banshi.process.task;

/** The task is unknown to the engine: done, cancelled or never there. */
public final class TaskGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaskGoneException(String workItem) {
        super("no open task " + workItem);
    }
}
