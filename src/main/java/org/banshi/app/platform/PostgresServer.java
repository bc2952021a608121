package org.banshi.app.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that belongs to this process: started on a folder, reachable from this machine only,
 * stopped last, and stopped when this process is killed. It is as durable as any other: {@code
 * fsync} and {@code synchronous_commit} are on.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private static final String DATABASE = "banshi";

    private static final Duration START = Duration.ofSeconds(60);

    private final PostgresCluster cluster;
    private final Process process;
    private final Lifeline lifeline;
    private final int port;
    private volatile boolean closing;

    private PostgresServer(PostgresCluster cluster, Process process, Lifeline lifeline, int port) {
        this.cluster = cluster;
        this.process = process;
        this.lifeline = lifeline;
        this.port = port;
    }

    /**
     * Start on {@code folder}, which is made at the first start.
     *
     * @param programs where PostgreSQL's programs are unpacked
     * @throws StartUpException when it does not come up
     */
    public static PostgresServer start(Path folder, Path programs) {
        return start(folder, programs, freePort());
    }

    /**
     * Start on a port that is known before, so that those find it again who were connected.
     *
     * @throws StartUpException when it does not come up
     */
    public static PostgresServer start(Path folder, Path programs, int port) {
        PostgresCluster cluster = new PostgresCluster(folder, PostgresBinaries.in(programs));
        cluster.create();
        if (cluster.stopLeftOver()) {
            LOG.info("stopped a PostgreSQL left over from a run that was killed");
        }
        PostgresServer server = launch(cluster, port);
        try {
            server.awaitReady();
            server.createDatabase();
            return server;
        } catch (RuntimeException e) {
            server.process.destroy();
            throw e;
        }
    }

    /** The application's database where a server is ready on {@code folder}, whoever started it. */
    public static Optional<Database> running(Path folder) {
        return PostgresCluster.readyPort(folder).stream()
                .mapToObj(port -> database(folder, port, DATABASE))
                .findFirst();
    }

    private static PostgresServer launch(PostgresCluster cluster, int port) {
        List<String> command = new ArrayList<>();
        command.add(cluster.program("postgres"));
        command.addAll(List.of("-D", cluster.folder().toString()));
        settings(port).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        try {
            Process process =
                    new ProcessBuilder(PostgresCluster.asOrdinaryUser(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(cluster)))
                            .start();
            return new PostgresServer(cluster, process, Lifeline.to(process), port);
        } catch (IOException e) {
            throw new StartUpException("cannot start PostgreSQL: " + e.getMessage(), e);
        }
    }

    private static java.io.File log(PostgresCluster cluster) {
        return cluster.folder().resolveSibling("postgres.log").toFile();
    }

    private static Map<String, String> settings(int port) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("max_connections", "120");
        settings.put("shared_buffers", "256MB");
        settings.put("max_wal_size", "2GB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("random_page_cost", "1.1");
        // Short statements only: compiling them costs more than it saves.
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // Errors' details and statements can hold personal data.
        settings.put("log_error_verbosity", "terse");
        settings.put("log_min_error_statement", "panic");
        return settings;
    }

    /** A port of this machine that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartUpException("no free port for PostgreSQL", e);
        }
    }

    /** The server writes how it fares into its pid file. */
    private void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!ready()) {
            if (System.nanoTime() > deadline) {
                throw new StartUpException(
                        "PostgreSQL is not ready after %d s; see %s"
                                .formatted(START.toSeconds(), log(cluster)));
            }
            if (exitedWithin(Duration.ofMillis(20))) {
                throw new StartUpException("PostgreSQL ended at its start; see " + log(cluster));
            }
        }
    }

    private boolean ready() {
        Path file = cluster.folder().resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return false;
            }
            List<String> lines = Files.readAllLines(file);
            return lines.size() >= 8
                    && lines.get(0).strip().equals(Long.toString(process.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    private boolean exitedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartUpException("interrupted while PostgreSQL started", e);
        }
    }

    private void createDatabase() {
        Database maintenance = database("postgres");
        try (Connection connection =
                        DriverManager.getConnection(
                                maintenance.url(), maintenance.user(), maintenance.password());
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery(
                            "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE);
        } catch (SQLException e) {
            throw new StartUpException("cannot make the database: " + e.getMessage(), e);
        }
    }

    /** The application's database. */
    public Database database() {
        return database(DATABASE);
    }

    /** Another database of this server. */
    public Database database(String name) {
        return database(cluster.folder(), port, name);
    }

    private static Database database(Path folder, int port, String name) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name),
                PostgresCluster.USER,
                PostgresCluster.password(folder));
    }

    /** The server's process, for tests that end it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Has {@code lost} done when the server ends by itself or is killed. */
    void whenLost(Runnable lost) {
        process.onExit()
                .thenRun(
                        () -> {
                            if (!closing) {
                                lost.run();
                            }
                        });
    }

    /** Stops it and waits until everything is written. */
    @Override
    public void close() {
        closing = true;
        if (process.isAlive()) {
            cluster.stop();
        }
        lifeline.release();
    }
}
