package org.banshi.app.material;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.banshi.app.platform.Phases;
import org.banshi.command.contract.clock.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets abandoned papers be deleted once in a while. Several nodes may do so at the same time. */
public final class Tidying implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private static final Duration EVERY = Duration.ofHours(1);

    private final AbandonedMaterials abandoned;
    private final BusinessClock clock;
    private volatile @Nullable ScheduledExecutorService timer;

    public Tidying(AbandonedMaterials abandoned, BusinessClock clock) {
        this.abandoned = abandoned;
        this.clock = clock;
    }

    @Override
    public void start() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        work -> {
                            Thread thread = new Thread(work, "tidying");
                            thread.setDaemon(true);
                            return thread;
                        });
        executor.scheduleWithFixedDelay(
                this::tidy, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        timer = executor;
    }

    private void tidy() {
        try {
            int deleted = abandoned.delete(clock.now(), Instant.now());
            if (deleted > 0) {
                LOG.info("deleted {} papers that were never filed", deleted);
            }
        } catch (RuntimeException failed) {
            // An exception that escaped would end the timer.
            LOG.warn("cannot delete abandoned papers: {}", failed.getClass().getName());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** After the readers of the log, and stopped before them. */
    @Override
    public int getPhase() {
        return Phases.READERS + 1;
    }
}
