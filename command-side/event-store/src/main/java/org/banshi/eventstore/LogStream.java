package org.banshi.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** The log as a stream for Axon's event processors; woken by commits instead of polling. */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int PAGE = 500;

    private final PostgresEventStorageEngine engine;
    private final LogTail tail;
    private final Deque<StoredEvent> page = new ArrayDeque<>();
    private long position;
    private @Nullable Runnable forget;

    LogStream(PostgresEventStorageEngine engine, LogTail tail, long position) {
        this.engine = engine;
        this.tail = tail;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(page.peek()).map(engine::trackedMessage);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        fill();
        while (page.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            tail.awaitBeyond(position, left);
            fill();
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            continue;
        }
        StoredEvent event = page.remove();
        position = event.position;
        return engine.trackedMessage(event);
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        stopListening();
        forget = tail.listen(callback);
        return true;
    }

    @Override
    public void close() {
        stopListening();
    }

    private void stopListening() {
        Runnable listening = forget;
        if (listening != null) {
            listening.run();
            forget = null;
        }
    }

    private void fill() {
        if (page.isEmpty()) {
            page.addAll(engine.next(position, PAGE));
        }
    }
}
