package org.banshi.eventstore.crypto;

import java.util.Optional;
import javax.crypto.SecretKey;
import org.banshi.command.contract.person.PersonId;

/**
 * The persons' keys (AES-256). They live outside the database, its WAL and its backups, so that
 * destroying a key erases what was encrypted under it everywhere.
 */
public interface KeyVault {

    /**
     * The person's key, made when there is none. It is durable before this returns.
     *
     * @throws ErasedPersonException when the key was destroyed
     */
    SecretKey keyOf(PersonId person);

    /** The person's key, if there is one and it was not destroyed. */
    Optional<SecretKey> find(PersonId person);

    /** Destroy the person's key for good. A person without a key can't get one afterwards. */
    void destroy(PersonId person);

    /** The key of keyed hashes (HMAC-SHA-256); one for the whole installation, for ever. */
    SecretKey hashKey();
}
