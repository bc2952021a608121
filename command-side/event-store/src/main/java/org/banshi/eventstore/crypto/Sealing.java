package org.banshi.eventstore.crypto;

import java.util.Optional;
import org.banshi.command.contract.person.PersonId;

/**
 * Seals personal values for one person each, bound to where they belong. {@link PersonCipher} is
 * the one that serves; another cipher would be another of these.
 */
public interface Sealing {

    /**
     * The sealed value, which names its person.
     *
     * @param context where the value belongs, such as {@code application.applied/form}
     * @throws ErasedPersonException when the person's key was destroyed
     */
    String encrypt(PersonId person, String plain, String context);

    /**
     * The plain value; empty when the person's key was destroyed.
     *
     * @throws IllegalArgumentException when it was changed or belongs to another context
     */
    Optional<String> decrypt(String sealed, String context);

    /** The same for bytes, which do not name their person. */
    byte[] encrypt(PersonId person, byte[] plain, String context);

    /** The same for bytes, which do not name their person. */
    Optional<byte[]> decrypt(PersonId person, byte[] sealed, String context);
}
