package org.banshi.app.platform;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has a chore done once an hour. Several nodes may do so at the same time. */
public final class Hourly implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Hourly.class);

    private static final Duration EVERY = Duration.ofHours(1);

    private final String name;
    private final Runnable chore;
    private volatile @Nullable ScheduledExecutorService timer;

    /**
     * @param name for its thread and the log
     */
    public Hourly(String name, Runnable chore) {
        this.name = name;
        this.chore = chore;
    }

    @Override
    public void start() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        work -> {
                            Thread thread = new Thread(work, name);
                            thread.setDaemon(true);
                            return thread;
                        });
        executor.scheduleWithFixedDelay(
                this::work, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        timer = executor;
    }

    private void work() {
        try {
            chore.run();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failed) {
            // What escaped would end the timer.
            LOG.warn("{} failed: {}", name, failed.getClass().getName());
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
