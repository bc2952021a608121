package org.banshi.app.audit.run;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes how far a run is, not more often than is read, and asks whether it is to end. */
final class Told implements RunProgress {

    private static final Logger LOG = LoggerFactory.getLogger(Told.class);

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private final RunTable table;
    private final UUID id;
    private final BooleanSupplier closing;
    private long last = System.nanoTime() - EVERY;
    private long done;
    private long target;
    private volatile boolean cancelled;

    Told(RunTable table, UUID id, BooleanSupplier closing) {
        this.table = table;
        this.id = id;
        this.closing = closing;
    }

    @Override
    public synchronized void at(long done, long target) {
        this.done = done;
        this.target = target;
        long now = System.nanoTime();
        if (now - last >= EVERY) {
            last = now;
            cancelled |= table.beat(id, done, target);
        }
    }

    /**
     * Beats though the run tells nothing: many a piece of work is one long statement. A database
     * that does not answer is asked again the next time.
     */
    synchronized void beat() {
        try {
            cancelled |= table.beat(id, done, target);
        } catch (RuntimeException gone) {
            LOG.warn("the progress of an auditor's work was not recorded: {}", gone.getClass());
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled || closing.getAsBoolean();
    }
}
