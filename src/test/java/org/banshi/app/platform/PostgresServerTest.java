package org.banshi.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

    @TempDir private Path data;

    @Test
    void is_as_durable_as_any_other_database() {
        try (PostgresServer server = start()) {
            DatabaseFacts facts = DatabaseFacts.of(server.database());

            assertThat(facts.durable()).isTrue();
            assertThat(facts.toString())
                    .contains("fsync on", "synchronous_commit on", "data checksums on");
        }
    }

    @Test
    void keeps_what_was_written_over_a_restart() throws SQLException {
        try (PostgresServer server = start()) {
            execute(server, "CREATE TABLE kept AS SELECT 1 AS n");
        }
        try (PostgresServer server = start()) {
            execute(server, "SELECT n FROM kept");
        }
    }

    @Test
    void replaces_a_server_left_over_from_a_process_that_was_killed() throws Exception {
        PostgresServer leftOver = start();
        execute(leftOver, "CREATE TABLE kept AS SELECT 1 AS n");
        CompletableFuture<ProcessHandle> gone = leftOver.process().onExit();

        try (PostgresServer server = start()) {
            gone.get(10, TimeUnit.SECONDS);
            execute(server, "SELECT n FROM kept");
        }
    }

    @Test
    void leaves_no_server_running_that_would_outlive_its_process() throws Exception {
        Process server = new ProcessBuilder("sleep", "60").start();
        try {
            assertThatThrownBy(() -> Lifeline.to(server, "no-such-program"))
                    .isInstanceOf(IOException.class);
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void recovers_after_the_server_was_killed() throws Exception {
        PostgresServer killed = start();
        execute(killed, "CREATE TABLE kept AS SELECT 1 AS n");
        killed.process().destroyForcibly();
        killed.process().onExit().get(10, TimeUnit.SECONDS);

        try (PostgresServer server = start()) {
            execute(server, "SELECT n FROM kept");
        }
    }

    /** Two servers on one folder would ruin it, and a busy session outlives its server for long. */
    @Test
    void begins_only_when_no_session_of_a_killed_server_is_left() throws Exception {
        PostgresServer killed = start();
        Database database = killed.database();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            long session;
            try (ResultSet row =
                    connection.createStatement().executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                session = row.getLong(1);
            }
            CompletableFuture<Void> busy =
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    connection
                                            .createStatement()
                                            .execute("DO 'BEGIN LOOP PERFORM 1; END LOOP; END'");
                                } catch (SQLException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            Awaitility.await().until(() -> isBusy(killed, session));
            killed.process().destroyForcibly();
            killed.process().onExit().get(10, TimeUnit.SECONDS);
            assertThat(ProcessHandle.of(session)).isPresent();

            try (PostgresServer server = start()) {
                assertThat(ProcessHandle.of(session).filter(ProcessHandle::isAlive)).isEmpty();
                execute(server, "SELECT 1");
            }
            assertThatThrownBy(() -> busy.get(10, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(EOFException.class);
        }
    }

    private static boolean isBusy(PostgresServer server, long session) throws SQLException {
        Database database = server.database();
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                ResultSet row =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "SELECT count(*) FROM pg_stat_activity WHERE pid = %d AND query LIKE 'DO %%' AND state = 'active'"
                                                .formatted(session))) {
            row.next();
            return row.getLong(1) == 1;
        }
    }

    @Test
    void spares_an_innocent_process_that_has_the_number_of_a_dead_server() throws Exception {
        start().close();
        Process innocent = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder().resolve("postmaster.pid"), innocent.pid() + "\n");

            start().close();

            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void makes_a_cluster_anew_whose_making_was_interrupted() throws IOException {
        Files.createDirectories(data.resolve("postgres.new"));
        Files.writeString(data.resolve("postgres.new").resolve("PG_VERSION"), "17\n");

        try (PostgresServer server = start()) {
            assertThat(DatabaseFacts.of(server.database()).majorVersion()).isEqualTo(17);
        }
    }

    @Test
    void is_out_of_reach_without_the_password_which_no_list_of_processes_shows()
            throws IOException {
        try (PostgresServer server = start()) {
            Database database = server.database();

            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                            database.url(), database.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(commandLines())
                    .anyMatch(line -> line.contains(folder().toString()))
                    .noneMatch(line -> line.contains(String.valueOf(database.password())));
        }
    }

    /** Of every process that runs (Linux). */
    private static List<String> commandLines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    lines.add(Files.readString(process.resolve("cmdline")));
                } catch (IOException gone) {
                    lines.add("");
                }
            }
        }
        return lines;
    }

    private Path folder() {
        return data.resolve("postgres");
    }

    private PostgresServer start() {
        return PostgresServer.start(folder(), PROGRAMS);
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        Database database = server.database();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.createStatement().execute(sql);
        }
    }
}
