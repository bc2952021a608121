package org.banshi.eventstore;

import java.util.List;
import org.banshi.eventstore.codec.Interest;

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

    /** What it looks at; everything unless it says otherwise. */
    default Interest interest() {
        return Interest.EVERYTHING;
    }

    /**
     * Whether an event can have an effect here. One that can't is passed by: no transaction for it,
     * and the stored token follows in time. The answer is always the same for the same event, and
     * quick; where it throws, the event is parked as one that {@link #handle} fails on.
     */
    default boolean concerns(Recorded recorded) {
        return interest().in(recorded.event().getClass());
    }

    /**
     * Whether a batch that was committed may be lost with the database's last moments, token and
     * rows together, to be taken again from the log. That spares the wait for the disk. True only
     * of a reader whose every effect is in the database, in that same transaction.
     */
    default boolean redoable() {
        return false;
    }

    /**
     * Runs {@code transaction}: the batch, its token and the commit. A reader whose transaction is
     * part of something larger, such as a unit of work that owns it, opens that around it; the
     * transaction then joins the one that is already active. Throws what {@code transaction}
     * throws, or why the larger thing failed: then nothing was committed.
     */
    default void surround(Runnable transaction) {
        transaction.run();
    }

    /**
     * Take a batch of events that it {@link #concerns}, in log order. Runs inside a transaction on
     * the calling thread. Throwing rolls it back; the batch is then halved down to the event that
     * fails, and that one is parked with the rest of its stream.
     */
    void handle(List<Recorded> batch);
}
