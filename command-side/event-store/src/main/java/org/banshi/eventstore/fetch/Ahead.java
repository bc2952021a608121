package org.banshi.eventstore.fetch;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fetches on a thread of its own, a few pieces ahead of who takes them. What waits is bounded, so
 * that memory is.
 *
 * @param <T> a piece
 * @param <E> what fetching can fail with
 */
public final class Ahead<T, E extends Exception> implements AutoCloseable {

    private static final int TICK_MILLIS = 50;

    /** Where the pieces come from; asked by one thread. */
    public interface Source<T, E extends Exception> {

        /** The next piece; null at the end. */
        @Nullable T next() throws E;
    }

    /** A piece, or the end, or what went wrong. */
    private record Fetched<T>(@Nullable T piece, @Nullable Throwable failure) {}

    private final BlockingQueue<Fetched<T>> queue;
    private final Thread thread;
    private volatile boolean ending;

    /**
     * Begins to fetch.
     *
     * @param name of the thread
     * @param most pieces that wait
     */
    public Ahead(String name, int most, Source<T, E> source) {
        queue = new ArrayBlockingQueue<>(most);
        thread = new Thread(() -> run(source), name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The next piece; waits for it. Not to be asked again once it answered null or threw.
     *
     * @return null at the end
     * @throws E what fetching failed with, as do unchecked failures
     * @throws IllegalStateException when the caller is interrupted
     */
    public @Nullable T next() throws E {
        Fetched<T> fetched;
        try {
            fetched = queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + thread.getName(), e);
        }
        if (fetched.failure() != null) {
            throw failure(fetched.failure());
        }
        return fetched.piece();
    }

    /** The source throws nothing checked but E. */
    @SuppressWarnings("unchecked")
    private E failure(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (E) failure;
    }

    private void run(Source<T, E> source) {
        try {
            while (!ending) {
                T piece = source.next();
                put(new Fetched<>(piece, null));
                if (piece == null) {
                    return;
                }
            }
        } catch (Exception | Error e) {
            put(new Fetched<>(null, e));
        }
    }

    private void put(Fetched<T> fetched) {
        try {
            while (!ending && !queue.offer(fetched, TICK_MILLIS, TimeUnit.MILLISECONDS)) {}
        } catch (InterruptedException e) {
            ending = true;
        }
    }

    /** Waits until nothing is fetched any more; pieces that were not taken are forgotten. */
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
