package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lane A: many callers' commands in one round trip and one commit. While one group is being
 * appended the next one gathers. The database's own head lock orders groups with those of other
 * nodes and with lane B.
 */
final class GroupAppender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupAppender.class);

    private final DataSource dataSource;
    private final Outcomes outcomes;
    private final WalFlush disk;
    private final LogTail tail;
    private final Streams streams;
    private final Duration patience;
    private final Turns turns = new Turns();
    private final Gathering gathering;
    private final Thread flusher = new Thread(this::run, "event-append");
    private volatile boolean closing;
    private volatile boolean wakes = true;
    private @Nullable Connection connection;
    private Outcomes.@Nullable Backend backend;

    /**
     * @param disk outlives this
     * @param capacity most commands that may wait
     * @param patience how long the database may take for one group, and how long a lost outcome is
     *     asked for
     */
    GroupAppender(
            DataSource dataSource,
            WalFlush disk,
            LogTail tail,
            Streams streams,
            int capacity,
            Duration patience) {
        this.dataSource = dataSource;
        this.disk = disk;
        this.streams = streams;
        this.outcomes = new Outcomes(dataSource);
        this.tail = tail;
        this.patience = patience;
        this.gathering = new Gathering(capacity);
        flusher.setDaemon(true);
        flusher.start();
    }

    /**
     * Appends and waits for the commit, and for the disk.
     *
     * @return position of the last event
     * @throws OverloadedException when too many wait already
     */
    long append(AppendRequest request) {
        Pending pending = new Pending(request);
        if (closing || !gathering.offer(pending)) {
            throw new OverloadedException();
        }
        if (closing && gathering.withdraw(pending)) {
            throw new OverloadedException();
        }
        try {
            return pending.position.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Takes no more, finishes what waits. */
    @Override
    public void close() {
        closing = true;
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
        while (!closing || !gathering.isEmpty()) {
            List<Pending> group = List.of();
            try {
                group = gathering.next();
                if (!group.isEmpty()) {
                    flush(group);
                }
            } catch (InterruptedException e) {
                LOG.warn("the appending thread was interrupted; it goes on");
            } catch (RuntimeException | Error e) {
                LOG.error("appending failed", e);
                group.forEach(it -> it.fail(new AppendUnknownException()));
                disconnect();
            }
        }
        disconnect();
    }

    /** For those who append in transactions of their own. */
    Turns turns() {
        return turns;
    }

    /** Whether commits are to wake other nodes. */
    boolean wakes() {
        return wakes;
    }

    /** Tells whether there are other nodes that a commit should wake. */
    void wakes(boolean others) {
        wakes = others;
    }

    /** Tells this node what a request that was committed has led to. */
    void committed(AppendRequest request, List<StoredEvent> rows) {
        remember(request);
        tail.push(rows);
    }

    /** The same when it is not known what else was committed with it: readers fetch it. */
    void committed(AppendRequest request, long last) {
        remember(request);
        tail.advance(last);
    }

    private void remember(AppendRequest request) {
        request.streams().forEach(stream -> streams.remember(stream.name(), stream.id()));
    }

    /** Whose new streams' numbers are others'. */
    void giveUpNumbers(AppendRequest request) {
        LOG.warn("numbers of new streams were given out twice; taking others");
        request.streams().forEach(stream -> streams.giveUp(stream.id()));
    }

    private void flush(List<Pending> group) {
        long session = disk.session();
        Connection open;
        try {
            open = connect();
        } catch (SQLException e) {
            fail(group, e);
            disconnect();
            return;
        }
        List<AppendRequest> requests = group.stream().map(pending -> pending.request).toList();
        List<List<StoredEvent>> results;
        long begun = System.nanoTime();
        try {
            results = GroupCall.execute(open, requests, wakes);
        } catch (SQLException e) {
            afterFailure(group, e, session);
            return;
        }
        gathering.took(group.size(), System.nanoTime() - begun);
        complete(group, results);
    }

    /** What was committed and perhaps did not reach the disk: the server went down. */
    private static SQLException notOnDisk() {
        return new SQLException("not known to be on disk", Failures.CONNECTION_FAILURE);
    }

    /**
     * What stood against it, an earlier request of the same key perhaps, is to be there for good.
     */
    private void afterDisk(Pending single, RuntimeException conflict, long session) {
        disk.flushed(session)
                .whenComplete(
                        (done, failure) ->
                                single.fail(
                                        failure == null
                                                ? conflict
                                                : new StoreUnavailableException(
                                                        Failures.CONNECTION_FAILURE)));
    }

    private void complete(List<Pending> group, List<List<StoredEvent>> results) {
        List<StoredEvent> rows = new ArrayList<>();
        results.forEach(rows::addAll);
        for (int i = 0; i < group.size(); i++) {
            List<StoredEvent> own = results.get(i);
            remember(group.get(i).request);
            group.get(i).position.complete(own.get(own.size() - 1).position);
        }
        tail.push(rows);
    }

    private void afterFailure(List<Pending> group, SQLException failure, long session) {
        if (!Outcomes.certainlyFailed(failure)) {
            LOG.warn(
                    "the reply to a commit was lost (SQL state {}); looking up the outcome",
                    failure.getSQLState());
            Outcomes.Backend lost = backend;
            disconnect();
            resolve(group, lost, failure);
        } else if (group.size() > 1) {
            // One of them is at fault: halves find it, and the others go on.
            flush(group.subList(0, group.size() / 2));
            flush(group.subList(group.size() / 2, group.size()));
        } else {
            Pending single = group.get(0);
            RuntimeException conflict = GroupCall.conflict(failure, single.request);
            if (GroupCall.numberIsTaken(failure)) {
                giveUpNumbers(single.request);
                single.fail(new NumberTakenException());
            } else if (conflict == null) {
                fail(group, failure);
            } else if (session == WalFlush.NONE && !single.retried && disk.await()) {
                // Nobody could flush yet, as just after the start: now somebody can.
                single.retried = true;
                flush(group);
            } else {
                afterDisk(single, conflict, session);
            }
        }
    }

    private void resolve(
            List<Pending> group, Outcomes.@Nullable Backend lost, SQLException failure) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                if (lost != null) {
                    outcomes.fence(lost);
                }
                settle(group, failure);
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    group.forEach(it -> it.fail(new AppendUnknownException()));
                    return;
                }
                pause();
            }
        }
    }

    /** Answers those that were appended and are on disk; sends the others once more. */
    private void settle(List<Pending> group, SQLException failure) throws SQLException {
        // What is there after a flush, whoever committed it, cannot be lost any more.
        if (!disk.await()) {
            throw notOnDisk();
        }
        List<Pending> again = new ArrayList<>();
        for (Pending pending : group) {
            long position = outcomes.lastPosition(pending.request);
            if (position > 0) {
                pending.position.complete(position);
                tail.advance(position);
            } else if (pending.retried) {
                fail(List.of(pending), failure);
            } else if (!pending.position.isDone()) {
                pending.retried = true;
                again.add(pending);
            }
        }
        again.forEach(gathering::again);
    }

    private static void fail(List<Pending> group, SQLException failure) {
        String state = failure.getSQLState() == null ? "unknown" : failure.getSQLState();
        LOG.warn("nothing was appended for {} commands, SQL state {}", group.size(), state);
        group.forEach(it -> it.fail(new StoreUnavailableException(state)));
    }

    private Connection connect() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = dataSource.getConnection();
            connection = open;
            open.setAutoCommit(true);
            open.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            backend = Outcomes.Backend.of(open);
        }
        return open;
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        backend = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("closing a lost connection failed", e);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
