package org.banshi.eventstore;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets few of a node's transactions stand at the log's lock at a time, and the others wait here:
 * that costs the database nothing, while each session that waits for a lock of its own costs timers
 * and wake-ups there. Nothing depends on it: whoever has waited long goes on without.
 */
final class Turns {

    /** One that appends, and one to follow it at once. */
    private static final int AT_A_TIME = 2;

    private static final long PATIENCE_MILLIS = 100;

    private final Semaphore places = new Semaphore(AT_A_TIME);

    /**
     * @return whether there is something to {@link #give} back
     */
    boolean take() {
        try {
            return places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void give() {
        places.release();
    }
}
