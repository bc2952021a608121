package org.banshi.eventstore;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads and decodes pages of the log on a thread of its own, a few pages ahead of who writes. What
 * waits is bounded, so that memory is.
 */
final class Prefetch implements AutoCloseable {

    private static final int PAGES_AHEAD = 2;
    private static final int TICK_MILLIS = 100;

    /** A page, or why there is none. */
    private record Read(LogPage page, @Nullable Throwable failure) {}

    private final EventLog log;
    private final Subscription reader;
    private final long until;
    private final BlockingQueue<Read> pages = new ArrayBlockingQueue<>(PAGES_AHEAD);
    private final Thread thread;
    private volatile boolean ending;

    Prefetch(EventLog log, Subscription reader, long after, long until) {
        this.log = log;
        this.reader = reader;
        this.until = until;
        this.thread = new Thread(() -> run(after), "prefetch-" + reader.name());
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The next page; waits for it. To be asked only until the last position was reached.
     *
     * @throws RuntimeException what reading failed with
     */
    LogPage next() {
        try {
            Read read = pages.take();
            if (read.failure() instanceof RuntimeException failure) {
                throw failure;
            }
            if (read.failure() instanceof Error failure) {
                throw failure;
            }
            return read.page();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading for " + reader.name());
        }
    }

    private void run(long after) {
        long position = after;
        try {
            while (position < until && !ending) {
                LogPage page = log.page(position, until, reader.batchSize(), reader.interest());
                if (page.reached() == position) {
                    throw new IllegalStateException("the log has a gap after " + position);
                }
                position = page.reached();
                put(new Read(page, null));
            }
        } catch (RuntimeException | Error e) {
            put(new Read(new LogPage(List.of(), position), e));
        }
    }

    private void put(Read read) {
        try {
            while (!ending && !pages.offer(read, TICK_MILLIS, TimeUnit.MILLISECONDS)) {}
        } catch (InterruptedException e) {
            ending = true;
        }
    }

    /** Ends the thread; pages that were not asked for are forgotten. */
    @Override
    public void close() {
        ending = true;
        pages.clear();
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
