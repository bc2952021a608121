package org.banshi.web.write;

import org.banshi.query.contract.page.Views;

/** The readers of the log whose rows pages show. */
public enum View {
    PROGRESS(Views.PROGRESS),
    WORK_LIST(Views.WORK_LIST),
    TIMELINE(Views.TIMELINE),
    CATALOGUE(Views.CATALOGUE),
    DISPUTES(Views.DISPUTES),
    CERTIFICATES(Views.CERTIFICATES),
    BENEFITS(Views.BENEFITS),
    MATTERS(Views.MATTERS),
    CASELOAD(Views.CASELOAD),
    /** What follows from an event is there only after the policies took it. */
    POLICIES("policies"),
    POINTS(Views.POINTS),
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
