package org.banshi.app.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.banshi.command.contract.clock.BusinessClock;

/** Wall time plus the offset in the log. */
public final class StoredClock implements BusinessClock {

    private final Clock wall;
    private volatile Duration offset = Duration.ZERO;

    StoredClock(Clock wall) {
        this.wall = wall;
    }

    @Override
    public Instant now() {
        return wall.instant().plus(offset);
    }

    /** Never back, whatever the log is said to hold. */
    synchronized void moveTo(Duration newOffset) {
        if (newOffset.compareTo(offset) > 0) {
            offset = newOffset;
        }
    }
}
