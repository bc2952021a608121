package org.banshi.command.contract.clock;

import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;

/** What can be asked of the business clock. There is one, {@link #CLOCK}. */
public sealed interface ClockCommand extends Command {

    String CLOCK = "business-clock";

    String clock();

    /** Move business time forward; it never goes back. */
    record Advance(@TargetAggregateIdentifier String clock, Duration by, Stamp stamp)
            implements ClockCommand {}
}
