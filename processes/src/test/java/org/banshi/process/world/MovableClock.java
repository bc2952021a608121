package org.banshi.process.world;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.banshi.command.contract.clock.BusinessClock;

/** Wall time plus an offset that only grows. */
public final class MovableClock implements BusinessClock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant now() {
        return Instant.now().plus(offset.get());
    }

    /** Moves on and answers the new offset. */
    public Duration advance(Duration by) {
        return offset.updateAndGet(o -> o.plus(by));
    }
}
