package org.banshi.eventstore.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.banshi.command.contract.person.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultPersonalDataTest {

    private static final PersonId PERSON = new PersonId("person-1");
    private static final PersonId OTHER = new PersonId("person-2");

    @TempDir Path folder;
    private FileKeyVault vault;
    private VaultPersonalData data;

    @BeforeEach
    void open() {
        vault = FileKeyVault.open(folder, null);
        data = new VaultPersonalData(vault);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void gives_back_what_was_encrypted_until_the_key_is_destroyed() {
        String text = data.encrypt(PERSON, "陈大文");
        byte[] bytes = data.encrypt(PERSON, new byte[] {1, 2, 3});

        assertThat(text).startsWith("p1:person-1:").doesNotContain("陈");
        assertThat(data.decrypt(text)).contains("陈大文");
        assertThat(data.decrypt(PERSON, bytes)).contains(new byte[] {1, 2, 3});

        vault.destroy(PERSON);

        assertThat(data.decrypt(text)).isEmpty();
        assertThat(data.decrypt(PERSON, bytes)).isEmpty();
    }

    @Test
    void the_same_text_never_looks_the_same_twice() {
        assertThat(data.encrypt(PERSON, "same")).isNotEqualTo(data.encrypt(PERSON, "same"));
    }

    @Test
    void a_ciphertext_given_to_another_person_does_not_decrypt() {
        String own = data.encrypt(PERSON, "text");
        data.encrypt(OTHER, "text");

        assertThatThrownBy(() -> data.decrypt(own.replace("person-1", "person-2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_ciphertext_moved_to_another_context_does_not_decrypt() {
        PersonCipher cipher = new PersonCipher(vault);
        String form = cipher.encrypt(PERSON, "text", "application.applied/form");

        assertThat(cipher.decrypt(form, "application.applied/form")).contains("text");
        assertThatThrownBy(() -> cipher.decrypt(form, "application.applied/details"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hashes_are_stable_and_differ_by_purpose() {
        assertThat(data.hash("identity", "x"))
                .isEqualTo(new VaultPersonalData(vault).hash("identity", "x"))
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(data.hash("phone", "x"))
                .isNotEqualTo(data.hash("identity", "y"));
    }
}
