package org.banshi.eventstore.tree;

import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Fetches parts of the log on a thread of its own, a few ahead of who checks them. */
final class PartsAhead implements AutoCloseable {

    private static final int AHEAD = 4;
    private static final int TICK_MILLIS = 50;

    /** A part, or the end, or what went wrong. */
    private record Fetched(@Nullable LogPart part, @Nullable Throwable failure) {}

    private final BlockingQueue<Fetched> queue = new LinkedBlockingQueue<>(AHEAD);
    private final Thread thread;
    private volatile boolean ending;

    PartsAhead(LogParts parts) {
        thread = new Thread(() -> run(parts), "verify-fetch");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next part; null at the end. */
    @Nullable LogPart next() throws SQLException {
        Fetched fetched;
        try {
            fetched = queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the log was verified", e);
        }
        if (fetched.failure() instanceof SQLException failure) {
            throw failure;
        }
        if (fetched.failure() != null) {
            throw new IllegalStateException("the log can't be fetched", fetched.failure());
        }
        return fetched.part();
    }

    private void run(LogParts parts) {
        try {
            while (!ending && parts.hasNext()) {
                put(new Fetched(parts.next(), null));
            }
            put(new Fetched(null, null));
        } catch (SQLException | RuntimeException | Error e) {
            put(new Fetched(null, e));
        }
    }

    private void put(Fetched fetched) {
        try {
            while (!ending && !queue.offer(fetched, TICK_MILLIS, TimeUnit.MILLISECONDS)) {}
        } catch (InterruptedException e) {
            ending = true;
        }
    }

    /** Waits until nothing is fetched any more. */
    @Override
    public void close() {
        ending = true;
        queue.clear();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
