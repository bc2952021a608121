package org.banshi.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.banshi.app.config.Stories;
import org.banshi.app.platform.Database;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What a person reads who takes a log from one store to another. */
class TransferCommandsTest {

    private static final Instant AT = Instant.parse("2026-09-14T01:00:00Z");

    private record Said(int code, String out, String err) {}

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void an_export_of_three_events() {
        Database source = TestDatabase.fresh();
        try (HikariDataSource pool = pool(source)) {
            append(pool, 3);
        }
        file = folder.resolve("log.ndjson");
        assertThat(banshi(source, "export", file.toString()))
                .isEqualTo(new Said(0, "exported 3 events\n", ""));
    }

    @AfterEach
    void forget() {
        List.of("url", "user", "password")
                .forEach(it -> System.clearProperty("banshi.database." + it));
        System.clearProperty("banshi.data");
    }

    @Test
    void an_import_tells_what_it_read_and_nothing_else() {
        Said said = banshi(TestDatabase.fresh(), "import", file.toString());

        assertThat(said.out()).matches("imported 3 events, chain [0-9a-f]{64}\n");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void an_import_of_a_tampered_export_is_refused_in_one_line() throws Exception {
        String exported = Files.readString(file);
        Files.writeString(file, exported.replace("\"offset\":\"PT2H\"", "\"offset\":\"PT4H\""));
        Database target = TestDatabase.fresh();

        assertThat(banshi(target, "import", file.toString()))
                .isEqualTo(
                        new Said(
                                1,
                                "",
                                "banshi: nothing was imported from %s: line 2: has another leaf than its content\n"
                                        .formatted(file)));

        Files.writeString(file, exported);
        assertThat(banshi(target, "import", file.toString()).code())
                .as("the store is as empty as before")
                .isZero();
    }

    @Test
    void an_import_of_what_is_no_export_is_refused_in_one_line() throws Exception {
        Path zipped = folder.resolve("log.ndjson.gz");
        Files.copy(file, zipped);

        assertThat(banshi(TestDatabase.fresh(), "import", zipped.toString()))
                .isEqualTo(
                        new Said(
                                1,
                                "",
                                "banshi: %s cannot be read (Not in GZIP format)\n"
                                        .formatted(zipped)));
    }

    private Said banshi(Database database, String... words) {
        System.setProperty("banshi.data", folder.resolve("data").toString());
        System.setProperty("banshi.database.url", database.url());
        System.setProperty("banshi.database.user", String.valueOf(database.user()));
        System.setProperty("banshi.database.password", String.valueOf(database.password()));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int code = Banshi.run(List.of(words));
            return new Said(
                    code,
                    told.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static HikariDataSource pool(Database database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
        return pool;
    }

    private void append(HikariDataSource pool, int events) {
        try (EventStoreAssembly store =
                new EventStoreAssembly(
                        pool,
                        new JdbcTransactionManager(pool),
                        Stories.EVENTS,
                        (stream, event) -> ClaimRules.Changes.NONE,
                        FileKeyVault.open(folder.resolve("keys"), null),
                        List.of(),
                        List.of(),
                        EventStoreAssembly.Settings.DEFAULT)) {
            for (int i = 0; i < events; i++) {
                store.store()
                        .publish(
                                new GenericDomainEventMessage<>(
                                        "clock",
                                        "clock",
                                        i,
                                        new ClockEvent.Advanced(
                                                "clock",
                                                Duration.ofHours(1),
                                                Duration.ofHours(i + 1)),
                                        StampMetadata.of(new Stamp(AT, Actor.system("operator")))));
            }
        }
    }
}
