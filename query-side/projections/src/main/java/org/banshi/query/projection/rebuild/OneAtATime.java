package org.banshi.query.projection.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Held by the one rebuild of a projection, among all nodes; let go when its connection is lost. */
final class OneAtATime implements AutoCloseable {

    private static final String KEY = "hashtextextended('banshi.rebuild.' || ?, 0)";

    private static final int ANSWERS_WITHIN_SECONDS = 5;

    private final Connection connection;
    private final String projection;

    private OneAtATime(Connection connection, String projection) {
        this.connection = connection;
        this.projection = projection;
    }

    static OneAtATime of(DataSource database, String projection) {
        try {
            return held(database.getConnection(), projection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot begin a rebuild of " + projection, e);
        }
    }

    /** The connection is kept by whoever has the lock alone. */
    private static OneAtATime held(Connection connection, String projection) throws SQLException {
        boolean taken = false;
        try {
            OneAtATime held = new OneAtATime(connection, projection);
            taken = held.call("pg_try_advisory_lock");
            if (!taken) {
                throw new RebuildInHandException(projection);
            }
            return held;
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    /** Whether somebody has it now. */
    static boolean held(JdbcTemplate jdbc, String projection) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        SELECT EXISTS (
                            SELECT FROM pg_locks
                            WHERE locktype = 'advisory' AND granted AND objsubid = 1
                              AND (classid::bigint << 32 | objid::bigint) = %s
                              AND database =
                                (SELECT oid FROM pg_database WHERE datname = current_database()))
                        """
                                .formatted(KEY),
                        Boolean.class,
                        projection));
    }

    /** Whether this one has it still: the session has, as long as it lives. */
    boolean isHeld() {
        try {
            return connection.isValid(ANSWERS_WITHIN_SECONDS);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask for the turn to rebuild " + projection, e);
        }
    }

    /**
     * To be asked in the transaction that changes what the next rebuild would change, too.
     *
     * @throws IllegalStateException when it was let go, so that another may be at work
     */
    void check() {
        if (!isHeld()) {
            throw new IllegalStateException("the turn to rebuild " + projection + " was lost");
        }
    }

    private boolean call(String function) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + function + "(" + KEY + ")")) {
            statement.setString(1, projection);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        boolean held = isHeld();
        try (connection) {
            if (held) {
                call("pg_advisory_unlock");
            }
        } catch (SQLException e) {
            // A session that is gone has let the lock go, whatever the pool says of it.
            if (held) {
                throw new IllegalStateException("cannot end a rebuild of " + projection, e);
            }
        }
    }
}
