package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of streams. New ones come from blocks of the database's sequence; those of streams that
 * this node has read or written lately are remembered, since they never change.
 */
final class Streams {

    /** As the sequence {@code event_stream_id} increments. */
    private static final int BLOCK = 1_000;

    private static final int REMEMBERED = 100_000;

    /**
     * Where a stream that exists stands.
     *
     * @param next the sequence that its next event gets
     */
    record Place(long id, int next) {}

    private final RecentEntries<String, Long> ids = new RecentEntries<>(REMEMBERED);
    private final AtomicReference<Block> block = new AtomicReference<>(new Block(0, 0));

    private record Block(AtomicLong next, long end) {
        Block(long first, long end) {
            this(new AtomicLong(first), end);
        }
    }

    /** The number, if it is remembered. */
    @Nullable Long find(String name) {
        return ids.get(name);
    }

    void remember(String name, long id) {
        ids.put(name, id);
    }

    /** Those of the streams that exist. */
    Map<String, Place> places(Connection connection, Collection<String> names) throws SQLException {
        Map<String, Place> places = new HashMap<>();
        try (PreparedStatement find =
                connection.prepareStatement("select * from event_stream_places(?)")) {
            find.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    places.put(row.getString(1), new Place(row.getLong(2), row.getInt(3)));
                }
            }
        }
        return places;
    }

    /**
     * Uses no more of the block that a number is of, as somebody else has it, too: a server that
     * failed forgot that it was given out.
     */
    void giveUp(long id) {
        block.updateAndGet(
                current ->
                        id < current.end() && id >= current.end() - BLOCK
                                ? new Block(0, 0)
                                : current);
    }

    /** A number that no stream has; 0 when the block at hand is used up. */
    long tryNext() {
        Block current = block.get();
        long id = current.next().getAndIncrement();
        return id < current.end() ? id : 0;
    }

    /** Fetches a block. Two threads may do so at once: numbers left over are simply not used. */
    void refill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select nextval('event_stream_id')")) {
            row.next();
            long first = row.getLong(1);
            block.set(new Block(first, first + BLOCK));
        }
    }
}
