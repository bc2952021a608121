package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/** Finds out what became of a commit whose reply was lost. */
final class Outcomes {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** The server process behind a connection. */
    record Backend(int pid, String started) {

        /** Asked once a connection. */
        private static final Map<PGConnection, Backend> KNOWN =
                Collections.synchronizedMap(new WeakHashMap<>());

        static Backend of(Connection connection) throws SQLException {
            PGConnection physical = connection.unwrap(PGConnection.class);
            Backend known = KNOWN.get(physical);
            if (known == null) {
                known = ask(connection);
                KNOWN.put(physical, known);
            }
            return known;
        }

        private static Backend ask(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    """
                                    select pid, backend_start::text from pg_stat_activity
                                    where pid = pg_backend_pid()
                                    """)) {
                row.next();
                return new Backend(row.getInt(1), row.getString(2));
            }
        }
    }

    /**
     * Connection, operator's intervention, system and internal errors: the process may have ended.
     */
    private static final Pattern ENDING = Pattern.compile("(08|57P|58|XX).*");

    private final DataSource dataSource;

    Outcomes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether the server itself said that the statement failed, and lives on. */
    static boolean certainlyFailed(SQLException failure) {
        // Not by the severity: its word is in the server's language.
        return failure instanceof PSQLException postgres
                && postgres.getServerErrorMessage() != null
                && !ENDING.matcher(String.valueOf(postgres.getSQLState())).matches();
    }

    /**
     * Ends the lost server process and waits until it is gone, so that what it did not commit by
     * now it never will.
     */
    void fence(Backend lost) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement end =
                        connection.prepareStatement(
                                """
                                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                                where pid = ? and backend_start = ?::timestamptz
                                """)) {
            end.setInt(1, lost.pid());
            end.setString(2, lost.started());
            try (ResultSet row = end.executeQuery()) {
                if (row.next() && !row.getBoolean(1)) {
                    throw new SQLException("the lost server process does not end", "57014");
                }
            }
        }
    }

    /**
     * Position of the request's last event, or 0 when it was not appended, and never will be by the
     * lost process. Asks for as long as the database may take to come back.
     *
     * @throws AppendUnknownException when it does not
     */
    long lastPosition(Backend lost, AppendRequest request, Duration patience) {
        return patiently(
                patience,
                () -> {
                    fence(lost);
                    return lastPosition(request);
                });
    }

    /**
     * The same of a request whose commit was answered.
     *
     * @throws AppendUnknownException when the database does not come back
     */
    long lastPosition(AppendRequest request, Duration patience) {
        return patiently(patience, () -> lastPosition(request));
    }

    private interface Asking {
        long ask() throws SQLException;
    }

    private static long patiently(Duration patience, Asking asking) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return asking.ask();
            } catch (SQLException e) {
                if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                    throw new AppendUnknownException();
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Position of the request's last event, or 0 when it was not appended. */
    long lastPosition(AppendRequest request) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find =
                        connection.prepareStatement(
                                """
                                select l.position from event_log l
                                where l.stream = (select id from event_stream where name = ?)
                                  and l.sequence = ? and l.id = ?
                                """)) {
            find.setString(1, request.firstStream().name());
            find.setInt(2, request.events().get(0).sequence());
            find.setObject(3, request.firstId());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? row.getLong(1) + request.events().size() - 1 : 0;
            }
        }
    }
}
