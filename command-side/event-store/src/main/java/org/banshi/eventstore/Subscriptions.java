package org.banshi.eventstore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the subscriptions of this node, one thread each. Several nodes may run the same ones: one
 * node leads each, another takes over at once when it dies.
 *
 * <p>{@link #register} everything, then {@link #start}; {@link #close} at the end, before the
 * database goes.
 */
public final class Subscriptions implements LogPositions, AutoCloseable {

    private static final long REMOTE_PAUSE_MILLIS = 5;

    /** Whoever waits for long asks less and less often. */
    private static final long LONGEST_REMOTE_PAUSE_MILLIS = 250;

    private final EventLog log;
    private final LogTail tail;
    private final Tokens tokens;
    private final AppendedHere appended;
    private final TransactionTemplate transaction;
    private final List<Reader> readers = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Watch watch;

    Subscriptions(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventLog log,
            LogTail tail,
            DiskBarrier disk,
            GroupAppender appender,
            AppendedHere appended) {
        this.log = log;
        this.tail = tail;
        this.appended = appended;
        this.tokens = new Tokens(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.watch = new Watch(dataSource, disk, appender, readers);
    }

    /**
     * @throws IllegalArgumentException when the name is taken
     */
    public synchronized void register(Subscription subscription) {
        if (find(subscription.name()) != null) {
            throw new IllegalArgumentException("two subscriptions named " + subscription.name());
        }
        tokens.create(subscription.name());
        Reader reader = new Reader(subscription, log, tail, tokens, transaction);
        readers.add(reader);
        if (!threads.isEmpty()) {
            run(reader);
        }
    }

    /** Starts to read, each subscription from its token. */
    public synchronized void start() {
        if (!threads.isEmpty()) {
            throw new IllegalStateException("already started");
        }
        run("event-watch", watch);
        readers.forEach(this::run);
    }

    /** Finishes the batches in hand and gives up the leads. */
    @Override
    public synchronized void close() {
        readers.forEach(Reader::end);
        boolean interrupted = false;
        for (int i = threads.size() - 1; i >= 0; i--) {
            if (i == 0) {
                watch.end();
            }
            while (threads.get(i).isAlive()) {
                try {
                    threads.get(i).join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        threads.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Reader reader) {
        run("reader-" + reader.name(), reader);
    }

    private void run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    /** How each subscription stands on this node. */
    public List<ReaderState> states() {
        Map<String, Tokens.Standing> stored = tokens.standings();
        return readers.stream().map(it -> state(it, stored.get(it.name()))).toList();
    }

    /** A node that does not lead, or has lost its connection, knows what the token says. */
    private static ReaderState state(Reader reader, Tokens.@Nullable Standing stored) {
        return new ReaderState(
                reader.name(),
                reader.position().orElse(stored == null ? 0 : stored.position()),
                stored == null ? 0 : stored.parked(),
                reader.leading(),
                reader.stopped());
    }

    /** What a subscription could not take, and what waits behind it, in log order. */
    public List<ParkedEvent> parked(String subscription) {
        return parked(subscription, Integer.MAX_VALUE);
    }

    /**
     * The first of them.
     *
     * @param most of a stream with many events all can wait behind one
     */
    public List<ParkedEvent> parked(String subscription, int most) {
        return tokens.parked(subscription, most);
    }

    /** The one at a position; empty where none is parked there. */
    public Optional<ParkedEvent> parkedAt(String subscription, long position) {
        return tokens.parkedAt(subscription, position);
    }

    /**
     * Takes the parked events of a stream again, on the calling thread: batch by batch, so that any
     * number may wait, and what was taken before one that fails is not taken again.
     *
     * @return true when all were taken, or none were parked; false when one failed again: then that
     *     one and those behind it stay parked
     */
    public boolean retry(String subscription, String stream) {
        Subscription target = get(subscription).subscription();
        int most = target.batchSize();
        while (true) {
            int size = most;
            AtomicInteger taken = new AtomicInteger();
            try {
                target.surround(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> taken.set(takeParked(target, stream, size))));
                if (taken.get() < size) {
                    return true;
                }
            } catch (RuntimeException e) {
                if (Failures.ofDatabase(e)) {
                    throw e;
                }
                if (size == 1) {
                    failedAgain(subscription, stream, Failures.describe(e));
                    return false;
                }
                most = size / 2;
            }
        }
    }

    private void failedAgain(String subscription, String stream, String failure) {
        transaction.executeWithoutResult(
                status -> {
                    tokens.lock(subscription);
                    tokens.failed(subscription, stream, failure);
                });
    }

    /** How many of the first {@code most} there were. */
    private int takeParked(Subscription target, String stream, int most) {
        tokens.lock(target.name());
        List<Long> positions = tokens.parkedPositions(target.name(), stream, most);
        if (!positions.isEmpty()) {
            tokens.unpark(target.name(), positions);
            List<Recorded> events =
                    log.storedAt(positions).stream()
                            .map(log::decode)
                            .filter(target::concerns)
                            .toList();
            target.handle(events);
        }
        return positions.size();
    }

    /**
     * Gives one parked event up for good, which is recorded. Later ones of its stream wait on for
     * {@link #retry}.
     *
     * @param reason without personal data
     * @param by account of who decides so
     * @return false when no such event is parked
     */
    public boolean discard(String subscription, long position, String reason, String by) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            tokens.lock(subscription);
                            return tokens.discard(subscription, position, reason, by);
                        }));
    }

    /** What was given up, newest first. */
    public List<DiscardedEvent> discarded(int limit) {
        return tokens.discarded(limit);
    }

    /**
     * Sends a subscription back to the beginning of the log, in one transaction with {@code
     * emptying}, which removes what it wrote so far.
     */
    public void reset(String subscription, Runnable emptying) {
        transaction.executeWithoutResult(
                status -> {
                    tokens.lock(subscription);
                    emptying.run();
                    tokens.reset(subscription, 0);
                });
        tail.nudge();
    }

    /**
     * Rebuilds beside the live subscription; see {@link Rebuild}.
     *
     * @param shadow writes to tables of its own; its name differs from every other
     */
    public Rebuild rebuild(Subscription shadow) {
        return new Rebuild(shadow, log, tokens, transaction);
    }

    /** Where the token of any subscription stands, also of one that is not registered here. */
    public OptionalLong tokenOf(String subscription) {
        return tokens.position(subscription);
    }

    @Override
    public long lastAppended() {
        return appended.get();
    }

    @Override
    public void clear() {
        appended.clear();
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public long of(String subscription) {
        Reader reader = find(subscription);
        OptionalLong here =
                reader != null && reader.leading() ? reader.position() : OptionalLong.empty();
        return here.isPresent() ? here.getAsLong() : tokens.position(subscription).orElse(0);
    }

    @Override
    public boolean await(String subscription, long position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Reader reader = find(subscription);
        long pause = REMOTE_PAUSE_MILLIS;
        try {
            while (true) {
                long left = deadline - System.nanoTime();
                if (reader != null && reader.leading()) {
                    if (reader.await(position, left)) {
                        return true;
                    }
                } else if (of(subscription) >= position) {
                    return true;
                } else if (left > 0) {
                    TimeUnit.MILLISECONDS.sleep(Math.min(pause, left / 1_000_000 + 1));
                    pause = Math.min(2 * pause, LONGEST_REMOTE_PAUSE_MILLIS);
                }
                if (left <= 0) {
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Reader get(String subscription) {
        Reader reader = find(subscription);
        if (reader == null) {
            throw new IllegalArgumentException("no subscription " + subscription);
        }
        return reader;
    }

    private @Nullable Reader find(String subscription) {
        return readers.stream()
                .filter(reader -> reader.name().equals(subscription))
                .findFirst()
                .orElse(null);
    }
}
