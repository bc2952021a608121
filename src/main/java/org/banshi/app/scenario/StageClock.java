package org.banshi.app.scenario;

import java.time.Instant;
import org.banshi.command.contract.clock.BusinessClock;

/** The clock of the scenario that is being played; stands still between actions. */
final class StageClock implements BusinessClock {

    private volatile Instant now = Instant.EPOCH;

    void set(Instant time) {
        now = time;
    }

    @Override
    public Instant now() {
        return now;
    }
}
