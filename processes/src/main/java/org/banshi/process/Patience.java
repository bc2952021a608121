package org.banshi.process;

import java.time.Duration;

/**
 * How long the process side waits before it says that something does not go.
 *
 * @param caseLock for whoever works on the same case
 * @param attempts of an errand, before a supervisor has to look
 * @param firstPause between two attempts; it doubles each time
 */
public record Patience(Duration caseLock, int attempts, Duration firstPause) {

    /** Five seconds for a lock; some two minutes for the world outside. */
    public static final Patience DEFAULT =
            new Patience(Duration.ofSeconds(5), 8, Duration.ofSeconds(1));

    /** The pause after the {@code attempt}th attempt failed, counted from 1. */
    public Duration pauseAfter(int attempt) {
        return firstPause.multipliedBy(1L << Math.min(attempt - 1, 20));
    }
}
