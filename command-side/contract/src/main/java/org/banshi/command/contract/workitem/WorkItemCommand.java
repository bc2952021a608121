package org.banshi.command.contract.workitem;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** What can be asked of a work item. Its id is the engine's task id. */
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
    record Claim(@TargetAggregateIdentifier String workItem, Stamp stamp)
            implements WorkItemCommand {}

    /** Whoever has it gives it back. */
    record Release(@TargetAggregateIdentifier String workItem, Stamp stamp)
            implements WorkItemCommand {}

    /** A supervisor gives it to {@code assignee}. */
    record Assign(@TargetAggregateIdentifier String workItem, String assignee, Stamp stamp)
            implements WorkItemCommand {}

    /** Whoever has it is done. */
    record Complete(@TargetAggregateIdentifier String workItem, String outcome, Stamp stamp)
            implements WorkItemCommand {}

    /** The process no longer needs it, for instance since the application was withdrawn. */
    record Cancel(@TargetAggregateIdentifier String workItem, Stamp stamp)
            implements WorkItemCommand {}
}
