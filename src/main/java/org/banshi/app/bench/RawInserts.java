package org.banshi.app.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The peer of the event store: single-row INSERT and commit over JDBC, the same columns filled with
 * as many bytes, and nothing else.
 */
final class RawInserts implements Workload {

    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS bench_raw_event (
                position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                stream_id bigint NOT NULL,
                sequence int NOT NULL,
                type_id smallint NOT NULL,
                revision smallint NOT NULL,
                event_id uuid NOT NULL,
                recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                payload text NOT NULL,
                metadata text NOT NULL,
                leaf bytea NOT NULL,
                UNIQUE (stream_id, sequence))
            """;

    /** As long as a hash; nothing is made of it. */
    private static final byte[] LEAF = new byte[32];

    private final Connection[] connections;
    private final PreparedStatement[] inserts;
    private final long[] counters;
    private final long base = System.nanoTime() << 8;

    RawInserts(DataSource database, int callers) throws SQLException {
        connections = new Connection[callers];
        inserts = new PreparedStatement[callers];
        counters = new long[callers];
        try (Connection setUp = database.getConnection();
                Statement statement = setUp.createStatement()) {
            statement.execute(TABLE);
        }
        for (int caller = 0; caller < callers; caller++) {
            Connection connection = database.getConnection();
            connection.setAutoCommit(true);
            connections[caller] = connection;
            inserts[caller] =
                    connection.prepareStatement(
                            "INSERT INTO bench_raw_event (stream_id, sequence, type_id, revision, event_id, payload,"
                                    + " metadata, leaf) VALUES (?, ?, 1, 1, ?, ?, ?, ?)");
        }
    }

    @Override
    public int run(int caller) throws SQLException {
        PreparedStatement insert = inserts[caller];
        insert.setLong(1, base + caller);
        insert.setInt(2, (int) counters[caller]++);
        insert.setObject(3, UUID.randomUUID());
        insert.setString(4, SmallCase.STORED);
        insert.setString(5, SmallCase.STORED_BESIDE);
        insert.setBytes(6, LEAF);
        return insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
