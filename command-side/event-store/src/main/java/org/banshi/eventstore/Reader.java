package org.banshi.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.banshi.eventstore.codec.UnreadableEventException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The thread that reads for one subscription while this node leads it. Each batch is one
 * transaction: the token moves first, which locks it, then the events are handled. A token that was
 * moved elsewhere ends the batch, so that two nodes never both take an event.
 *
 * <p>Events that don't concern the subscription are passed by without a transaction: most events
 * concern few of the readers, and a token's commit would be the dearest part of reading them. The
 * stored token follows within {@link #LAG_MILLIS}, for the other nodes to see.
 */
final class Reader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final int ATTEMPTS = 5;
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final long IDLE_MILLIS = 1_000;

    /** After a small batch the next one gathers for as long: a lone event never waits. */
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final int SMALL = 100;

    /** How long the stored token may stand behind what was passed by. */
    private static final long LAG_MILLIS = 200;

    private static final long UNKNOWN = -1;

    private final Subscription subscription;
    private final EventLog log;
    private final LogTail tail;
    private final Tokens tokens;
    private final TransactionTemplate transaction;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile boolean leading;
    private volatile boolean ending;
    private volatile @Nullable String stopped;

    /** Made unknown by another thread, too, at any moment: to be read once where it matters. */
    private volatile long position = UNKNOWN;

    /** Where the token stands in the database, as far as this thread knows. */
    private long stored = UNKNOWN;

    /** When the token fell behind, by {@link System#nanoTime}. */
    private long behindSince;

    Reader(
            Subscription subscription,
            EventLog log,
            LogTail tail,
            Tokens tokens,
            TransactionTemplate transaction) {
        this.subscription = subscription;
        this.log = log;
        this.tail = tail;
        this.tokens = tokens;
        this.transaction = transaction;
    }

    String name() {
        return subscription.name();
    }

    Subscription subscription() {
        return subscription;
    }

    boolean leading() {
        return leading && stopped == null;
    }

    /** Whether it would read if it were given the lead. */
    boolean wantsLead() {
        return !leading && !ending && stopped == null;
    }

    boolean stoppedWhileLeading() {
        return leading && stopped != null;
    }

    void lead(boolean lead) {
        position = UNKNOWN;
        leading = lead;
        tail.nudge();
    }

    void end() {
        ending = true;
        tail.nudge();
        signal();
    }

    /** Of the last event that it took; empty until it has looked where it stands. */
    OptionalLong position() {
        long reached = position;
        return reached == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(reached);
    }

    /** Why it stopped for good; null while it runs. */
    @Nullable String stopped() {
        return stopped;
    }

    /** Waits until it has taken {@code wanted}, stopped leading, or the time is over. */
    boolean await(long wanted, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (leading() && position < wanted && left > 0) {
                left = moved.awaitNanos(left);
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!ending && stopped == null) {
            try {
                if (!leading) {
                    tail.awaitBeyond(Long.MAX_VALUE, IDLE_MILLIS);
                } else if (!step()) {
                    idle();
                }
                if (ending || lag() >= LAG_MILLIS) {
                    storeToken();
                }
                pause = FIRST_PAUSE_MILLIS;
            } catch (InterruptedException e) {
                ending = true;
            } catch (UnreadableEventException e) {
                stop(e.getMessage());
            } catch (RuntimeException | LinkageError e) {
                // Only the database's failures come as far as here.
                LOG.warn("reader {} will try again: {}", name(), Failures.describe(e));
                position = UNKNOWN;
                pause = pause(pause);
            } catch (Error e) {
                stop(Failures.describe(e));
                throw e;
            }
        }
        signal();
    }

    /** Waits for events; meanwhile somebody may have put the token elsewhere. */
    private void idle() throws InterruptedException {
        boolean behind = behind();
        tail.awaitBeyond(position, behind ? Math.max(1, LAG_MILLIS - lag()) : IDLE_MILLIS);
        if (!behind && tail.known() <= position && storedPosition() != stored) {
            moveTo(UNKNOWN);
        }
    }

    private boolean behind() {
        return stored < position;
    }

    /** For how long the stored token has been behind, in milliseconds; 0 when it is not. */
    private long lag() {
        return behind() ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - behindSince) : 0;
    }

    private long storedPosition() {
        return tokens.position(name()).orElse(0);
    }

    /** Lets the stored token follow to where this reader is; nothing was done on the way. */
    private void storeToken() {
        long reached = position;
        if (!leading || reached <= stored) {
            return;
        }
        Boolean moved =
                transaction.execute(status -> tokens.advance(name(), stored, reached, true) >= 0);
        if (Boolean.TRUE.equals(moved)) {
            stored = reached;
        } else {
            moveTo(UNKNOWN);
        }
    }

    private void stop(@Nullable String why) {
        stopped = why == null ? "unknown failure" : why;
        LOG.error("reader {} has stopped after position {}: {}", name(), position, stopped);
    }

    /** Takes one batch. False when there was nothing to take. */
    private boolean step() {
        long from = position;
        if (from == UNKNOWN) {
            stored = storedPosition();
            from = stored;
            moveTo(from);
        }
        List<StoredEvent> batch = tail.from(from + 1, subscription.batchSize());
        if (batch.isEmpty()) {
            batch = log.stored(from, subscription.batchSize());
        }
        if (batch.isEmpty()) {
            return false;
        }
        List<StoredEvent> understood = readable(batch);
        List<StoredEvent> concerning = concerning(understood);
        if (concerning.isEmpty() || take(concerning)) {
            pass(understood.get(understood.size() - 1).position);
        }
        if (batch.size() < SMALL) {
            LockSupport.parkNanos(GATHERING_NANOS);
        }
        return true;
    }

    /** The events before the first that can't be understood; fails when that is the first. */
    private List<StoredEvent> readable(List<StoredEvent> batch) {
        for (int i = 0; i < batch.size(); i++) {
            try {
                log.decode(batch.get(i));
            } catch (UnreadableEventException e) {
                if (i == 0) {
                    throw e;
                }
                return batch.subList(0, i);
            }
        }
        return batch;
    }

    private List<StoredEvent> concerning(List<StoredEvent> batch) {
        return batch.stream().filter(this::mayConcern).toList();
    }

    /** Where it can't be told the event is taken to be handled, which will fail and park it. */
    private boolean mayConcern(StoredEvent event) {
        try {
            return subscription.concerns(log.decode(event));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            LOG.warn(
                    "{} cannot tell whether the event at {} concerns it: {}",
                    name(),
                    event.position,
                    Failures.describe(e));
            return true;
        }
    }

    /** Goes on to {@code reached}, with nothing to do on the way. */
    private void pass(long reached) {
        if (reached > position) {
            if (!behind()) {
                behindSince = System.nanoTime();
            }
            moveTo(reached);
        }
    }

    /** Whether all of the batch was taken, or parked. */
    private boolean take(List<StoredEvent> batch) {
        RuntimeException failure = attempt(batch);
        if (failure != null && batch.size() > 1 && !ending) {
            int half = batch.size() / 2;
            return take(batch.subList(0, half)) && take(batch.subList(half, batch.size()));
        }
        long pause = FIRST_PAUSE_MILLIS;
        for (int i = 1; i < ATTEMPTS && failure != null && !ending; i++) {
            pause = pause(pause);
            failure = attempt(batch);
        }
        if (failure != null && !ending) {
            park(batch.get(0), failure);
        }
        return position == batch.get(batch.size() - 1).position;
    }

    /**
     * @return what the events' handling failed with, or null; failures of the database are thrown
     */
    private @Nullable RuntimeException attempt(List<StoredEvent> batch) {
        long last = batch.get(batch.size() - 1).position;
        try {
            AtomicBoolean taken = new AtomicBoolean();
            subscription.surround(
                    () ->
                            transaction.executeWithoutResult(
                                    status -> taken.set(handle(batch, last))));
            moved(taken.get(), last);
            return null;
        } catch (RuntimeException e) {
            if (Failures.ofDatabase(e)) {
                throw e;
            }
            return e;
        } catch (LinkageError | AssertionError | StackOverflowError e) {
            return new IllegalStateException(e);
        }
    }

    private boolean handle(List<StoredEvent> batch, long last) {
        int parked = tokens.advance(name(), stored, last, subscription.redoable());
        if (parked < 0) {
            return false;
        }
        Set<String> blocked = parked == 0 ? Set.of() : tokens.parkedStreams(name(), streams(batch));
        List<Recorded> events = new ArrayList<>(batch.size());
        List<StoredEvent> waiting = new ArrayList<>();
        for (StoredEvent event : batch) {
            if (blocked.contains(event.stream)) {
                waiting.add(event);
            } else if (subscription.concerns(log.decode(event))) {
                events.add(log.decode(event));
            }
        }
        if (!waiting.isEmpty()) {
            tokens.park(name(), waiting, null);
        }
        if (!events.isEmpty()) {
            subscription.handle(events);
        }
        return true;
    }

    private static Set<String> streams(List<StoredEvent> batch) {
        return batch.stream().map(it -> it.stream).collect(Collectors.toSet());
    }

    private void park(StoredEvent event, RuntimeException failure) {
        String description = Failures.describe(failure);
        LOG.error("{} parks the event at {}: {}", name(), event.position, description);
        Boolean parked =
                transaction.execute(
                        status -> {
                            if (tokens.advance(name(), stored, event.position, false) < 0) {
                                return false;
                            }
                            tokens.park(name(), List.of(event), description);
                            return true;
                        });
        moved(Boolean.TRUE.equals(parked), event.position);
    }

    /** After a transaction: the token is at {@code reached}, or somebody else has moved it. */
    private void moved(boolean byThis, long reached) {
        if (byThis) {
            stored = reached;
        }
        moveTo(byThis ? reached : UNKNOWN);
    }

    private void moveTo(long newPosition) {
        position = newPosition;
        signal();
    }

    private void signal() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            ending = true;
        }
        return Math.min(2 * millis, LONGEST_PAUSE_MILLIS);
    }
}
