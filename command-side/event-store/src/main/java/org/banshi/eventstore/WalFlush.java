package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings commits to the disk, many at once. A transaction of lane B that waited for the disk in its
 * own commit would hold the log's lock meanwhile, and no two could share a flush. So it commits
 * with {@code synchronous_commit} off, which gives up the lock at once, and waits here: one small
 * transaction that does wait for the disk takes with it all that were committed before. The
 * database's own log is one sequence, so whatever saw such a commit and is on disk has it before
 * itself.
 */
final class WalFlush implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WalFlush.class);

    /** A small transaction that waits for the disk, and for all before it. */
    private static final String FLUSH = "select flush_log()";

    private final DataSource dataSource;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Thread flusher = new Thread(this::run, "event-flush");
    private List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private boolean closing;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement flush;

    /**
     * @param patience how long the database may take
     */
    WalFlush(DataSource dataSource, Duration patience) {
        this.dataSource = dataSource;
        this.patience = patience;
        flusher.setDaemon(true);
        flusher.start();
    }

    /**
     * Waits until everything that was committed before this call is on disk.
     *
     * @return false when that is unknown: the server, or the connection to it, failed meanwhile
     */
    boolean await() {
        CompletableFuture<Void> done = flushed();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                    return true;
                } catch (InterruptedException e) {
                    // What was committed has to be told truly, however hurried the caller is.
                    interrupted = true;
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Done as soon as everything that was committed before this call is on disk; fails when that is
     * unknown. What depends on it runs on this class's own thread, and is to be quick.
     */
    CompletableFuture<Void> flushed() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        lock.lock();
        try {
            if (closing) {
                done.completeExceptionally(new IllegalStateException("no flush after the end"));
            } else {
                waiting.add(done);
                wanted.signal();
            }
        } finally {
            lock.unlock();
        }
        return done;
    }

    /** Serves those who wait, then ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (flusher.isAlive()) {
            try {
                flusher.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        // Before anybody waits: they may hold all other connections of the pool.
        connect();
        List<CompletableFuture<Void>> group = next();
        while (!group.isEmpty()) {
            try {
                flush();
                group.forEach(it -> it.complete(null));
            } catch (SQLException | RuntimeException | Error e) {
                // Whatever it was, those who wait are to hear of it, and the next to be served.
                LOG.warn("cannot tell whether commits are on disk: {}", Failures.describe(e));
                disconnect();
                group.forEach(it -> it.completeExceptionally(e));
                connect();
            }
            group = next();
        }
        disconnect();
    }

    /** Who waits, as soon as somebody does; nobody once it is closed. */
    private List<CompletableFuture<Void>> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                wanted.awaitUninterruptibly();
            }
            List<CompletableFuture<Void>> group = waiting;
            waiting = new ArrayList<>();
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void flush() throws SQLException {
        open().execute();
    }

    private void connect() {
        try {
            open();
        } catch (SQLException e) {
            LOG.warn("no connection to flush by yet: {}", Failures.describe(e));
            disconnect();
        }
    }

    private PreparedStatement open() throws SQLException {
        PreparedStatement ready = flush;
        if (ready == null) {
            Connection open = dataSource.getConnection();
            connection = open;
            open.setAutoCommit(true);
            open.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            ready = open.prepareStatement(FLUSH);
            ready.unwrap(PGStatement.class).setPrepareThreshold(1);
            flush = ready;
        }
        return ready;
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        flush = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("closing a lost connection failed", e);
            }
        }
    }
}
