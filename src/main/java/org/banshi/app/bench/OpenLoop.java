package org.banshi.app.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Commands that come at fixed times, whether earlier ones were answered or not: how long each took
 * from its time to its answer, and from its answer until the read model showed it.
 */
final class OpenLoop {

    private static final int THREADS = 64;

    /** Times in nanoseconds, ascending. */
    record Times(long[] append, long[] visible) {

        static String percentile(long[] times, double share) {
            return String.format(
                    Locale.ROOT,
                    "%.2f",
                    times[(int) Math.min(times.length - 1, times.length * share)] / 1e6);
        }
    }

    private OpenLoop() {}

    static Times measure(StoreCommands store, int perSecond, Duration duration) throws Exception {
        int commands = (int) (perSecond * duration.toMillis() / 1_000);
        long[] append = new long[commands];
        long[] visible = new long[commands];
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(
                    () -> {
                        for (int n = next.getAndIncrement();
                                n < commands;
                                n = next.getAndIncrement()) {
                            long due = begin + n * 1_000_000_000L / perSecond;
                            while (System.nanoTime() < due) {
                                LockSupport.parkNanos(due - System.nanoTime());
                            }
                            store.open();
                            long answered = System.nanoTime();
                            append[n] = answered - due;
                            store.awaitVisible();
                            visible[n] = System.nanoTime() - answered;
                        }
                    });
        }
        threads.shutdown();
        if (!threads.awaitTermination(10 * duration.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("far too slow for " + perSecond + " a second");
        }
        Arrays.sort(append);
        Arrays.sort(visible);
        return new Times(append, visible);
    }
}
