package org.banshi.command.domain.certificate;

import java.time.LocalDate;
import org.banshi.command.contract.certificate.CertificateCommand.Issue;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who acts for a holder.
 *
 * @param guardian the minor's or ward's guardian; null where there is none
 * @param until last day of a guardianship that ends with full age, else null
 */
record Guardianship(@Nullable PersonId guardian, @Nullable LocalDate until) {

    private static final String MINOR = "minor";
    private static final String WARD = "ward";

    private static final int FULL_AGE = 18;

    static Guardianship of(Issue command, IdentityNumber identity) {
        return switch (command.applyFor()) {
            case MINOR ->
                    new Guardianship(
                            command.applicant(),
                            identity.birthDate().plusYears(FULL_AGE).minusDays(1));
            case WARD -> new Guardianship(command.applicant(), null);
            default -> new Guardianship(null, null);
        };
    }
}
