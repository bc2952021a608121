package org.banshi.command.domain.serviceitem;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.command.contract.serviceitem.ServiceItemCommand;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;

/** A service item and its published versions, counted from 1. */
@AggregateRoot(type = "service-item")
public final class ServiceItem {

    @AggregateIdentifier private String service;

    private int version;
    private String contentHash = "";

    /** For the repository, before it replays the stream or has it created. */
    ServiceItem() {}

    /** Answers the current version, new or not. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int handle(ServiceItemCommand.Publish command) {
        Recording.record(decide(command), command.stamp());
        return version;
    }

    private Verdict decide(ServiceItemCommand.Publish command) {
        return command.contentHash().equals(contentHash)
                ? Verdict.NOTHING
                : Verdict.happens(
                        new ServiceItemEvent.Published(
                                command.service(), version + 1, command.contentHash()));
    }

    @EventSourcingHandler
    void on(ServiceItemEvent.Published event) {
        service = event.service();
        version = event.version();
        contentHash = event.contentHash();
    }
}
