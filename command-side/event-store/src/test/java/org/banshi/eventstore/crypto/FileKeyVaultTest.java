package org.banshi.eventstore.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.banshi.command.contract.person.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyVaultTest {

    private static final PersonId PERSON = new PersonId("person-1");

    @TempDir Path folder;

    @Test
    void keeps_a_persons_key_over_a_restart() {
        SecretKey key;
        SecretKey hash;
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            key = vault.keyOf(PERSON);
            hash = vault.hashKey();
        }
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            assertThat(vault.keyOf(PERSON)).isEqualTo(key);
            assertThat(vault.find(PERSON)).contains(key);
            assertThat(vault.hashKey()).isEqualTo(hash).isNotEqualTo(key);
        }
    }

    @Test
    void an_interrupted_reader_takes_the_keys_from_nobody() {
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            SecretKey key = vault.keyOf(PERSON);
            Thread.currentThread().interrupt();
            try {
                assertThat(vault.find(new PersonId("nobody"))).isEmpty();
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(vault.keyOf(PERSON)).isEqualTo(key);
            assertThat(vault.keyOf(new PersonId("person-2"))).isNotNull();
        }
    }

    @Test
    void only_the_owner_can_read_the_master_key() throws IOException {
        FileKeyVault.open(folder, null).close();

        assertThat(Files.getPosixFilePermissions(folder.resolve("master.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(files()).containsExactlyInAnyOrder("master.key", "keys.log");
    }

    @Test
    void a_given_master_key_leaves_no_file() throws IOException {
        String given = Base64.getEncoder().encodeToString(new byte[32]);
        FileKeyVault.open(folder, given).close();

        assertThat(files()).containsExactly("keys.log");
    }

    @Test
    void refuses_a_master_key_that_does_not_fit() {
        FileKeyVault.open(folder, null).close();
        String other = Base64.getEncoder().encodeToString(new byte[32]);

        assertThatThrownBy(() -> FileKeyVault.open(folder, other))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FileKeyVault.open(folder, "short"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void two_processes_sharing_the_folder_agree_on_every_key() {
        try (FileKeyVault one = FileKeyVault.open(folder, null);
                FileKeyVault two = FileKeyVault.open(folder, null)) {
            assertThat(two.find(PERSON)).isEmpty();
            SecretKey key = one.keyOf(PERSON);

            assertThat(two.keyOf(PERSON)).isEqualTo(key);
            assertThat(two.hashKey()).isEqualTo(one.hashKey());
        }
    }

    @Test
    void many_threads_get_one_key_a_person() {
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            Set<SecretKey> keys =
                    IntStream.range(0, 400)
                            .parallel()
                            .mapToObj(i -> vault.keyOf(new PersonId("person-" + i % 20)))
                            .collect(Collectors.toSet());

            assertThat(keys).hasSize(20);
        }
    }

    @Test
    void a_destroyed_key_is_gone_from_memory_and_from_the_file() throws IOException {
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            vault.keyOf(PERSON);
            String before = journal();
            String wrapped = before.lines().filter(it -> it.startsWith("k ")).findFirst().get();

            vault.destroy(PERSON);

            assertThat(vault.find(PERSON)).isEmpty();
            assertThatThrownBy(() -> vault.keyOf(PERSON)).isInstanceOf(ErasedPersonException.class);
            assertThat(journal()).doesNotContain(wrapped.substring(wrapped.lastIndexOf(' ')));
        }
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            assertThat(vault.find(PERSON)).isEmpty();
            assertThatThrownBy(() -> vault.keyOf(PERSON)).isInstanceOf(ErasedPersonException.class);
        }
    }

    @Test
    void finishes_an_erasure_that_a_crash_cut_short() throws IOException {
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            vault.keyOf(PERSON);
        }
        String line = journal().lines().filter(it -> it.startsWith("k ")).findFirst().get();
        append("x " + PERSON + "\n");

        FileKeyVault.open(folder, null).close();

        assertThat(journal()).doesNotContain(line.substring(line.lastIndexOf(' ')));
    }

    @Test
    void cuts_off_a_line_that_a_crash_left_torn() throws IOException {
        SecretKey key;
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            key = vault.keyOf(PERSON);
        }
        append("k person-2 AAAA");

        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            vault.keyOf(new PersonId("person-3"));
        }
        try (FileKeyVault vault = FileKeyVault.open(folder, null)) {
            assertThat(vault.keyOf(PERSON)).isEqualTo(key);
            assertThat(vault.find(new PersonId("person-3"))).isPresent();
            assertThat(vault.find(new PersonId("person-2"))).isEmpty();
        }
    }

    private String journal() throws IOException {
        return Files.readString(folder.resolve("keys.log"));
    }

    private void append(String text) throws IOException {
        Files.write(
                folder.resolve("keys.log"),
                text.getBytes(StandardCharsets.US_ASCII),
                StandardOpenOption.APPEND);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }
}
