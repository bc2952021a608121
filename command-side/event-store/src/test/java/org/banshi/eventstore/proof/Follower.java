package org.banshi.eventstore.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.banshi.eventstore.Node;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * A reader without a token in the database, which joins late: either it follows Axon's stream, or
 * it reads pages. Where the database fails, it goes on from what it saw last.
 */
final class Follower implements Runnable {

    enum Way {
        STREAM,
        PAGES
    }

    private static final int PAGE = 7;
    private static final int MOMENT_MILLIS = 20;

    final String name;
    final long after;
    final List<Long> seen = new ArrayList<>();
    private final Node node;
    private final Way way;
    private volatile long until = Long.MAX_VALUE;

    /**
     * @param after where it begins; it waits until the log is there
     */
    Follower(String name, Node node, Way way, long after) {
        this.name = name;
        this.node = node;
        this.way = way;
        this.after = after;
    }

    /** Nothing will come after {@code position}. */
    void endAt(long position) {
        until = position;
    }

    @Override
    public void run() {
        while (last() < until && !Thread.currentThread().isInterrupted()) {
            try {
                if (last() == after && head() < after) {
                    TimeUnit.MILLISECONDS.sleep(1);
                } else if (way == Way.PAGES) {
                    node.log().read(last(), PAGE).stream()
                            .map(Recorded::position)
                            .forEach(seen::add);
                } else {
                    follow();
                }
            } catch (DataAccessException e) {
                // It tries again.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void follow() throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream =
                node.store().openStream(new GlobalSequenceTrackingToken(last()))) {
            while (last() < until) {
                if (stream.hasNextAvailable(MOMENT_MILLIS, TimeUnit.MILLISECONDS)) {
                    seen.add(position(stream.nextAvailable()));
                }
            }
        }
    }

    private static long position(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }

    private long head() {
        return node.log().head();
    }

    private long last() {
        @Nullable Long last = seen.isEmpty() ? null : seen.get(seen.size() - 1);
        return last == null ? after : last;
    }
}
