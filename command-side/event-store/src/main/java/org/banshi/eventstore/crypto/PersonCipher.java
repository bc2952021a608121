package org.banshi.eventstore.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.banshi.command.contract.person.PersonId;

/**
 * Encrypts one value under one person's key, bound to its context: a ciphertext that is moved to
 * another event, component or person does not decrypt.
 *
 * <p>Envelope: {@code p1:<person>:<base64 of nonce, ciphertext and tag>}.
 */
public final class PersonCipher implements Sealing {

    private static final String PREFIX = "p1:";

    private final KeyVault keys;

    public PersonCipher(KeyVault keys) {
        this.keys = keys;
    }

    @Override
    public String encrypt(PersonId person, String plain, String context) {
        byte[] sealed = encrypt(person, plain.getBytes(StandardCharsets.UTF_8), context);
        return PREFIX + person.value() + ':' + Base64.getEncoder().encodeToString(sealed);
    }

    @Override
    public Optional<String> decrypt(String envelope, String context) {
        int end = envelope.indexOf(':', PREFIX.length());
        if (!envelope.startsWith(PREFIX) || end < 0) {
            throw new IllegalArgumentException("not an envelope of personal data");
        }
        PersonId person = new PersonId(envelope.substring(PREFIX.length(), end));
        return decrypt(person, Base64.getDecoder().decode(envelope.substring(end + 1)), context)
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    @Override
    public byte[] encrypt(PersonId person, byte[] plain, String context) {
        return Aes.encrypt(keys.keyOf(person), plain, associated(person, context));
    }

    @Override
    public Optional<byte[]> decrypt(PersonId person, byte[] sealed, String context) {
        Optional<SecretKey> key = keys.find(person);
        return key.map(it -> Aes.decrypt(it, sealed, associated(person, context)));
    }

    private static byte[] associated(PersonId person, String context) {
        return (person.value() + '/' + context).getBytes(StandardCharsets.UTF_8);
    }
}
