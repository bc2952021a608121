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
 *
 * <p>A server that failed and came back has forgotten what was not on its disk, and flushes again
 * as if nothing had been. So whoever has seen a commit, or made one, says what {@link #session} was
 * before: a flush on that same connection shows that the server has not failed in between.
 */
final class WalFlush implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WalFlush.class);

    /** A small transaction that waits for the disk, and for all before it. */
    private static final String FLUSH = "select flush_log()";

    /** Before the first connection, and after one was lost. */
    static final long NONE = 0;

    /** Whatever connection it is. */
    private static final long ANY = -1;

    /** Who waits, for a flush on which connection. */
    private record Waiting(long session, CompletableFuture<Void> done) {}

    private final DataSource dataSource;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Thread flusher = new Thread(this::run, "event-flush");
    private List<Waiting> waiting = new ArrayList<>();
    private boolean closing;
    private @Nullable Connection connection;
    private long connections;
    private volatile long session = NONE;
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
     * The connection to the server that flushes go by, to be asked before the database is asked or
     * told what is to be on disk.
     */
    long session() {
        return session;
    }

    /**
     * Waits until everything that was committed before this call, and is still there, is on disk.
     * To be followed by a look whether it is.
     *
     * @return false when that is unknown: the server, or the connection to it, failed meanwhile
     */
    boolean await() {
        return await(ANY);
    }

    /**
     * Waits until everything that was committed since {@code since} was asked for, and before this
     * call, is on disk.
     *
     * @param since {@link #session} before that
     * @return false when that is unknown: the server, or the connection to it, failed meanwhile
     */
    boolean await(long since) {
        CompletableFuture<Void> done = flushed(since);
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
     * Done as soon as what {@link #await(long)} waits for is on disk; fails when that is unknown.
     * What depends on it runs on this class's own thread, and is to be quick.
     */
    CompletableFuture<Void> flushed(long since) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        lock.lock();
        try {
            if (closing) {
                done.completeExceptionally(new IllegalStateException("no flush after the end"));
            } else {
                waiting.add(new Waiting(since, done));
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
        List<Waiting> group = next();
        while (!group.isEmpty()) {
            try {
                flush();
                group.forEach(this::served);
            } catch (SQLException | RuntimeException | Error e) {
                // Whatever it was, those who wait are to hear of it, and the next to be served.
                LOG.warn("cannot tell whether commits are on disk: {}", Failures.describe(e));
                disconnect();
                group.forEach(it -> it.done().completeExceptionally(e));
                connect();
            }
            group = next();
        }
        disconnect();
    }

    private void served(Waiting one) {
        if (one.session() == ANY || one.session() == session) {
            one.done().complete(null);
        } else {
            one.done()
                    .completeExceptionally(
                            new SQLException(
                                    "the server may have failed since",
                                    Failures.CONNECTION_FAILURE));
        }
    }

    /** Who waits, as soon as somebody does; nobody once it is closed. */
    private List<Waiting> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                wanted.awaitUninterruptibly();
            }
            List<Waiting> group = waiting;
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
            session = ++connections;
        }
        return ready;
    }

    private void disconnect() {
        Connection open = connection;
        session = NONE;
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
