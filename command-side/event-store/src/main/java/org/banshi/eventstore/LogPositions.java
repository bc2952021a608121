package org.banshi.eventstore;

import java.time.Duration;

/** Positions in the log, for read-your-writes. */
public interface LogPositions {

    /**
     * Position of the last event that the current thread appended, or 0. Cleared by {@link #clear}.
     */
    long lastAppended();

    /** Forget what the current thread appended. */
    void clear();

    /** Position of the newest committed event. */
    long head();

    /** How far a subscription has come. */
    long of(String subscription);

    /**
     * Wait until a subscription has taken {@code position}.
     *
     * @return false when it had not after {@code atMost}
     */
    boolean await(String subscription, long position, Duration atMost);
}
