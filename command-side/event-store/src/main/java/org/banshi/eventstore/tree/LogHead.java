package org.banshi.eventstore.tree;

import java.sql.Array;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** The end of the log, as its head row has it. */
record LogHead(long position, long micros, byte[] chain, @Nullable byte[][] frontier) {

    static final String MICROS = "(extract(epoch from %s) * 1000000)::bigint";

    /**
     * @throws IllegalStateException when there is no head row: this is no log
     */
    static LogHead read(JdbcOperations jdbc) {
        return find(jdbc).orElseThrow(() -> new IllegalStateException("the log has no head"));
    }

    static Optional<LogHead> find(JdbcOperations jdbc) {
        return jdbc
                .query(
                        "select position, %s, chain, frontier from event_head"
                                .formatted(MICROS.formatted("recorded_at")),
                        (row, number) -> {
                            Array frontier = row.getArray(4);
                            return new LogHead(
                                    row.getLong(1),
                                    row.getLong(2),
                                    Hashes.orNone(row.getBytes(3)),
                                    frontier == null
                                            ? new byte[0][]
                                            : (byte[][]) frontier.getArray());
                        })
                .stream()
                .findFirst();
    }

    /** Of a log whose head row is gone: it ends with the last event. */
    static LogHead gone(JdbcOperations jdbc) {
        Long last =
                jdbc.queryForObject("select coalesce(max(position), 0) from event_log", Long.class);
        return new LogHead(last == null ? 0 : last, 0, new byte[0], new byte[0][]);
    }

    /**
     * @throws IllegalArgumentException when the frontier lacks a root
     */
    byte[] root() {
        return new MerkleTree(position, Arrays.copyOf(frontier, Long.SIZE)).root();
    }

    /** The first group of which the condition on {@code event_group} holds. */
    static @Nullable LogGroup group(JdbcOperations jdbc, String where, long position) {
        return jdbc
                .query(
                        "select position, %s, root, chain from event_group where %s limit 1"
                                .formatted(MICROS.formatted("recorded_at"), where),
                        (row, number) -> LogGroup.of(row),
                        position)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
