package org.banshi.command.domain.workitem;

import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.jspecify.annotations.Nullable;

/** Who has a work item and whether it is done: it only evolves. */
final class WorkItemState {

    enum Status {
        OPEN,
        DONE,
        CANCELLED
    }

    private long version = -1;

    /** Number of the last event that was no escalation. */
    private long own = -1;

    private Status status = Status.OPEN;
    private String body;
    private RegionCode region;
    private @Nullable String officer;
    private @Nullable DueDate due;
    private @Nullable RegionCode escalatedTo;
    private boolean escalatedByRule;
    private boolean escalatedForDue;

    void on(WorkItemEvent event) {
        version++;
        if (!(event instanceof WorkItemEvent.Escalated
                || event instanceof WorkItemEvent.EscalationEnded)) {
            own = version;
        }
        if (event instanceof WorkItemEvent.Opened opened) {
            body = opened.body();
            region = opened.region();
            due = opened.due();
        } else if (event instanceof WorkItemEvent.Rescheduled rescheduled) {
            due = rescheduled.due();
            escalatedForDue = false;
        } else if (event instanceof WorkItemEvent.Claimed claimed) {
            officer = claimed.officer();
        } else if (event instanceof WorkItemEvent.Assigned assigned) {
            officer = assigned.officer();
        } else if (event instanceof WorkItemEvent.Released) {
            officer = null;
        } else if (event instanceof WorkItemEvent.Escalated escalated) {
            escalatedTo = escalated.region();
            escalatedByRule = !escalated.reason().byHand();
            escalatedForDue |= escalatedByRule;
        } else if (event instanceof WorkItemEvent.Completed) {
            status = Status.DONE;
        } else if (event instanceof WorkItemEvent.Cancelled) {
            status = Status.CANCELLED;
        }
    }

    /**
     * It is before those above no more. Where they themselves saw to it after its last day, that is
     * as good as the rule; taken back by those below, it is not.
     */
    void ended(Stamp stamp) {
        RegionCode by = stamp.by().region();
        escalatedForDue |=
                escalatedTo != null
                        && by != null
                        && by.covers(escalatedTo)
                        && due != null
                        && due.day().isBefore(stamp.day());
        escalatedTo = null;
    }

    /** Whether whoever saw this version saw all that matters: escalations change nobody's work. */
    boolean isSeen(long expected) {
        return expected >= own && expected <= version;
    }

    Status status() {
        return status;
    }

    String body() {
        return body;
    }

    RegionCode region() {
        return region;
    }

    /** Its last day; null where none is set or the case's clock stands still. */
    @Nullable DueDate due() {
        return due;
    }

    /** The region before whose supervisors it was brought; null where it was not. */
    @Nullable RegionCode escalatedTo() {
        return escalatedTo;
    }

    /** Whether a rule brought it there. */
    boolean escalatedByRule() {
        return escalatedByRule;
    }

    /** Whether those above had it, or saw to it, once the last day that stands was over. */
    boolean escalatedForDue() {
        return escalatedForDue;
    }

    /** Account of the officer who has it, null where nobody does. */
    @Nullable String officer() {
        return officer;
    }
}
