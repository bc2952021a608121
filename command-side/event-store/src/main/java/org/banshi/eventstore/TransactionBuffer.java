package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
 * Lane B: the events of one Spring transaction. They are appended once, as the last thing before
 * the commit, so that the log's lock is held for as short as can be and after every other lock.
 */
final class TransactionBuffer implements TransactionSynchronization, Ordered {

    /** A server that lost one session recovers them all: for seconds nobody can ask it. */
    private static final Duration LOOKING_UP = Duration.ofSeconds(20);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** SQL state of what keeps a commit from the disk: the server went down. */
    private static final String CONNECTION_FAILURE = "08006";

    private final DataSource dataSource;
    private final AppendRequests requests;
    private final GroupAppender appender;
    private final WalFlush disk;
    private final AppendedHere appended;
    private final Object key;
    private final List<EventMessage<?>> messages = new ArrayList<>();
    private @Nullable RequestKey receipt;
    private @Nullable AppendRequest request;
    private Outcomes.@Nullable Backend backend;
    private List<StoredEvent> rows = List.of();

    private TransactionBuffer(
            DataSource dataSource,
            AppendRequests requests,
            GroupAppender appender,
            WalFlush disk,
            AppendedHere appended,
            Object key) {
        this.dataSource = dataSource;
        this.requests = requests;
        this.appender = appender;
        this.disk = disk;
        this.appended = appended;
        this.key = key;
    }

    /** The current transaction's buffer; it is attached to the transaction when new. */
    static TransactionBuffer current(
            DataSource dataSource,
            AppendRequests requests,
            GroupAppender appender,
            WalFlush disk,
            AppendedHere appended,
            Object key) {
        TransactionBuffer buffer = find(key);
        if (buffer == null) {
            if (!TransactionSynchronizationManager.hasResource(dataSource)) {
                throw new IllegalStateException(
                        "the active transaction is not one of the event store's database");
            }
            buffer = new TransactionBuffer(dataSource, requests, appender, disk, appended, key);
            TransactionSynchronizationManager.registerSynchronization(buffer);
            TransactionSynchronizationManager.bindResource(key, buffer);
        }
        return buffer;
    }

    static @Nullable TransactionBuffer find(Object key) {
        return (TransactionBuffer) TransactionSynchronizationManager.getResource(key);
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

    @Override
    public void beforeCommit(boolean readOnly) {
        if (messages.isEmpty()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            AppendRequest ready = requests.of(messages, receipt, new OnConnection(connection));
            request = ready;
            try {
                backend = Outcomes.Backend.of(connection);
                rows =
                        GroupCall.executeFlushedAfter(connection, List.of(ready), appender.wakes())
                                .get(0);
            } catch (SQLException e) {
                RuntimeException conflict = GroupCall.conflict(e, ready);
                throw conflict == null ? unavailable(e) : conflict;
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
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
        if (disk.await()) {
            publish();
        } else if (!committedAfterAll()) {
            throw new StoreUnavailableException(CONNECTION_FAILURE);
        }
    }

    private void publish() {
        if (!rows.isEmpty()) {
            appended.set(rows.get(rows.size() - 1).position);
            appender.committed(request, rows);
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
        if (sent == null || lost == null || rows.isEmpty()) {
            return false;
        }
        Outcomes outcomes = new Outcomes(dataSource);
        if (outcomes.lastPosition(lost, sent, LOOKING_UP) == 0) {
            return false;
        }
        // It is there; what is still there after a flush is on disk.
        awaitDisk();
        if (outcomes.lastPosition(lost, sent, LOOKING_UP) == 0) {
            return false;
        }
        publish();
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
