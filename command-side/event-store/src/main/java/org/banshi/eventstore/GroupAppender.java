package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.banshi.command.contract.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lane A: many callers' commands in one round trip and one commit. While one group is being
 * committed the next one gathers. The database's own head lock orders groups with those of other
 * nodes and with lane B.
 */
final class GroupAppender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupAppender.class);
    private static final int MOST_COMMANDS = 512;
    private static final int MOST_EVENTS = 2_048;
    private static final long LONGEST_GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final DataSource dataSource;
    private final Outcomes outcomes;
    private final LogTail tail;
    private final Streams streams;
    private final Duration patience;
    private final Turns turns = new Turns();
    private final BlockingQueue<Pending> queue;
    private final Deque<Pending> deferred = new ArrayDeque<>();
    private final Thread flusher = new Thread(this::run, "event-append");
    private volatile boolean closing;
    private volatile boolean wakes = true;
    private int lastSize;
    private long lastNanos;
    private @Nullable Connection connection;
    private Outcomes.@Nullable Backend backend;

    private static final class Pending {
        final AppendRequest request;
        final CompletableFuture<Long> position = new CompletableFuture<>();
        boolean retried;

        Pending(AppendRequest request) {
            this.request = request;
        }
    }

    /**
     * @param capacity most commands that may wait
     * @param patience how long the database may take for one group, and how long a lost outcome is
     *     asked for
     */
    GroupAppender(
            DataSource dataSource, LogTail tail, Streams streams, int capacity, Duration patience) {
        this.dataSource = dataSource;
        this.streams = streams;
        this.outcomes = new Outcomes(dataSource);
        this.tail = tail;
        this.patience = patience;
        this.queue = new ArrayBlockingQueue<>(capacity);
        flusher.setDaemon(true);
        flusher.start();
    }

    /**
     * Appends and waits for the commit.
     *
     * @return position of the last event
     * @throws OverloadedException when too many wait already
     */
    long append(AppendRequest request) {
        Pending pending = new Pending(request);
        if (closing || !queue.offer(pending)) {
            throw new OverloadedException();
        }
        if (closing && queue.remove(pending)) {
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
        while (!closing || !queue.isEmpty() || !deferred.isEmpty()) {
            List<Pending> group = List.of();
            try {
                group = gather();
                if (!group.isEmpty()) {
                    flush(group);
                }
            } catch (InterruptedException e) {
                LOG.warn("the appending thread was interrupted; it goes on");
            } catch (RuntimeException | Error e) {
                LOG.error("appending failed", e);
                group.forEach(
                        it -> it.position.completeExceptionally(new AppendUnknownException()));
                disconnect();
            }
        }
        disconnect();
    }

    /** What waits, without two that touch the same stream, claim or receipt. */
    private List<Pending> gather() throws InterruptedException {
        List<Pending> waiting = new ArrayList<>(deferred);
        deferred.clear();
        if (waiting.isEmpty()) {
            Pending first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first == null) {
                return List.of();
            }
            waiting.add(first);
        }
        try {
            queue.drainTo(waiting, MOST_COMMANDS);
            awaitCompany(waiting);
            return group(waiting);
        } catch (InterruptedException | RuntimeException | Error e) {
            // They are in no queue and in no group: nobody else would ever answer them.
            deferred.clear();
            waiting.forEach(it -> it.position.completeExceptionally(new OverloadedException()));
            throw e;
        }
    }

    private List<Pending> group(List<Pending> waiting) {
        List<Pending> group = new ArrayList<>(waiting.size());
        Set<Object> touched = new HashSet<>();
        int events = 0;
        for (Pending pending : waiting) {
            int size = pending.request.events().size();
            boolean fits = group.isEmpty() || events + size <= MOST_EVENTS;
            if (fits && touch(touched, pending.request)) {
                group.add(pending);
                events += size;
            } else {
                deferred.add(pending);
            }
        }
        return group;
    }

    /**
     * Callers answered a moment ago are about to come back. Waiting for as many as last time, for a
     * fraction of the time that a commit takes, saves most of them from just missing the group. A
     * lone caller never waits.
     */
    private void awaitCompany(List<Pending> waiting) throws InterruptedException {
        long deadline = System.nanoTime() + Math.min(lastNanos / 4, LONGEST_GATHERING_NANOS);
        while (waiting.size() < lastSize) {
            long left = deadline - System.nanoTime();
            Pending next = left <= 0 ? null : queue.poll(left, TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            waiting.add(next);
            queue.drainTo(waiting, MOST_COMMANDS);
        }
    }

    private static boolean touch(Set<Object> touched, AppendRequest request) {
        Set<Object> own = new HashSet<>();
        request.streams().forEach(stream -> own.add(stream.name()));
        // A release of every claim touches only its own stream's.
        request.claims().stream()
                .filter(claim -> !claim.key().equals(Claim.EVERY))
                .forEach(claim -> own.add(List.of(claim.kind(), claim.key())));
        RequestKey receipt = request.receipt();
        if (receipt != null) {
            own.add(receipt.key());
        }
        for (Object thing : own) {
            if (touched.contains(thing)) {
                // Later ones of the same stream must not overtake it.
                touched.addAll(own);
                return false;
            }
        }
        touched.addAll(own);
        return true;
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

    private void flush(List<Pending> group) {
        Connection open;
        try {
            open = connect();
        } catch (SQLException e) {
            fail(group, e);
            disconnect();
            return;
        }
        List<List<StoredEvent>> results;
        long begun = System.nanoTime();
        try {
            results =
                    GroupCall.execute(
                            open, group.stream().map(pending -> pending.request).toList(), wakes);
        } catch (SQLException e) {
            afterFailure(group, e);
            return;
        }
        lastNanos = System.nanoTime() - begun;
        lastSize = group.size();
        complete(group, results);
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

    private void afterFailure(List<Pending> group, SQLException failure) {
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
            if (conflict == null) {
                fail(group, failure);
            } else {
                single.position.completeExceptionally(conflict);
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
                    group.forEach(
                            it -> it.position.completeExceptionally(new AppendUnknownException()));
                    return;
                }
                pause();
            }
        }
    }

    /** Answers those that were appended; sends the others once more. */
    private void settle(List<Pending> group, SQLException failure) throws SQLException {
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
        again.forEach(deferred::addLast);
    }

    private static void fail(List<Pending> group, SQLException failure) {
        String state = failure.getSQLState() == null ? "unknown" : failure.getSQLState();
        LOG.warn("nothing was appended for {} commands, SQL state {}", group.size(), state);
        group.forEach(
                it -> it.position.completeExceptionally(new StoreUnavailableException(state)));
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
