package org.banshi.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.banshi.command.contract.claim.Claim;

/**
 * Where the commands of lane A wait, as many as there is room for, and how they are put together to
 * groups. Anybody may offer; one thread takes.
 */
final class Gathering {

    private static final int MOST_COMMANDS = 512;
    private static final int MOST_EVENTS = 2_048;
    private static final long TICK_MILLIS = 100;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final BlockingQueue<Pending> queue;
    private final Deque<Pending> deferred = new ArrayDeque<>();
    private int lastSize;
    private long lastNanos;

    /**
     * @param capacity most commands that may wait
     */
    Gathering(int capacity) {
        queue = new ArrayBlockingQueue<>(capacity);
    }

    /** False when there is no room. */
    boolean offer(Pending pending) {
        return queue.offer(pending);
    }

    /** False when it was taken already. */
    boolean withdraw(Pending pending) {
        return queue.remove(pending);
    }

    boolean isEmpty() {
        return queue.isEmpty() && deferred.isEmpty();
    }

    /** To be sent once more, with the next group. */
    void again(Pending pending) {
        deferred.addLast(pending);
    }

    /** Tells how long the database took for a group, by which the next one is gathered. */
    void took(int size, long nanos) {
        lastSize = size;
        lastNanos = nanos;
    }

    /**
     * What waits, without two that touch the same stream, claim or receipt; empty after a moment in
     * which nothing came.
     */
    List<Pending> next() throws InterruptedException {
        List<Pending> waiting = new ArrayList<>(deferred);
        deferred.clear();
        if (waiting.isEmpty()) {
            Pending first = queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
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
            waiting.forEach(it -> it.fail(new OverloadedException()));
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
     * fraction of the time that a group takes, saves most of them from just missing the group. A
     * lone caller never waits.
     */
    private void awaitCompany(List<Pending> waiting) throws InterruptedException {
        long deadline = System.nanoTime() + Math.min(lastNanos / 4, LONGEST_NANOS);
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
}
