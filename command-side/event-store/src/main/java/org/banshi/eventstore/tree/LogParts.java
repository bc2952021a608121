package org.banshi.eventstore.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.eventstore.RecentEntries;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Fetches the log piece by piece, by position, in a transaction that changes nothing. */
final class LogParts implements AutoCloseable {

    private static final int ROWS = 2_000;
    private static final int STREAMS = 50_000;
    private static final int STEP = 8;

    /** Streams are numbered from 1. */
    private static final long NO_STREAM = 0;

    private final Connection connection;
    private final long end;
    private long reached;
    private boolean drained;
    private final RecentEntries<Long, LogPart.Stream> streams = new RecentEntries<>(STREAMS);

    /** Takes the connection over. */
    LogParts(Connection connection, long after, long end) throws SQLException {
        this.connection = connection;
        this.reached = after;
        this.end = end;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction read only");
            // Right after a bulk of appends the statistics would tempt the planner to scan.
            statement.execute("set local enable_seqscan = off");
        }
    }

    boolean hasNext() {
        return !drained;
    }

    LogPart next() throws SQLException {
        List<CopiedRow> rows = rows();
        drained = rows.size() < ROWS;
        long from = reached;
        reached = drained ? end : rows.get(rows.size() - 1).position();
        Map<Long, LogPart.Stream> known = streams(rows);
        return new LogPart(
                rows.stream().map(it -> new LogPart.Row(it, streamOf(it, known))).toList(),
                groups(from),
                subtrees(from),
                reached);
    }

    private static LogPart.@Nullable Stream streamOf(
            CopiedRow row, Map<Long, LogPart.Stream> known) {
        return row.whole() ? known.get(row.stream()) : null;
    }

    private List<CopiedRow> rows() throws SQLException {
        List<CopiedRow> rows = new ArrayList<>(ROWS);
        CopyOut copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                """
                                copy (select %s from event_log where position > %d and position <= %d
                                      order by position limit %d) to stdout (format binary)
                                """
                                        .formatted(CopiedRow.COLUMNS, reached, end, ROWS));
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            if (CopiedRow.isIn(row)) {
                rows.add(CopiedRow.of(row));
            }
        }
        return rows;
    }

    private Map<Long, LogPart.Stream> streams(List<CopiedRow> rows) throws SQLException {
        Map<Long, LogPart.Stream> known = new HashMap<>();
        List<Long> unknown = new ArrayList<>();
        for (CopiedRow row : rows) {
            long id = row.whole() ? row.stream() : NO_STREAM;
            if (id != NO_STREAM && !known.containsKey(id)) {
                LogPart.Stream stream = streams.get(id);
                known.put(id, stream);
                if (stream == null) {
                    unknown.add(id);
                }
            }
        }
        if (unknown.isEmpty()) {
            return known;
        }
        try (PreparedStatement find =
                connection.prepareStatement(
                        "select id, type, name from event_stream where id = any(?)")) {
            find.setArray(1, connection.createArrayOf("bigint", unknown.toArray()));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    byte[] type = row.getBytes(2);
                    byte[] name = row.getBytes(3);
                    if (type != null && name != null) {
                        LogPart.Stream stream = new LogPart.Stream(type, name);
                        known.put(row.getLong(1), stream);
                        streams.put(row.getLong(1), stream);
                    }
                }
            }
        }
        return known;
    }

    private List<LogGroup> groups(long from) throws SQLException {
        List<LogGroup> groups = new ArrayList<>();
        try (PreparedStatement find =
                connection.prepareStatement(
                        """
                        select position, %s, root, chain from event_group
                        where position > ? and position <= ? order by position
                        """
                                .formatted(LogHead.MICROS.formatted("recorded_at")))) {
            find.setLong(1, from);
            find.setLong(2, reached);
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    groups.add(LogGroup.of(row));
                }
            }
        }
        return groups;
    }

    private Map<Long, byte[]> subtrees(long from) throws SQLException {
        Map<Long, byte[]> subtrees = new HashMap<>();
        try (PreparedStatement find =
                connection.prepareStatement(
                        "select nth, root from event_subtree"
                                + " where level = ? and nth >= ? and nth < ?")) {
            for (int level = STEP; reached >> level > from >> level; level += STEP) {
                find.setInt(1, level);
                find.setLong(2, from >> level);
                find.setLong(3, reached >> level);
                try (ResultSet row = find.executeQuery()) {
                    while (row.next()) {
                        byte[] root = row.getBytes(2);
                        if (root != null) {
                            subtrees.put(LogPart.key(level, row.getLong(1)), root);
                        }
                    }
                }
            }
        }
        return subtrees;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
