package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lane B: the events of one Spring transaction. They are appended once, in one message to the
 * server with the commit ({@link LogTransactionManager}), so that the log's lock is held for as
 * short as can be and after every other lock.
 */
final class TransactionBuffer implements TransactionSynchronization, Ordered {

    /** A server that lost one session recovers them all: for seconds nobody can ask it. */
    private static final Duration LOOKING_UP = Duration.ofSeconds(20);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final DataSource dataSource;
    private final AppendRequests requests;
    private final GroupAppender appender;
    private final WalFlush disk;
    private final AppendedHere appended;
    private final Outcomes outcomes;
    private final Key key;
    private final List<EventMessage<?>> messages = new ArrayList<>();
    private @Nullable RequestKey receipt;
    private @Nullable AppendRequest request;
    private Outcomes.@Nullable Backend backend;
    private List<StoredEvent> rows = List.of();
    private boolean willAppend;

    /** Of {@link WalFlush}, before the commit. */
    private long session;

    /** What a buffer is bound to its transaction by. */
    private record Key(DataSource dataSource) {}

    private TransactionBuffer(
            DataSource dataSource,
            AppendRequests requests,
            GroupAppender appender,
            WalFlush disk,
            AppendedHere appended) {
        this.dataSource = dataSource;
        this.requests = requests;
        this.appender = appender;
        this.disk = disk;
        this.appended = appended;
        this.outcomes = new Outcomes(dataSource);
        this.key = new Key(dataSource);
    }

    /** The current transaction's buffer; it is attached to the transaction when new. */
    static TransactionBuffer current(
            DataSource dataSource,
            AppendRequests requests,
            GroupAppender appender,
            WalFlush disk,
            AppendedHere appended) {
        TransactionBuffer buffer = find(dataSource);
        if (buffer == null) {
            if (!TransactionSynchronizationManager.hasResource(dataSource)) {
                throw new IllegalStateException(
                        "the active transaction is not one of the event store's database");
            }
            buffer = new TransactionBuffer(dataSource, requests, appender, disk, appended);
            TransactionSynchronizationManager.registerSynchronization(buffer);
            TransactionSynchronizationManager.bindResource(buffer.key, buffer);
        }
        return buffer;
    }

    /** That of the current transaction on a database, if it has one. */
    static @Nullable TransactionBuffer find(DataSource dataSource) {
        return (TransactionBuffer)
                TransactionSynchronizationManager.getResource(new Key(dataSource));
    }

    void add(List<? extends EventMessage<?>> events, @Nullable RequestKey requestKey) {
        if (request != null) {
            throw new IllegalStateException("the transaction's events were already appended");
        }
        messages.addAll(events);
        if (requestKey != null) {
            receipt = requestKey;
        }
    }

    /** What is buffered and not yet in the log. */
    List<EventMessage<?>> messages() {
        return request == null ? Collections.unmodifiableList(messages) : List.of();
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** The transaction's manager is going to call {@link #appendAndCommit}. */
    void willAppend() {
        willAppend = true;
    }

    /** Makes everything ready for which the log's lock is not needed. */
    @Override
    public void beforeCommit(boolean readOnly) {
        if (messages.isEmpty()) {
            return;
        }
        if (!willAppend) {
            throw new IllegalStateException("the transaction is not of a LogTransactionManager");
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            request = requests.of(messages, receipt, new OnConnection(connection));
            backend = Outcomes.Backend.of(connection);
        } catch (SQLException e) {
            throw unavailable(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /**
     * Appends and commits, when there is something to append.
     *
     * @throws SQLException when the reply was lost, so that it may have been committed
     */
    void appendAndCommit() throws SQLException {
        AppendRequest ready = request;
        if (ready == null) {
            if (!messages.isEmpty()) {
                throw new IllegalStateException("published after all was made ready for commit");
            }
            return;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        boolean turn = appender.turns().take();
        session = disk.session();
        RuntimeException conflict;
        try {
            rows = GroupCall.executeAndCommit(connection, List.of(ready), appender.wakes()).get(0);
            return;
        } catch (SQLException e) {
            if (!Outcomes.certainlyFailed(e)) {
                // Its server process is going to be ended: nobody may get it from the pool.
                connection.abort(Runnable::run);
                throw e;
            }
            conflict = GroupCall.conflict(e, ready);
            if (conflict == null) {
                if (GroupCall.numberIsTaken(e)) {
                    appender.giveUpNumbers(ready);
                }
                throw unavailable(e);
            }
        } finally {
            if (turn) {
                appender.turns().give();
            }
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        // What stands against it is to be there for good.
        throw disk.await(session)
                ? conflict
                : new StoreUnavailableException(Failures.CONNECTION_FAILURE);
    }

    private static StoreUnavailableException unavailable(SQLException failure) {
        String state = failure.getSQLState();
        return new StoreUnavailableException(state == null ? "?" : state);
    }

    /** Asks in the transaction itself: a second connection might not be there to be had. */
    private record OnConnection(Connection connection) implements AppendRequests.Asking {
        @Override
        public <T> T ask(AppendRequests.Question<T> question) {
            try {
                return question.on(connection);
            } catch (SQLException e) {
                throw unavailable(e);
            }
        }
    }

    /** Nobody is told before the commit is on disk. */
    @Override
    public void afterCommit() {
        if (rows.isEmpty()) {
            return;
        }
        if (disk.await(session)) {
            appended.set(rows.get(rows.size() - 1).position);
            appender.committed(request, rows);
        } else if (!isStillThere()) {
            throw new StoreUnavailableException(Failures.CONNECTION_FAILURE);
        }
    }

    /**
     * After a commit whose reply was lost: whether it took place. Tells the readers when it did.
     *
     * @return false also when there was nothing to append and so nothing to tell by
     * @throws AppendUnknownException when the database does not come back in time
     */
    boolean committedAfterAll() {
        AppendRequest sent = request;
        Outcomes.Backend lost = backend;
        if (sent == null || lost == null) {
            return false;
        }
        return outcomes.lastPosition(lost, sent, LOOKING_UP) > 0 && isStillThere();
    }

    /** Whether what was committed is on disk for good. Tells the readers when it is. */
    private boolean isStillThere() {
        AppendRequest sent = Objects.requireNonNull(request);
        awaitDisk();
        long last = outcomes.lastPosition(sent, LOOKING_UP);
        if (last == 0) {
            return false;
        }
        appended.set(last);
        appender.committed(sent, last);
        return true;
    }

    private void awaitDisk() {
        long deadline = System.nanoTime() + LOOKING_UP.toNanos();
        while (!disk.await()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new AppendUnknownException();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }
}
