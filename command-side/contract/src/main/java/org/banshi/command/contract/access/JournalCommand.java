package org.banshi.command.contract.access;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;

/** What can be asked of the journal of access. There is one, {@link #JOURNAL}. */
public sealed interface JournalCommand extends Command {

    String JOURNAL = "access-journal";

    String journal();

    /** Let the log vouch for what the journal holds; nothing happens where it does already. */
    record Seal(@TargetAggregateIdentifier String journal, long through, String link, Stamp stamp)
            implements JournalCommand {}

    /** Say that entries are deleted; only up to a place that was sealed. */
    record Shorten(
            @TargetAggregateIdentifier String journal, long through, String link, Stamp stamp)
            implements JournalCommand {}
}
