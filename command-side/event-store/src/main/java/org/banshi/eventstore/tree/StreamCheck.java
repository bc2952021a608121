package org.banshi.eventstore.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Holds the events of one stream to the tree. */
final class StreamCheck {

    private static final int PAGE = 500;

    /** Of the columns asked for; the type's name may be gone on its own account. */
    private static final int TYPE = 6;

    private static final int METADATA = 10;

    private static final String ROWS =
            """
            select l.position, %s, s.type, s.name, l.sequence, t.name, l.revision, l.id, l.payload,
                   l.metadata, l.leaf
            from event_stream s
            join event_log l on l.stream = s.id
            left join event_type t on t.id = l.type
            where s.name = ? and l.sequence >= ?
            order by l.sequence limit ?
            """
                    .formatted(LogHead.MICROS.formatted("l.recorded_at"));

    /**
     * @param made the leaf of what it holds; null where a column is
     */
    private record Row(
            long position,
            long micros,
            long sequence,
            byte @Nullable [] made,
            byte @Nullable [] leaf) {}

    private final JdbcOperations jdbc;
    private final StoredTree stored;
    private final LogHead head;
    private final byte[] root;
    private final Findings findings;
    private long first;
    private long last;
    private long events;

    StreamCheck(
            JdbcOperations jdbc, StoredTree stored, LogHead head, byte[] root, Findings findings) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.head = head;
        this.root = root;
        this.findings = findings;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    long events() {
        return events;
    }

    void check(String name) {
        long next = 0;
        List<Row> page;
        do {
            page = page(name, next);
            for (Row row : page) {
                if (row.position() > head.position()) {
                    return;
                }
                if (row.sequence() != next) {
                    findings.add(
                            row.position(),
                            row.position(),
                            "number %d of its stream, where %d comes next"
                                    .formatted(row.sequence(), next));
                }
                check(row);
                next = row.sequence() + 1;
            }
        } while (page.size() == PAGE);
    }

    private void check(Row row) {
        long position = row.position();
        first = events++ == 0 ? position : first;
        last = position;
        byte[] made = row.made();
        if (made == null) {
            findings.add(position, position, LogWalk.NULL_COLUMN);
            return;
        }
        if (!Arrays.equals(made, row.leaf())) {
            findings.add(position, position, "what the event holds does not lead to its leaf");
        }
        try {
            if (!stored.inclusion(position - 1, head.position()).leads(made, root)) {
                findings.add(position, position, "no way leads from the event to the root");
            }
        } catch (TornTreeException e) {
            findings.add(position, position, Objects.requireNonNull(e.getMessage()));
        }
        LogGroup group = LogHead.group(jdbc, "position >= ? order by position", position);
        if (group == null || group.micros() != row.micros()) {
            findings.add(position, position, "recorded at another time than the group");
        }
        LogGroup before = LogHead.group(jdbc, "position < ? order by position desc", position);
        Hashes hashes = new Hashes();
        byte[] chain = before == null ? hashes.ofNothing() : before.chain();
        if (group != null
                && !Arrays.equals(
                        hashes.link(chain, group.position(), group.micros(), group.root()),
                        group.chain())) {
            findings.add(
                    position,
                    group.position(),
                    "the group's link does not follow from what is before");
        }
    }

    private List<Row> page(String name, long from) {
        return jdbc.query(
                ROWS,
                (row, number) ->
                        new Row(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(5),
                                made(row),
                                row.getBytes(11)),
                name,
                from,
                PAGE);
    }

    private static byte @Nullable [] made(ResultSet row) throws SQLException {
        for (int column = 1; column <= METADATA; column++) {
            if (column != TYPE && row.getObject(column) == null) {
                return null;
            }
        }
        return MerkleLeaf.of(
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                Objects.requireNonNullElse(row.getString(TYPE), ""),
                row.getInt(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getString(METADATA));
    }
}
