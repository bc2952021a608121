package org.banshi.eventstore;

import java.util.List;

/**
 * A reader of the log: a projection, or the engine's reaction. Its token is stored in the
 * transaction in which {@link #handle} runs, so each event takes effect exactly once.
 */
public interface Subscription {

    /** Stable name; the key of the token. */
    String name();

    /** Most events handled in one transaction. */
    default int batchSize() {
        return 1_000;
    }

    /**
     * Take a batch, in log order. Runs inside a transaction on the calling thread. Throwing rolls
     * it back; the batch is then halved down to the event that fails, and that one is parked with
     * the rest of its stream.
     */
    void handle(List<Recorded> batch);
}
