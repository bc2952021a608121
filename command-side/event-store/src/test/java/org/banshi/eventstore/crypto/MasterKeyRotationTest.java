package org.banshi.eventstore.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.banshi.command.contract.person.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyRotationTest {

    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId BELA = new PersonId("bela");

    @TempDir Path folder;

    @Test
    void wraps_every_key_anew_and_changes_none() throws IOException {
        SecretKey key;
        SecretKey hash;
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            key = vault.keyOf(ANNA);
            hash = vault.hashKey();
            vault.keyOf(BELA);
            vault.destroy(BELA);
        }
        String master = Files.readString(folder.resolve("master.key"));
        List<String> before = Files.readAllLines(folder.resolve("keys.log"));

        assertThat(MasterKeyRotation.rotate(folder, null, null)).isEqualTo(2);

        assertThat(Files.readString(folder.resolve("master.key"))).isNotEqualTo(master);
        assertThat(Files.readAllLines(folder.resolve("keys.log")))
                .hasSameSizeAs(before)
                .filteredOn(line -> line.contains("bela"))
                .containsExactlyElementsOf(
                        before.stream().filter(line -> line.contains("bela")).toList());
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            assertThat(vault.keyOf(ANNA)).isEqualTo(key);
            assertThat(vault.hashKey()).isEqualTo(hash);
            assertThat(vault.find(BELA)).isEmpty();
        }
        assertThatThrownBy(() -> FileKeyVault.open(folder, master))
                .isInstanceOf(IllegalStateException.class);
        assertThat(files()).containsExactlyInAnyOrder("master.key", "keys.log");
    }

    @Test
    void goes_from_the_file_to_a_given_one_and_back() throws IOException {
        String given = Base64.getEncoder().encodeToString(new byte[32]);
        SecretKey key;
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            key = vault.keyOf(ANNA);
        }

        MasterKeyRotation.rotate(folder, null, given);
        assertThat(files()).containsExactly("keys.log");
        try (FileKeyVault vault = FileKeyVault.open(folder, given)) {
            assertThat(vault.keyOf(ANNA)).isEqualTo(key);
        }

        MasterKeyRotation.rotate(folder, given, null);
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            assertThat(vault.keyOf(ANNA)).isEqualTo(key);
        }
    }

    @Test
    void a_crash_before_the_journal_changed_leaves_the_old_key_and_after_it_the_new()
            throws IOException {
        FileKeyVault.open(folder, null).close();
        String old = Files.readString(folder.resolve("master.key"));
        Files.writeString(
                folder.resolve("master.key.next"),
                Base64.getEncoder().encodeToString(new byte[32]));
        Files.writeString(folder.resolve("keys.log.next"), "half a l");

        FileKeyVault.open(folder, null).close();
        assertThat(files()).containsExactlyInAnyOrder("master.key", "keys.log");
        assertThat(Files.readString(folder.resolve("master.key"))).isEqualTo(old);

        MasterKeyRotation.rotate(folder, null, null);
        Files.move(folder.resolve("master.key"), folder.resolve("master.key.next"));
        Files.writeString(folder.resolve("master.key"), old);

        FileKeyVault.open(folder, null).close();
        assertThat(files()).containsExactlyInAnyOrder("master.key", "keys.log");
        assertThat(Files.readString(folder.resolve("master.key"))).isNotEqualTo(old);
    }

    @Test
    void whoever_holds_the_old_journal_makes_no_key_that_would_be_lost() {
        try (FileKeyVault running = FileKeyVault.open(folder, null)) {
            running.keyOf(ANNA);
            MasterKeyRotation.rotate(folder, null, null);

            assertThatThrownBy(() -> running.keyOf(BELA))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("start again");
            assertThatThrownBy(() -> running.destroy(ANNA))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refuses_without_keys_or_with_another_master_key() {
        assertThatThrownBy(() -> MasterKeyRotation.rotate(folder, null, null))
                .isInstanceOf(IllegalStateException.class);
        FileKeyVault.open(folder, null).close();
        String other = Base64.getEncoder().encodeToString(new byte[32]);

        assertThatThrownBy(() -> MasterKeyRotation.rotate(folder, other, null))
                .hasMessageContaining("does not fit");
        FileKeyVault.open(folder, null).close();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }
}
