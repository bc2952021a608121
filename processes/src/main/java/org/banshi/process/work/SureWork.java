package org.banshi.process.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Root work whose end somebody waits for: it is repeated when it lost a race, and when the reply to
 * its commit got lost, the database is asked what became of it before anybody is told.
 */
public final class SureWork {

    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final Refusal BUSY =
            Refusal.of(
                    "changed-meanwhile",
                    new Text(
                            "此事项正在被他人办理，您的操作没有生效。",
                            "Somebody else is working on this case; nothing of yours was changed."),
                    new Text("请稍候再试。", "Try again in a moment."));

    private final RootWork root;
    private final JdbcClient jdbc;

    public SureWork(RootWork root, JdbcClient jdbc) {
        this.root = root;
        this.jdbc = jdbc;
    }

    /**
     * Runs {@code work} in a root unit of work on behalf of {@code stamp}.
     *
     * @throws RefusedException {@code changed-meanwhile} when it lost every race
     */
    public void run(Stamp stamp, Runnable work) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Transaction transaction = new Transaction();
            try {
                root.run(
                        stamp,
                        () -> {
                            work.run();
                            transaction.id = id();
                            return transaction;
                        });
                return;
            } catch (RuntimeException e) {
                if (Conflicts.isConflict(e)) {
                    pause(PAUSE.multipliedBy(attempt));
                } else if (transaction.id != null && committed(transaction.id, e)) {
                    return;
                } else {
                    throw e;
                }
            }
        }
        throw new RefusedException(BUSY);
    }

    private @Nullable String id() {
        return jdbc.sql("SELECT pg_current_xact_id_if_assigned()::text")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private boolean committed(String id, RuntimeException failure) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            String status =
                    jdbc.sql("SELECT pg_xact_status(?::xid8)")
                            .param(id)
                            .query(String.class)
                            .single();
            if (!status.equals("in progress")) {
                return status.equals("committed");
            }
            pause(PAUSE);
        }
        throw failure;
    }

    /** A little while, never the same for two who met in a race. */
    private static void pause(Duration atMost) {
        long nanos = atMost.toNanos();
        LockSupport.parkNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2));
    }

    private static final class Transaction {
        private @Nullable String id;
    }
}
