package org.banshi.process.policy;

import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.application.ApplicationEvent.Granted;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Whose it is that an approval opens, where the package says so by {@code identityNumber} and
 * {@code applyFor}: the applicant, or the one for whom they applied. Nobody's number leaves this
 * place but as a keyed hash.
 *
 * @param key of the holder
 * @param person whose key protects what is opened: the applicant's own, or one made for a holder
 *     who did not apply, so that erasing the applicant takes nothing from the holder
 */
record Holder(String key, PersonId person) {

    private static final String SELF = "self";

    /** Empty where the package does not say whose it is: then it is the applicant's. */
    static Optional<Holder> of(Granted granted, PersonalData personalData) {
        return of(granted.subject(), granted.with().values(), personalData);
    }

    /** The same before anything is granted: what the package would say. */
    static Optional<Holder> of(
            PersonId applicant, Map<String, @Nullable Object> with, PersonalData personalData) {
        if (!(with.get("identityNumber") instanceof String number)) {
            return Optional.empty();
        }
        String key = NumberHash.of(personalData, CertificateId.HOLDER, number);
        boolean self = SELF.equals(with.getOrDefault("applyFor", SELF));
        return Optional.of(new Holder(key, self ? applicant : new PersonId(madeFrom(key))));
    }

    /** The person as whom they are known where somebody else applied for them. */
    PersonId whoDidNotApply() {
        return whoDidNotApply(key);
    }

    /** The same, of the holder of a key. */
    static PersonId whoDidNotApply(String key) {
        return new PersonId(madeFrom(key));
    }

    private static String madeFrom(String key) {
        return "holder-" + CertificateId.of(key);
    }
}
