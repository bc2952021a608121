package org.banshi.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.banshi.app.platform.StartUpException;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyBackupTest {

    private static final PersonId PERSON = new PersonId("person-1");
    private static final Instant NOW = Instant.parse("2026-09-14T01:00:00Z");
    private static final Duration KEEP = Duration.ofDays(30);

    @TempDir private Path folder;
    private Path keys;
    private KeyBackup backups;

    @BeforeEach
    void choose_places() {
        keys = folder.resolve("keys");
        backups = new KeyBackup(folder.resolve("backups"), KEEP);
    }

    private void restore(Path to) throws IOException {
        Path newest = backups.newest(NOW);
        new Restore(newest, newest, null).copyKeys(newest, to);
    }

    @Test
    void a_restored_vault_has_the_same_keys() throws IOException {
        SecretKey key;
        try (FileKeyVault vault = FileKeyVault.open(keys, null)) {
            key = vault.keyOf(PERSON);
            backups.make(keys, NOW);
        }
        Path restored = folder.resolve("restored");
        restore(restored);

        try (FileKeyVault vault = FileKeyVault.open(restored, null)) {
            assertThat(vault.find(PERSON)).contains(key);
        }
    }

    @Test
    void the_newest_backup_is_restored_and_knows_what_was_destroyed() throws IOException {
        try (FileKeyVault vault = FileKeyVault.open(keys, null)) {
            vault.keyOf(PERSON);
            backups.make(keys, NOW.minusSeconds(60));
            vault.destroy(PERSON);
            backups.make(keys, NOW);
        }
        Path restored = folder.resolve("restored");
        restore(restored);

        try (FileKeyVault vault = FileKeyVault.open(restored, null)) {
            assertThat(vault.find(PERSON)).isEmpty();
        }
    }

    @Test
    void what_is_too_old_is_deleted_by_the_next_backup() {
        FileKeyVault.open(keys, null).close();
        Path old = backups.make(keys, NOW.minus(KEEP).minusMillis(1)).backup();
        Path young = backups.make(keys, NOW.minus(KEEP)).backup();
        Path something = young.resolveSibling("something");
        young.resolveSibling("something").toFile().mkdir();

        assertThat(backups.make(keys, NOW).deleted()).isEqualTo(1);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(something).exists();
    }

    @Test
    void what_is_too_old_is_not_restored() {
        FileKeyVault.open(keys, null).close();
        backups.make(keys, NOW.minus(KEEP).minusMillis(1));

        assertThatThrownBy(() -> backups.newest(NOW))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("more than 30 days ago");
    }

    @Test
    void a_folder_with_a_new_name_is_as_old_as_before() throws IOException {
        FileKeyVault.open(keys, null).close();
        Path old = backups.make(keys, NOW.minus(KEEP).minusMillis(1)).backup();
        Files.move(old, old.resolveSibling("20260914T010000.000Z"));

        assertThatThrownBy(() -> backups.newest(NOW)).hasMessageContaining("more than 30 days ago");
    }

    @Test
    void a_given_master_key_has_to_be_given_again() {
        FileKeyVault.open(keys, Base64.getEncoder().encodeToString(new byte[32])).close();
        backups.make(keys, NOW);

        assertThatThrownBy(() -> restore(folder.resolve("restored")))
                .hasMessageContaining("BANSHI_MASTER_KEY");
    }
}
