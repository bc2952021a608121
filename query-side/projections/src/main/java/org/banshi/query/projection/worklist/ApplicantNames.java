package org.banshi.query.projection.worklist;

import java.text.Normalizer;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.jspecify.annotations.Nullable;

/** Names of applicants: found by the whole name, stored encrypted, shown masked. */
final class ApplicantNames {

    private static final String MASK = "*";

    private final PersonalData personal;

    ApplicantNames(PersonalData personal) {
        this.personal = personal;
    }

    String hash(String name) {
        return personal.hash(
                "applicant-name", Normalizer.normalize(name.strip(), Normalizer.Form.NFKC));
    }

    String encrypt(PersonId person, String name) {
        return personal.encrypt(person, name);
    }

    /** The first character and a star (张*); a star alone once the person's key is destroyed. */
    String masked(@Nullable String cipher) {
        if (cipher == null) {
            return MASK;
        }
        return personal.decrypt(cipher)
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(0, name.offsetByCodePoints(0, 1)) + MASK)
                .orElse(MASK);
    }
}
