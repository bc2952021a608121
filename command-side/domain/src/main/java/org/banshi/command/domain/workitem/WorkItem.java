package org.banshi.command.domain.workitem;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.domain.verdict.Recording;

/** A piece of work that waits for an officer, or that one has. */
@AggregateRoot(type = "work-item")
public final class WorkItem {

    @AggregateIdentifier private String id;

    private final WorkItemState state = new WorkItemState();

    /** For the repository, before it replays the stream. */
    WorkItem() {}

    @CommandHandler
    WorkItem(WorkItemCommand.Open command) {
        Recording.record(WorkItemDecider.open(command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.Reschedule command) {
        Recording.record(WorkItemDecider.reschedule(state, command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.Claim command) {
        Recording.record(WorkItemDecider.claim(state, command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.Release command) {
        Recording.record(WorkItemDecider.release(state, command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.Assign command) {
        Recording.record(WorkItemDecider.assign(state, command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.Unassign command) {
        Recording.record(WorkItemDecider.unassign(state, command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.TakeOver command) {
        Recording.record(WorkItemDecider.takeOver(state, command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.Escalate command) {
        Recording.record(Escalations.escalate(state, command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.EscalateOverdue command) {
        Recording.record(Escalations.escalateOverdue(state, command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.EndEscalation command) {
        Recording.record(Escalations.end(state, command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.Complete command) {
        Recording.record(WorkItemDecider.complete(state, command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.Cancel command) {
        Recording.record(WorkItemDecider.cancel(state, command), command.stamp());
    }

    @CommandHandler
    void handle(WorkItemCommand.FollowVersion command) {
        Recording.record(WorkItemDecider.followVersion(state, command), command.stamp());
    }

    @EventSourcingHandler
    void on(WorkItemEvent event, MetaData metadata) {
        id = event.workItem();
        state.on(event);
        if (event instanceof WorkItemEvent.EscalationEnded) {
            state.ended(StampMetadata.from(metadata));
        }
    }
}
