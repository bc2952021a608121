package org.banshi.query.projection.rebuild;

import java.util.List;
import org.banshi.eventstore.Recorded;

/** What a rebuild needs of the event store. */
public interface ReplaySource {

    /** The events with a position above {@code position}, in order, at most {@code limit}. */
    List<Recorded> after(long position, int limit);

    /**
     * How far a reader has come, as the current transaction sees it: read on its connection, so
     * that it fits the rows that the same transaction sees.
     */
    long token(String subscription);
}
