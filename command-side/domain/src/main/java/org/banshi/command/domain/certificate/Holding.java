package org.banshi.command.domain.certificate;

import java.time.LocalDate;
import org.banshi.command.contract.certificate.CertificateCommand.Issue;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificate it is and who acts for them. A holder who did not apply in person gets a key of
 * their own: erasing whoever applied must not destroy the holder's record.
 *
 * @param holder the person whose key protects the certificate
 * @param guardian the minor's or ward's guardian; null where there is none
 * @param guardianUntil last day of a guardianship that ends with full age, else null
 */
record Holding(PersonId holder, @Nullable PersonId guardian, @Nullable LocalDate guardianUntil) {

    private static final String SELF = "self";
    private static final String MINOR = "minor";
    private static final String WARD = "ward";

    private static final int FULL_AGE = 18;

    static Holding of(Issue command, IdentityNumber identity) {
        PersonId other = new PersonId("holder-" + command.certificate());
        return switch (command.applyFor()) {
            case SELF -> new Holding(command.person(), null, null);
            case MINOR ->
                    new Holding(
                            other,
                            command.person(),
                            identity.birthDate().plusYears(FULL_AGE).minusDays(1));
            case WARD -> new Holding(other, command.person(), null);
            default -> new Holding(other, null, null);
        };
    }
}
