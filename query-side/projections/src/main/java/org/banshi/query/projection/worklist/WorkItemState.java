package org.banshi.query.projection.worklist;

/** States of a work item, as its row and the migration's indexes spell them. */
final class WorkItemState {

    static final String OPEN = "open";
    static final String CLAIMED = "claimed";
    static final String COMPLETED = "completed";
    static final String CANCELLED = "cancelled";

    private WorkItemState() {}
}
