package org.banshi.web.write;

/** The readers of the log whose rows pages show. */
public enum View {
    PROGRESS("progress"),
    WORK_LIST("worklist"),
    TIMELINE("timeline"),
    CATALOGUE("catalogue"),
    /** A task is there only after the engine took the event. */
    ENGINE("engine");

    private final String subscription;

    View(String subscription) {
        this.subscription = subscription;
    }

    /** The name under which the reader keeps its place in the log. */
    public String subscription() {
        return subscription;
    }
}
