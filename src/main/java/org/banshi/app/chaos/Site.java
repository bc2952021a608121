package org.banshi.app.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.PostgresServer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** PostgreSQL in a folder of its own, which can be killed and started again on the same port. */
final class Site implements AutoCloseable {

    private static final String TOO_MANY_CONNECTIONS = "53300";

    private static final String SESSIONS =
            """
            select pid from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
              and backend_type = 'client backend'
            """;

    private final Path folder;
    private final Path programs;
    private final int port = PostgresServer.freePort();
    private final List<Connection> crowd = new ArrayList<>();
    private PostgresServer server;
    private @Nullable Connection snapshot;
    private boolean frozen;

    /**
     * @param programs where PostgreSQL's programs are, or are to be unpacked
     */
    Site(Path folder, Path programs) {
        this.folder = folder;
        this.programs = programs;
        this.server = start();
        prepare(database());
    }

    /** Makes the tables of a fresh database. */
    static void prepare(Database database) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc(database).execute(Witness.TABLES);
    }

    private PostgresServer start() {
        return PostgresServer.start(folder.resolve("postgres"), programs, port);
    }

    Database database() {
        return server.database();
    }

    Path folder() {
        return folder;
    }

    /** Without a pool: each statement has a connection of its own. */
    private static JdbcTemplate jdbc(Database database) {
        return new JdbcTemplate(
                new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    /** {@code kill -9} of all its processes. */
    void kill() {
        List<ProcessHandle> sessions = server.process().descendants().toList();
        killFirst();
        sessions.forEach(ProcessHandle::destroyForcibly);
    }

    /** {@code kill -9} of its first process: the others notice, each in its time. */
    void killFirst() {
        server.process().destroyForcibly();
        server.process().onExit().join();
    }

    /** {@code kill -9} of a session, one in a command if there is one: all sessions end. */
    void killSession(Random random) {
        List<Long> busy =
                jdbc(database()).queryForList(SESSIONS + " and state <> 'idle'", Long.class);
        List<Long> any =
                busy.isEmpty() ? jdbc(database()).queryForList(SESSIONS, Long.class) : busy;
        if (!any.isEmpty()) {
            ProcessHandle.of(any.get(random.nextInt(any.size())))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Ends every session, as a firewall that forgets its connections does. */
    void cutConnections() {
        jdbc(database())
                .queryForList(
                        SESSIONS.replaceFirst("select pid", "select pg_terminate_backend(pid)"),
                        Boolean.class);
    }

    /** Stops all its processes where they are, as a machine does that is out of memory. */
    void freeze() throws IOException, InterruptedException {
        frozen = true;
        signal("STOP");
    }

    /** Sent to all at once; one that has just ended needs none. */
    private void signal(String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-s", name));
        Stream.concat(Stream.of(server.process()), server.process().descendants())
                .map(it -> Long.toString(it.pid()))
                .forEach(command::add);
        new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    /** Opens connections until there is no more to be had. */
    void crowd() {
        try {
            while (true) {
                crowd.add(connect());
            }
        } catch (SQLException full) {
            if (!TOO_MANY_CONNECTIONS.equals(full.getSQLState())) {
                throw new IllegalStateException("cannot connect: " + full.getSQLState(), full);
            }
        }
    }

    /** Somebody looks at the log as it is now until the end: nothing can be tidied away. */
    void holdSnapshot() throws SQLException {
        close(snapshot);
        Connection held = connect();
        snapshot = held;
        held.setAutoCommit(false);
        held.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement look = held.createStatement()) {
            look.execute("select count(*) from event_log");
        }
    }

    private Connection connect() throws SQLException {
        Database database = database();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static void close(@Nullable Connection connection) throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    /** Leaves not a byte. */
    void fillDisk() throws IOException {
        byte[] block = new byte[1 << 16];
        try (var filler = Files.newOutputStream(filler())) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() > block.length) {
                throw e;
            }
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    /** Everything as it should be again; the server is started unless it runs. */
    void heal() throws IOException, InterruptedException, SQLException {
        if (frozen) {
            frozen = false;
            signal("CONT");
        }
        for (Connection one : crowd) {
            close(one);
        }
        crowd.clear();
        Files.deleteIfExists(filler());
        if (!server.process().isAlive()) {
            server = start();
        }
    }

    @Override
    public void close() {
        if (frozen) {
            kill();
        }
        server.close();
    }
}
