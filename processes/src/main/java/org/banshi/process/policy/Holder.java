package org.banshi.process.policy;

import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.application.ApplicationEvent.Granted;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.person.PersonId;
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
        Map<String, @Nullable Object> with = granted.with().values();
        if (!(with.get("identityNumber") instanceof String number)) {
            return Optional.empty();
        }
        String key = personalData.hash(CertificateId.HOLDER, number);
        boolean self = SELF.equals(with.getOrDefault("applyFor", SELF));
        return Optional.of(
                new Holder(
                        key,
                        self
                                ? granted.subject()
                                : new PersonId("holder-" + CertificateId.of(key))));
    }
}
