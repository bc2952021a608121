package org.banshi.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.banshi.app.keys.Belonging;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.StartUpException;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Of what lies beside a database: papers that were set aside, and keys that come later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupPartsTest {

    private static final String KEPT = "aa000000-0000-4000-8000-000000000001";
    private static final String NAMED_AGAIN = "bb000000-0000-4000-8000-000000000002";
    private static final String NOBODYS = "cc000000-0000-4000-8000-000000000003";
    private static final PersonId PERSON = new PersonId("person-1905");
    private static final PersonId LATER = new PersonId("person-1906");
    private static final Instant NOW = Instant.parse("2026-09-14T01:00:00Z");

    private Path folder;
    private Path data;
    private DatabaseHost host;

    @BeforeAll
    void a_database(@TempDir Path place) throws SQLException {
        folder = place;
        data = folder.resolve("data");
        System.setProperty(
                "banshi.postgres",
                Path.of("target", "postgres-programs").toAbsolutePath().toString());
        host = DatabaseHost.openEmbedded(data);
        execute(
                """
                create table event_head (position bigint, chain bytea, recorded_at timestamptz);
                insert into event_head values (0, sha256(''), now());
                create table material (id uuid primary key);
                create table belonging (fingerprint text);
                create table account (person text, details text);
                """);
    }

    @AfterAll
    void close() {
        host.close();
        System.clearProperty("banshi.postgres");
    }

    @Test
    void a_paper_that_was_set_aside_is_backed_up_where_a_row_names_it_again() throws Exception {
        paper("materials", KEPT);
        paper("materials-set-aside", NAMED_AGAIN);
        paper("materials-set-aside", NOBODYS);
        execute("insert into material values ('%s'), ('%s')".formatted(KEPT, NAMED_AGAIN));

        Path backup = folder.resolve("backup");
        new Backup(host).into(backup);

        assertThat(backup.resolve("materials/aa").resolve(KEPT)).hasContent(KEPT);
        assertThat(backup.resolve("materials/bb").resolve(NAMED_AGAIN)).hasContent(NAMED_AGAIN);
        assertThat(backup.resolve("materials/cc")).doesNotExist();
    }

    @Test
    void keys_that_come_after_their_database_are_held_to_it() throws Exception {
        Path own = folder.resolve("own");
        try (FileKeyVault vault = FileKeyVault.open(own, null)) {
            vault.keyOf(PERSON);
            execute("insert into belonging values ('%s')".formatted(Belonging.fingerprint(vault)));
        }
        execute("insert into account values ('%s', 'p')".formatted(PERSON.value()));
        Path others = folder.resolve("others");
        FileKeyVault.open(others, null).close();

        assertThatThrownBy(() -> restore(others, data))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("the keys are not those of this database");
        assertThat(data.resolve("keys")).doesNotExist();
        assertThat(data.resolve("keys.part")).doesNotExist();

        execute("insert into account values ('%s', 'p')".formatted(LATER.value()));
        assertThat(restore(own, data)).hasValue(1);
        try (FileKeyVault restored = FileKeyVault.open(data.resolve("keys"), null)) {
            assertThat(restored.find(PERSON)).isPresent();
        }
    }

    @Test
    void keys_that_come_before_their_database_are_held_to_none() throws Exception {
        Path own = folder.resolve("early");
        FileKeyVault.open(own, null).close();

        assertThat(restore(own, folder.resolve("empty"))).isEmpty();

        assertThat(FileKeyVault.isIn(folder.resolve("empty/keys"))).isTrue();
    }

    @Test
    void keys_that_come_to_an_empty_database_are_held_to_none() throws Exception {
        Path own = folder.resolve("early-for-external");
        FileKeyVault.open(own, null).close();
        Path empty = folder.resolve("begun");
        DatabaseHost.openEmbedded(empty).close();

        assertThat(restore(own, empty)).isEmpty();

        assertThat(FileKeyVault.isIn(empty.resolve("keys"))).isTrue();
    }

    private OptionalInt restore(Path keys, Path into) throws IOException {
        KeyBackup backups =
                new KeyBackup(Files.createTempDirectory(folder, "keys"), Duration.ofDays(30));
        backups.make(keys, NOW);
        Path newest = backups.newest(NOW);
        return new Restore(newest, newest, null).keysInto(into);
    }

    private void paper(String in, String id) throws IOException {
        Path bucket = Files.createDirectories(data.resolve(in).resolve(id.substring(0, 2)));
        Files.writeString(bucket.resolve(id), id);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = host.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
