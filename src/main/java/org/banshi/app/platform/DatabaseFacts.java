package org.banshi.app.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the server says of itself, read back from it rather than believed from our settings.
 *
 * @param durable whether an acknowledged commit survives a crash of the machine
 */
public record DatabaseFacts(
        int majorVersion,
        String version,
        String encoding,
        String fsync,
        String synchronousCommit,
        String checksums,
        boolean durable) {

    /** The oldest server that the SQL of all modules was written for. */
    public static final int OLDEST = 15;

    /**
     * Ask the server.
     *
     * @throws StartUpException when it cannot be reached, is too old, or does not keep UTF-8
     */
    public static DatabaseFacts of(Database database) {
        try (Connection connection = database.connect()) {
            return read(connection).checked();
        } catch (SQLException e) {
            throw new StartUpException("cannot reach the database: " + e.getMessage(), e);
        }
    }

    private static DatabaseFacts read(Connection connection) throws SQLException {
        String fsync = show(connection, "fsync");
        String synchronousCommit = show(connection, "synchronous_commit");
        return new DatabaseFacts(
                connection.getMetaData().getDatabaseMajorVersion(),
                show(connection, "server_version").replaceFirst(" .*", ""),
                show(connection, "server_encoding"),
                fsync,
                synchronousCommit,
                show(connection, "data_checksums"),
                fsync.equals("on") && !synchronousCommit.equals("off"));
    }

    private DatabaseFacts checked() {
        if (majorVersion < OLDEST) {
            throw new StartUpException(
                    "the database is PostgreSQL %s; %d or newer is needed"
                            .formatted(version, OLDEST));
        }
        if (!encoding.equals("UTF8")) {
            throw new StartUpException(
                    "the database keeps text as %s; one with UTF8 is needed".formatted(encoding));
        }
        return this;
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /** One line for a person. */
    @Override
    public String toString() {
        return "PostgreSQL %s: fsync %s, synchronous_commit %s, data checksums %s"
                .formatted(version, fsync, synchronousCommit, checksums);
    }
}
