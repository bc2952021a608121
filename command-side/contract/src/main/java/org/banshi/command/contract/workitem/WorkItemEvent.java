package org.banshi.command.contract.workitem;

import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** The whole story of a work item. */
public sealed interface WorkItemEvent extends Event {

    String workItem();

    @Stored("work-item.opened")
    record Opened(
            String workItem,
            ApplicationId application,
            ServiceVersion service,
            String step,
            String body,
            RegionCode region,
            @Nullable DueDate due)
            implements WorkItemEvent {}

    @Stored("work-item.rescheduled")
    record Rescheduled(String workItem, @Nullable DueDate due) implements WorkItemEvent {}

    @Stored("work-item.claimed")
    record Claimed(String workItem, String officer) implements WorkItemEvent {}

    @Stored("work-item.released")
    record Released(String workItem, String officer) implements WorkItemEvent {}

    /**
     * Somebody has it now.
     *
     * @param by account of the supervisor who gave it; of the officer on leave whose deputy takes
     *     it
     */
    @Stored("work-item.assigned")
    record Assigned(String workItem, String officer, String by) implements WorkItemEvent {}

    @Stored("work-item.completed")
    record Completed(String workItem, String officer, String outcome) implements WorkItemEvent {}

    @Stored("work-item.cancelled")
    record Cancelled(String workItem) implements WorkItemEvent {}

    /**
     * A supervisor, or a rule, brought it before the supervisors of a wider region.
     *
     * @param region the wider one
     */
    @Stored("work-item.escalated")
    record Escalated(String workItem, RegionCode region, EscalationReason reason)
            implements WorkItemEvent {}

    /** It is before nobody above any more. */
    @Stored("work-item.escalation-ended")
    record EscalationEnded(String workItem) implements WorkItemEvent {}

    /** Its case goes on by another version of its item, and the task with it. */
    @Stored("work-item.version-changed")
    record VersionChanged(String workItem, ServiceVersion service) implements WorkItemEvent {}
}
