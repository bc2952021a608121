package org.banshi.app.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The peer of verification: SELECT of the same rows in order, every column taken, on one thread.
 */
final class LogScan implements Workload {

    private static final int PAGE = 2_000;

    private final Connection connection;
    private long taken;

    LogScan(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
    }

    @Override
    public int run(int caller) throws SQLException {
        int events = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(PAGE);
            try (ResultSet row =
                    statement.executeQuery(
                            """
                            select position, recorded_at, stream, sequence, type, revision, id,
                                   payload, metadata, leaf
                            from event_log order by position
                            """)) {
                while (row.next()) {
                    taken +=
                            row.getLong(1)
                                    + row.getTimestamp(2).getTime()
                                    + row.getLong(3)
                                    + row.getInt(4)
                                    + row.getShort(5)
                                    + row.getShort(6)
                                    + row.getObject(7, UUID.class).getLeastSignificantBits()
                                    + row.getString(8).length()
                                    + row.getString(9).length()
                                    + row.getBytes(10).length;
                    events++;
                }
            }
        }
        connection.commit();
        if (taken == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return events;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
