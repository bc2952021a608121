package org.banshi.command.contract.access;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;

/**
 * What can be asked of the journal of access. There is one; what the log says of it stands in a
 * stream for each year, so that nobody reads all of them to add another one.
 */
public sealed interface JournalCommand extends Command {

    /** The stream of the time before each year had its own; the others begin with it. */
    String JOURNAL = "access-journal";

    /** The stream of that year. */
    static String of(Stamp stamp) {
        return JOURNAL + ":" + stamp.day().getYear();
    }

    String journal();

    /** Let the log vouch for what the journal holds; nothing happens where it does already. */
    record Seal(@TargetAggregateIdentifier String journal, long through, String link, Stamp stamp)
            implements JournalCommand {}

    /** Say that entries are deleted; only up to a place that was sealed. */
    record Shorten(
            @TargetAggregateIdentifier String journal, long through, String link, Stamp stamp)
            implements JournalCommand {}
}
