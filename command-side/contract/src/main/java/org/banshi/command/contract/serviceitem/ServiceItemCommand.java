package org.banshi.command.contract.serviceitem;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;

/** What can be asked of a service item. */
public sealed interface ServiceItemCommand extends Command {

    String service();

    /**
     * Make a validated package the item's next version. Publishing the current content again
     * changes nothing.
     */
    record Publish(@TargetAggregateIdentifier String service, String contentHash, Stamp stamp)
            implements ServiceItemCommand {}

    /** Record that somebody handed a package in. {@code upload} is its id, kept with its files. */
    record Upload(
            @TargetAggregateIdentifier String service,
            String upload,
            String contentHash,
            Stamp stamp)
            implements ServiceItemCommand {}

    /** Put an uploaded package away. */
    record Discard(@TargetAggregateIdentifier String service, String upload, Stamp stamp)
            implements ServiceItemCommand {}

    /**
     * Make an uploaded package, proven by its scenarios, the item's next version. Answers the
     * version.
     *
     * @param fourEyes the package, or the one that is offered now, demands that another than who
     *     uploaded it publishes it
     */
    record PublishUpload(
            @TargetAggregateIdentifier String service, String upload, boolean fourEyes, Stamp stamp)
            implements ServiceItemCommand {}

    /**
     * Offer an earlier version to new cases again.
     *
     * @param fourEyes a first person proposes it, and another confirms by asking for the same
     */
    record RollBack(
            @TargetAggregateIdentifier String service, int version, boolean fourEyes, Stamp stamp)
            implements ServiceItemCommand {}
}
