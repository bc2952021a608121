package org.banshi.command.contract.workitem;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a work item. Its id is the engine's task id. {@code expectedVersion} is the
 * number of the last event that whoever asks has seen, or null when they don't insist; another one
 * is refused, unless nothing but escalations came since.
 */
public sealed interface WorkItemCommand extends Command {

    String workItem();

    /** The engine has a user task; it waits for {@code body} of {@code region}. */
    record Open(
            @TargetAggregateIdentifier String workItem,
            ApplicationId application,
            ServiceVersion service,
            String step,
            String body,
            RegionCode region,
            @Nullable DueDate due,
            Stamp stamp)
            implements WorkItemCommand {}

    /** Its stage has another last day; null while the case's clock stands still. */
    record Reschedule(
            @TargetAggregateIdentifier String workItem, @Nullable DueDate due, Stamp stamp)
            implements WorkItemCommand {}

    /** An officer of the body and region takes it. */
    record Claim(
            @TargetAggregateIdentifier String workItem, @Nullable Long expectedVersion, Stamp stamp)
            implements WorkItemCommand {

        public Claim(String workItem, Stamp stamp) {
            this(workItem, null, stamp);
        }
    }

    /** Whoever has it gives it back. */
    record Release(
            @TargetAggregateIdentifier String workItem, @Nullable Long expectedVersion, Stamp stamp)
            implements WorkItemCommand {

        public Release(String workItem, Stamp stamp) {
            this(workItem, null, stamp);
        }
    }

    /** A supervisor gives it to {@code assignee}. */
    record Assign(
            @TargetAggregateIdentifier String workItem,
            String assignee,
            @Nullable Long expectedVersion,
            Stamp stamp)
            implements WorkItemCommand {

        public Assign(String workItem, String assignee, Stamp stamp) {
            this(workItem, assignee, null, stamp);
        }
    }

    /** A supervisor takes it from whoever has it: anybody of the office can take it again. */
    record Unassign(
            @TargetAggregateIdentifier String workItem, @Nullable Long expectedVersion, Stamp stamp)
            implements WorkItemCommand {}

    /**
     * Whoever stands in for an officer on leave takes it over (代班).
     *
     * @param from account of the officer who has it and is away
     */
    record TakeOver(
            @TargetAggregateIdentifier String workItem,
            String from,
            @Nullable Long expectedVersion,
            Stamp stamp)
            implements WorkItemCommand {}

    /**
     * A supervisor brings it before those of the region above their own. Whoever has it keeps it.
     */
    record Escalate(
            @TargetAggregateIdentifier String workItem,
            EscalationReason reason,
            @Nullable Long expectedVersion,
            Stamp stamp)
            implements WorkItemCommand {}

    /**
     * By rule: where its last day is before {@code dueBefore}, it is brought before the supervisors
     * of the region above its office's, once for each last day.
     */
    record EscalateOverdue(
            @TargetAggregateIdentifier String workItem, LocalDate dueBefore, Stamp stamp)
            implements WorkItemCommand {}

    /** Whoever brought it before those above takes that back, or those above have seen to it. */
    record EndEscalation(
            @TargetAggregateIdentifier String workItem, @Nullable Long expectedVersion, Stamp stamp)
            implements WorkItemCommand {}

    /** Whoever has it is done. */
    record Complete(
            @TargetAggregateIdentifier String workItem,
            String outcome,
            @Nullable Long expectedVersion,
            Stamp stamp)
            implements WorkItemCommand {

        public Complete(String workItem, String outcome, Stamp stamp) {
            this(workItem, outcome, null, stamp);
        }
    }

    /** The process no longer needs it, for instance since the application was withdrawn. */
    record Cancel(@TargetAggregateIdentifier String workItem, Stamp stamp)
            implements WorkItemCommand {}

    /** Its case goes on by another version of its item, and the task with it. */
    record FollowVersion(
            @TargetAggregateIdentifier String workItem, ServiceVersion service, Stamp stamp)
            implements WorkItemCommand {}
}
