package org.banshi.query.projection.fold;

import java.util.List;
import org.banshi.eventstore.Recorded;

/**
 * Events folded into rows in memory. What is changed is written by {@link #write}, together with
 * the reader's token.
 */
public interface Fold {

    /** Take events, in log order. An event that was taken before changes nothing. */
    void take(List<Recorded> batch);

    /** Write what changed since the last time, a few statements a table. */
    void write();
}
