package org.banshi.app.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A place in the log.
 *
 * @param chain the link of the group that ends there, lower-case hex; it binds all before it
 * @param recordedAt when that group was recorded
 */
record LogMark(long position, String chain, Instant recordedAt) {

    /** The log's end. */
    static LogMark head(Connection connection) throws SQLException {
        LogMark head = query(connection, "select position, chain, recorded_at from event_head");
        if (head == null) {
            throw new SQLException("event_head is empty");
        }
        return head;
    }

    /** The group that ends at a position; null when there is none. */
    static @Nullable LogMark at(Connection connection, long position) throws SQLException {
        return query(
                connection,
                "select position, chain, recorded_at from event_group where position = "
                        + position);
    }

    private static @Nullable LogMark query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next()
                    ? new LogMark(
                            row.getLong(1),
                            HexFormat.of().formatHex(row.getBytes(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant())
                    : null;
        }
    }
}
