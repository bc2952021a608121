package org.banshi.query.contract.certificate;

import java.time.LocalDate;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as the issuing body's books have it.
 *
 * @param holder whose key protects it
 * @param number in full; null once the holder's data were erased, as are category and level
 * @param validUntil its last day
 */
public record CertificateRecord(
        PersonId holder,
        String region,
        CertificateStatus status,
        @Nullable String number,
        @Nullable Category category,
        @Nullable Integer level,
        LocalDate assessedOn,
        LocalDate validUntil,
        @Nullable CancelReason cancelReason,
        @Nullable LocalDate cancelledOn) {

    /** Never prints the number. */
    @Override
    public String toString() {
        return "CertificateRecord[" + status + "]";
    }
}
