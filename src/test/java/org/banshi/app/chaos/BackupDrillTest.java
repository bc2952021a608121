package org.banshi.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.banshi.app.backup.BackupCommand;
import org.banshi.app.backup.RestoreCommand;
import org.banshi.app.platform.StartUpException;
import org.banshi.eventstore.history.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backups of a node under load, restored elsewhere. {@code -Ddrills=20} for more rounds in the one
 * test that goes through all of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupDrillTest {

    private static final int DRILLS = Integer.getInteger("drills", 3);
    private static final int MOST_BEFORE_A_BACKUP = 300;

    private final Random random = new Random();
    private Path folder;
    private Path data;
    private Drill live;
    private int backups;

    @BeforeAll
    void a_node_works(@TempDir Path place) {
        folder = place;
        data = folder.resolve("data");
        live = new Drill(data, true);
    }

    @AfterAll
    void close() {
        live.close();
    }

    @AfterEach
    void forget() throws InterruptedException {
        live.rest();
        System.clearProperty("banshi.data");
        System.clearProperty("banshi.postgres");
    }

    private Path next(String what) {
        return folder.resolve(what + '-' + backups++);
    }

    private int backUp(String... words) {
        System.setProperty("banshi.data", data.toString());
        return new BackupCommand().run(List.of(words));
    }

    private int restore(Path into, String... words) throws IOException {
        System.setProperty("banshi.data", into.toString());
        System.setProperty(
                "banshi.postgres",
                Path.of("target", "postgres-programs").toAbsolutePath().toString());
        return new RestoreCommand().run(List.of(words));
    }

    @Test
    void whatever_was_acknowledged_before_a_backup_is_there_after_its_restore() throws Exception {
        for (int drill = 0; drill < DRILLS; drill++) {
            Path backup = next("backup");
            Path keys = folder.resolve("keys");
            Path restored = next("restored");
            live.load("drill" + drill);
            live.awaitMore(1 + random.nextInt(MOST_BEFORE_A_BACKUP));

            List<Operation> acknowledged = live.ledger.operations();
            assertThat(backUp(backup.toString())).isZero();
            live.rest();
            // At rest, as the vault's lock is a process's, and both are one process here.
            assertThat(backUp("--keys", keys.toString())).isZero();
            List<Operation> all = live.ledger.operations();

            assertThat(restore(restored, backup.toString(), "--keys", keys.toString())).isZero();
            try (Drill again = new Drill(restored, false)) {
                CycleCheck.Seen seen =
                        new CycleCheck(again.node, Duration.ofSeconds(60))
                                .check(Drill.asOf(acknowledged, all));
                assertThat(seen.violations()).isEmpty();
                System.out.printf(
                        "drill %d: %d events, %d operations answered before the backup, of %d%n",
                        drill, seen.events(), acknowledged.size(), all.size());
            }
        }
    }

    @Test
    void a_file_that_was_changed_is_refused() throws Exception {
        Path backup = next("backup");
        backUp(backup.toString());
        Path file = backup.resolve("postgres/global/pg_control");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        Path target = next("restored");
        assertThatThrownBy(() -> restore(target, backup.toString()))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("postgres/global/pg_control is another than was backed up");
        assertThat(target).doesNotExist();
    }

    @Test
    void a_file_that_is_missing_is_refused() throws Exception {
        Path backup = next("backup");
        backUp(backup.toString());
        Files.delete(backup.resolve("postgres/backup_label"));

        Path target = next("restored");
        assertThatThrownBy(() -> restore(target, backup.toString()))
                .hasMessageContaining("postgres/backup_label is missing");
        assertThat(target).doesNotExist();
    }

    @Test
    void a_manifest_that_was_changed_is_refused() throws Exception {
        Path backup = next("backup");
        backUp(backup.toString());
        Path manifest = backup.resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replaceFirst("\"position\" : \\d+", "\"position\" : 0"));

        assertThatThrownBy(() -> restore(next("restored"), backup.toString()))
                .hasMessageContaining("manifest.json does not fit manifest.sha256");
    }

    @Test
    void a_folder_that_holds_something_is_neither_backed_up_nor_restored_into() throws Exception {
        Path backup = next("backup");
        backUp(backup.toString());
        Path full = Files.createDirectories(next("full"));
        Files.writeString(full.resolve("something"), "kept");

        assertThatThrownBy(() -> restore(full, backup.toString()))
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> backUp(full.toString())).hasMessageContaining("is not empty");
        assertThat(Files.readString(full.resolve("something"))).isEqualTo("kept");
    }

    @Test
    void keys_are_in_no_backup_but_their_own() throws Exception {
        live.load("keys");
        live.awaitMore(5);
        Path backup = next("backup");
        backUp(backup.toString());
        live.rest();
        Path keys = next("keys-apart");
        backUp("--keys", keys.toString());
        String journal = Files.readString(data.resolve("keys/keys.log"));
        String wrapped = journal.substring(journal.lastIndexOf(' ') + 1).strip();

        assertThat(names(backup)).noneMatch(it -> it.endsWith("keys.log"));
        assertThat(names(backup)).noneMatch(it -> it.endsWith("master.key"));
        assertThat(names(keys)).anyMatch(it -> it.endsWith("keys.log"));
        assertThat(wrapped).isNotEmpty();
        try (Stream<Path> files = Files.walk(backup)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(wrapped);
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).toList();
        }
    }
}
