package org.banshi.process.errand;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.process.Patience;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs errands. A ticket is written in the transaction of the reader that saw the event, taken by
 * one worker of any node for the length of a lease, and removed when it is done. One that fails too
 * often becomes an incident and waits for a supervisor.
 */
public final class Errands implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private static final int WORKERS = 4;

    /** How often a node looks for what another one wrote or left. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Map<String, Errand> errands;
    private final ErrandIncidents incidents;
    private final Patience patience;
    private final Semaphore wake = new Semaphore(0);
    private final Semaphore idle = new Semaphore(WORKERS);
    private volatile @Nullable ExecutorService workers;
    private volatile @Nullable Thread dispatcher;

    public Errands(
            JdbcClient jdbc, List<Errand> errands, ErrandIncidents incidents, Patience patience) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.patience = patience;
        this.errands =
                errands.stream().collect(Collectors.toMap(Errand::kind, Function.identity()));
    }

    /** Writes a ticket as part of the current transaction; one position is one ticket. */
    public static void write(
            JdbcClient jdbc, String kind, long position, ApplicationId application, String key) {
        jdbc.sql(
                        """
                        INSERT INTO process_errand (position, kind, application, key)
                        VALUES (?, ?, ?::uuid, ?) ON CONFLICT DO NOTHING""")
                .params(position, kind, application.value(), key)
                .update();
    }

    /** Looks for tickets as soon as the current transaction has committed. */
    public void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake.release();
                    }
                });
    }

    @Override
    public void start() {
        workers = Executors.newFixedThreadPool(WORKERS, task -> thread(task, "errand"));
        Thread started = thread(this::dispatch, "errands");
        dispatcher = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = dispatcher;
        ExecutorService pool = workers;
        dispatcher = null;
        if (stopping != null && pool != null) {
            stopping.interrupt();
            pool.shutdown();
            try {
                if (!pool.awaitTermination(20, TimeUnit.SECONDS)) {
                    pool.shutdownNow();
                }
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return dispatcher != null;
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void dispatch() {
        while (isRunning()) {
            try {
                wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
                hand(take());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("cannot look for errands: {}", e.getClass().getName());
            }
        }
    }

    private void hand(List<Row> rows) throws InterruptedException {
        ExecutorService pool = workers;
        for (Row row : rows) {
            idle.acquire();
            if (pool == null || pool.isShutdown()) {
                return;
            }
            pool.execute(() -> runAndLookAgain(row));
        }
    }

    private void runAndLookAgain(Row row) {
        try {
            run(row);
        } catch (RuntimeException e) {
            // It is still leased, and taken again when the lease has run out.
            LOG.warn("cannot keep what came of {}: {}", row.kind(), e.getClass().getName());
        } finally {
            idle.release();
            wake.release();
        }
    }

    private List<Row> take() {
        int free = idle.availablePermits();
        if (free == 0) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        UPDATE process_errand SET attempts = attempts + 1,
                            due_at = now() + make_interval(secs => :lease)
                        WHERE (position, kind) IN (
                            SELECT position, kind FROM process_errand
                            WHERE due_at <= now() AND incident IS NULL AND kind IN (:kinds)
                            ORDER BY due_at LIMIT :free FOR UPDATE SKIP LOCKED)
                        RETURNING position, kind, application::text, key, attempts""")
                .param("lease", LEASE.toSeconds())
                .param("kinds", errands.keySet())
                .param("free", free)
                .query(Row.class)
                .list();
    }

    private void run(Row row) {
        Errand errand = errands.get(row.kind());
        if (errand == null) {
            return;
        }
        try {
            errand.run(row.ticket());
            done(row);
        } catch (RefusedException e) {
            LOG.info("{}: the case has moved on ({})", row.kind(), e.refusal().code());
            done(row);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            // The text of a failure can hold personal data.
            LOG.warn("{}: attempt {} failed: {}", row.kind(), row.attempts(), e.getClass());
            failed(row, e);
        }
    }

    private void done(Row row) {
        jdbc.sql("DELETE FROM process_errand WHERE position = ? AND kind = ?")
                .params(row.position(), row.kind())
                .update();
    }

    private void failed(Row row, Throwable failure) {
        if (row.attempts() >= patience.attempts()) {
            incidents.open(row.kind(), row.ticket(), failure.getClass().getName());
            return;
        }
        jdbc.sql(
                        """
                        UPDATE process_errand SET due_at = now() + make_interval(secs => ?)
                        WHERE position = ? AND kind = ?""")
                .params(
                        patience.pauseAfter(row.attempts()).toMillis() / 1000.0,
                        row.position(),
                        row.kind())
                .update();
    }

    /** A row of the table. */
    record Row(long position, String kind, String application, String key, int attempts) {
        Errand.Ticket ticket() {
            return new Errand.Ticket(position, new ApplicationId(application), key, attempts);
        }
    }
}
