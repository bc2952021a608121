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
}
