package org.banshi.app.audit.run;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Writes how far a run is, not more often than is read, and asks whether it is to end. */
final class Told implements RunProgress {

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private final RunTable table;
    private final UUID id;
    private final BooleanSupplier closing;
    private long last = System.nanoTime() - EVERY;
    private boolean cancelled;

    Told(RunTable table, UUID id, BooleanSupplier closing) {
        this.table = table;
        this.id = id;
        this.closing = closing;
    }

    @Override
    public void at(long done, long target) {
        long now = System.nanoTime();
        if (now - last >= EVERY) {
            last = now;
            cancelled |= table.beat(id, done, target);
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled || closing.getAsBoolean();
    }
}
