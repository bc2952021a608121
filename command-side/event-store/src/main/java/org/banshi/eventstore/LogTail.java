package org.banshi.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest events, pushed by this node's own commits, and the highest position known to be
 * committed anywhere and on disk. A reader takes events from here only where they follow on what it
 * has; any hole it reads from the log.
 */
final class LogTail {

    private static final int SLOTS = 8_192;

    private final AtomicReferenceArray<StoredEvent> slots = new AtomicReferenceArray<>(SLOTS);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long known;

    /** Events that were just committed here and are on disk, in order. */
    void push(List<StoredEvent> group) {
        if (group.isEmpty()) {
            return;
        }
        for (StoredEvent event : group) {
            slots.set(slot(event.position), event);
        }
        advance(group.get(group.size() - 1).position);
    }

    /** Everything up to {@code position} is committed and on disk. */
    void advance(long position) {
        lock.lock();
        try {
            if (position <= known) {
                return;
            }
            known = position;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
    }

    long known() {
        return known;
    }

    /** The run of events in memory that begins at {@code position}; often empty. */
    List<StoredEvent> from(long position, int limit) {
        List<StoredEvent> run = new ArrayList<>();
        for (long next = position; run.size() < limit && next <= known; next++) {
            StoredEvent event = slots.get(slot(next));
            if (event == null || event.position != next) {
                break;
            }
            run.add(event);
        }
        return run;
    }

    /** Wakes when something after {@code position} is committed, when nudged, or in time. */
    void awaitBeyond(long position, long millis) throws InterruptedException {
        lock.lock();
        try {
            if (known <= position) {
                advanced.await(millis, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Wakes all who wait, so that they look around. */
    void nudge() {
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Calls {@code listener} on the committing thread after each advance, until removed. */
    Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static int slot(long position) {
        return (int) (position & (SLOTS - 1));
    }
}
