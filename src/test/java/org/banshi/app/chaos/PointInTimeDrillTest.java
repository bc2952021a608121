package org.banshi.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.banshi.app.backup.BackupCommand;
import org.banshi.app.backup.RestoreCommand;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.PostgresServer;
import org.banshi.eventstore.history.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The recovery of an external PostgreSQL from a base backup and archived log, as src/docs/backup.md
 * tells it. The base backup is made by our own copy, as the server's tool does not come along.
 */
class PointInTimeDrillTest {

    private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

    @TempDir private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("banshi.data");
        System.clearProperty("banshi.database.url");
    }

    @Test
    void a_database_is_taken_back_to_a_moment_and_fits_the_papers() throws Exception {
        Path data = folder.resolve("data");
        Path archive = Files.createDirectories(folder.resolve("archive"));
        new Drill(data, true).close();
        Files.writeString(
                data.resolve("postgres/postgresql.auto.conf"),
                "archive_mode = on%narchive_command = 'cp %%p %s/%%f'%n".formatted(archive),
                StandardOpenOption.APPEND);
        Path base = folder.resolve("base");
        Path papers = folder.resolve("papers");
        String keys = folder.resolve("keys").toString();
        List<Operation> then;
        List<Operation> all;
        long position;
        String moment;
        try (Drill live = new Drill(data, false)) {
            System.setProperty("banshi.data", data.toString());
            new BackupCommand().run(List.of(base.toString()));
            live.load("before");
            live.awaitMore(200);
            live.rest();
            then = live.ledger.operations();
            JdbcTemplate jdbc = live.node.jdbc;
            position = head(jdbc);
            moment = jdbc.queryForObject("select clock_timestamp()::text", String.class);
            external(live.server.database());
            new BackupCommand().run(List.of(papers.toString()));
            new BackupCommand().run(List.of("--keys", keys));

            live.load("after");
            live.awaitMore(200);
            live.rest();
            all = live.ledger.operations();
            assertThat(head(jdbc)).isGreaterThan(position);
            archiveAll(jdbc);
        }

        Path recovered = folder.resolve("recovered/postgres");
        Files.createDirectories(recovered.getParent());
        Files.move(base.resolve("postgres"), recovered);
        Files.move(
                base.resolve("postgres.password"), recovered.resolveSibling("postgres.password"));
        Files.writeString(
                recovered.resolve("postgresql.auto.conf"),
                """
                restore_command = 'cp %s/%%f %%p'
                recovery_target_time = '%s'
                recovery_target_action = promote
                archive_mode = off
                """
                        .formatted(archive, moment),
                StandardOpenOption.APPEND);
        Files.createFile(recovered.resolve("recovery.signal"));
        Path restored = folder.resolve("restored");
        try (PostgresServer server = PostgresServer.start(recovered, PROGRAMS)) {
            external(server.database());
            System.setProperty("banshi.data", restored.toString());
            assertThat(new RestoreCommand().run(List.of(papers.toString(), "--keys", keys)))
                    .isZero();
            assertThat(head(jdbc(server.database()))).isEqualTo(position);
        }
        Files.move(restored.resolve("keys"), recovered.resolveSibling("keys"));
        try (Drill again = new Drill(recovered.getParent(), false)) {
            CycleCheck check = new CycleCheck(again.node, Duration.ofSeconds(60));
            assertThat(check.check(Drill.asOf(then, all)).violations()).isEmpty();
        }
    }

    private static void external(Database database) {
        String url = database.url().replace("jdbc:postgresql://", "");
        System.setProperty(
                "banshi.database.url",
                "postgresql://%s:%s@%s".formatted(database.user(), database.password(), url));
    }

    private static JdbcTemplate jdbc(Database database) {
        return new JdbcTemplate(
                new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    private static long head(JdbcTemplate jdbc) {
        return jdbc.queryForObject("select position from event_head", Long.class);
    }

    private static void archiveAll(JdbcTemplate jdbc) {
        String last = jdbc.queryForObject("select pg_walfile_name(pg_switch_wal())", String.class);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                last.compareTo(
                                                jdbc.queryForObject(
                                                        "select coalesce(last_archived_wal, '')"
                                                                + " from pg_stat_archiver",
                                                        String.class))
                                        <= 0);
    }
}
