package org.banshi.eventstore;

import org.banshi.eventstore.fetch.Ahead;
import org.jspecify.annotations.Nullable;

/** The log page by page, decoded, as a subscription reads it. */
final class LogPages implements Ahead.Source<LogPage, RuntimeException> {

    private final EventLog log;
    private final Subscription reader;
    private final long until;
    private long position;

    LogPages(EventLog log, Subscription reader, long after, long until) {
        this.log = log;
        this.reader = reader;
        this.position = after;
        this.until = until;
    }

    @Override
    public @Nullable LogPage next() {
        if (position >= until) {
            return null;
        }
        LogPage page = log.page(position, until, reader.batchSize(), reader.interest());
        position = page.reached();
        return page;
    }
}
