package org.banshi.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers in a closed loop: the next call begins when the last has been answered. */
final class ClosedLoop {

    private ClosedLoop() {}

    /**
     * What was reached.
     *
     * @param perSecond operations a second
     * @param cpuMicros processor time an operation, of this program and the database
     */
    record Pace(double perSecond, double cpuMicros) {}

    /** The pace of {@code callers} threads over {@code duration}. */
    static Pace measure(Workload workload, int callers, Duration duration) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            double cpu = CpuTime.nanos();
            long began = System.nanoTime();
            long end = began + duration.toNanos();
            List<Callable<Long>> loops = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int index = caller;
                loops.add(
                        () -> {
                            long done = 0;
                            while (System.nanoTime() < end) {
                                done += workload.run(index);
                            }
                            return done;
                        });
            }
            long operations = 0;
            for (Future<Long> loop : threads.invokeAll(loops)) {
                operations += result(loop);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Pace(operations / seconds, (CpuTime.nanos() - cpu) / 1e3 / operations);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long result(Future<Long> loop) throws Exception {
        try {
            return loop.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "a caller failed: " + failed.getCause(), failed.getCause());
        }
    }
}
