package org.banshi.process.engine;

import java.time.Duration;
import java.time.Instant;
import org.banshi.command.contract.clock.BusinessClock;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The business clock as the engine reads it: the engine's own clock follows each reading. The
 * engine knows one offset a JVM; it only grows, as the business clock's does.
 */
public final class EngineTime {

    /** Two clocks are read one after the other; less than this is not a move. */
    private static final Duration NOISE = Duration.ofMillis(500);

    private final BusinessClock clock;
    private final JobExecutor jobs;
    private volatile Duration offset = Duration.ZERO;

    public EngineTime(BusinessClock clock, JobExecutor jobs) {
        this.clock = clock;
        this.jobs = jobs;
        ClockUtil.reset();
    }

    /** Business time, which the engine's clock shows from now on too. */
    public Instant now() {
        Instant now = clock.now();
        moveTo(Duration.between(Instant.now(), now));
        return now;
    }

    /** Business time minus wall time is {@code newOffset} from now on; due timers run at once. */
    public synchronized void moveTo(Duration newOffset) {
        if (newOffset.minus(offset).compareTo(NOISE) > 0) {
            offset = newOffset;
            ClockUtil.offset(newOffset.toMillis());
            if (jobs.isActive()) {
                jobs.jobWasAdded();
            }
        }
    }
}
