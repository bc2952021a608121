package org.banshi.app.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells callers what their cases wait for. One look at the engine's tables serves all of them: were
 * each caller to ask the engine, the measure would be of the asking.
 */
final class Waits implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE = 3;

    private final JdbcClient jdbc;
    private final Thread thread;
    private Map<String, String> tasks = Map.of();
    private Set<String> open = Set.of();
    private boolean ended;

    Waits(JdbcClient jdbc) {
        this.jdbc = jdbc;
        thread = new Thread(this::look, "bench-waits");
        thread.setDaemon(true);
        thread.start();
    }

    /** The id of the open task, once there is one. */
    String task(String application, String step) throws InterruptedException {
        return await("task " + step, () -> tasks.get(application + step));
    }

    /** Until the process of the case has ended; it has begun before. */
    void end(String application) throws InterruptedException {
        await("the end", () -> open.contains(application) ? null : application);
    }

    private synchronized String await(String what, Supplier<@Nullable String> there)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        // What was seen before the call may be out of date: the next look counts.
        do {
            wait(PATIENCE.toMillis());
            if (System.nanoTime() > end || ended) {
                throw new IllegalStateException("waited in vain for " + what);
            }
        } while (there.get() == null);
        return there.get();
    }

    private void look() {
        try {
            while (!stopped()) {
                Map<String, String> seen = new HashMap<>();
                Set<String> running = new HashSet<>();
                jdbc.sql(
                                """
                                SELECT e.business_key_, t.task_def_key_, t.id_
                                FROM act_ru_execution e
                                LEFT JOIN act_ru_task t ON t.proc_inst_id_ = e.id_
                                WHERE e.business_key_ IS NOT NULL""")
                        .query(
                                row -> {
                                    running.add(row.getString(1));
                                    seen.put(row.getString(1) + row.getString(2), row.getString(3));
                                });
                tell(seen, running);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private synchronized boolean stopped() {
        return ended;
    }

    private synchronized void tell(Map<String, String> seen, Set<String> running) {
        tasks = seen;
        open = running;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        ended = true;
        notifyAll();
    }
}
