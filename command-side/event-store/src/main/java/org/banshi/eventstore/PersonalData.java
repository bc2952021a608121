package org.banshi.eventstore;

import java.util.Optional;
import org.banshi.command.contract.person.PersonId;

/**
 * Encryption of personal data per person (AES-256-GCM), for events and for personal columns of read
 * models.
 */
public interface PersonalData {

    /**
     * Encrypts under the person's key, which is made when there is none. The result names its
     * person.
     */
    String encrypt(PersonId person, String plain);

    /** Decrypts; empty when the person's key was destroyed. */
    Optional<String> decrypt(String cipher);

    byte[] encrypt(PersonId person, byte[] plain);

    Optional<byte[]> decrypt(PersonId person, byte[] cipher);

    /**
     * Keyed hash (HMAC-SHA-256, hex) for look-up by equality. Different purposes give unrelated
     * hashes.
     */
    String hash(String purpose, String plain);
}
