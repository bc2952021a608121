package org.banshi.app.audit.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banshi.app.audit.run.AuditRun.State;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Runs auditors' long work, each on a thread of its own and one of a kind at a time over all nodes;
 * keeps for good what was asked and what came of it. Any node tells how it stands, and any may
 * cancel it.
 */
@Component
public class AuditRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRuns.class);

    private static final Refusal IN_HAND =
            Refusal.of(
                    "audit-run-in-hand",
                    Text.of("同类的工作正在进行。", "Work of this kind is in hand already."),
                    Text.of("请等它完成，或先取消。", "Wait until it has ended, or cancel it."));

    private final RunTable table;
    private final Map<AuditRun.Kind, RunTask> tasks;
    private final Map<UUID, Thread> threads = new HashMap<>();
    private volatile boolean closing;

    private final ScheduledExecutorService hearts =
            Executors.newSingleThreadScheduledExecutor(AuditRuns::heart);
    private final Duration every;
    private final Duration patience;

    @Autowired
    AuditRuns(RunTable table, List<RunTask> tasks) {
        this(table, tasks, Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    /**
     * @param every time between two signs of life of a run
     * @param patience how long the end of the node waits for runs to end
     */
    AuditRuns(RunTable table, List<RunTask> tasks, Duration every, Duration patience) {
        this.every = every;
        this.patience = patience;
        this.table = table;
        this.tasks = tasks.stream().collect(Collectors.toMap(RunTask::kind, Function.identity()));
    }

    /**
     * Begins.
     *
     * @param asked what is asked for, by name
     * @param reference of the order; null where none was stated
     * @return id of the run
     * @throws RefusedException when one of its kind is in hand
     */
    public synchronized UUID start(
            AuditRun.Kind kind,
            Map<String, String> asked,
            String account,
            @Nullable String reference) {
        UUID id = UUID.randomUUID();
        try {
            table.begin(id, kind, asked, account, reference);
        } catch (DuplicateKeyException busy) {
            throw new RefusedException(IN_HAND);
        }
        Thread thread = new Thread(() -> run(id, kind, asked), "audit-" + kind);
        thread.setDaemon(true);
        threads.put(id, thread);
        thread.start();
        return id;
    }

    private static Thread heart(Runnable beats) {
        Thread thread = new Thread(beats, "audit-heartbeat");
        thread.setDaemon(true);
        return thread;
    }

    private void run(UUID id, AuditRun.Kind kind, Map<String, String> asked) {
        Told told = new Told(table, id, () -> closing);
        Future<?> heartbeat =
                hearts.scheduleWithFixedDelay(
                        told::beat, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        try {
            Object result = tasks.get(kind).run(asked, told);
            table.end(id, State.DONE, RunJson.write(result));
        } catch (RunCancelledException cancelled) {
            endQuietly(id, closing ? State.INTERRUPTED : State.CANCELLED);
        } catch (Exception | Error failed) {
            // Its text may quote a row.
            LOG.warn("an auditor's {} failed: {}", kind, failed.getClass());
            endQuietly(id, State.FAILED);
        } finally {
            heartbeat.cancel(false);
            synchronized (this) {
                threads.remove(id);
            }
        }
    }

    /** Where the database is gone, the run is found to be interrupted later. */
    private void endQuietly(UUID id, State state) {
        try {
            table.end(id, state, null);
        } catch (RuntimeException gone) {
            LOG.warn("the end of an auditor's work was not recorded: {}", gone.getClass());
        }
    }

    /** The run; empty when there is none of this id. */
    public Optional<AuditRun> find(UUID id) {
        return table.find(id);
    }

    /** The newest of a kind. */
    public List<AuditRun> newest(AuditRun.Kind kind, int limit) {
        return table.newest(kind, limit);
    }

    /** Asks a run to end, wherever it runs. */
    public void cancel(UUID id) {
        table.cancel(id);
    }

    /** What came of a run that is done; empty where it is not. */
    public static <T> Optional<T> result(AuditRun run, Class<T> type) {
        String result = run.result();
        return result == null ? Optional.empty() : Optional.of(RunJson.read(result, type));
    }

    /** Ends what runs, before the database goes; what does not end in time is interrupted. */
    @Override
    public void destroy() throws InterruptedException {
        closing = true;
        Map<UUID, Thread> all;
        synchronized (this) {
            all = Map.copyOf(threads);
        }
        long last = System.nanoTime() + patience.toNanos();
        for (Map.Entry<UUID, Thread> one : all.entrySet()) {
            long left = TimeUnit.NANOSECONDS.toMillis(last - System.nanoTime());
            one.getValue().join(Math.max(1, left));
            if (one.getValue().isAlive()) {
                endQuietly(one.getKey(), State.INTERRUPTED);
            }
        }
        hearts.shutdownNow();
    }
}
