package org.banshi.app.bench;

import java.util.Optional;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.crypto.Sealing;

/** The peer of encryption: invented people's values stay as they are. */
final class NoSealing implements Sealing {

    @Override
    public String encrypt(PersonId person, String plain, String context) {
        return plain;
    }

    @Override
    public Optional<String> decrypt(String sealed, String context) {
        return Optional.of(sealed);
    }

    @Override
    public byte[] encrypt(PersonId person, byte[] plain, String context) {
        return plain.clone();
    }

    @Override
    public Optional<byte[]> decrypt(PersonId person, byte[] sealed, String context) {
        return Optional.of(sealed.clone());
    }
}
