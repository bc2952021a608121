package org.banshi.query.contract.certificate;

import java.time.LocalDate;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.jspecify.annotations.Nullable;

/**
 * A disability certificate.
 *
 * @param forAnother whether it is somebody's for whom the person is guardian
 * @param number masked; null once the holder's data were erased, as are category and level
 * @param validUntil its last day
 * @param frozenFrom from this day frozen unless it is moved after the household; else null
 * @param cancelledFrom from this day cancelled unless it is moved; else null
 * @param barredUntil no new application is accepted before this day; else null
 */
public record MyCertificate(
        CertificateId certificate,
        boolean forAnother,
        CertificateStatus status,
        @Nullable String number,
        @Nullable Category category,
        @Nullable Integer level,
        String region,
        LocalDate validUntil,
        @Nullable LocalDate frozenFrom,
        @Nullable LocalDate cancelledFrom,
        @Nullable LocalDate barredUntil) {

    /** Never prints the number. */
    @Override
    public String toString() {
        return "MyCertificate[" + certificate + ", " + status + "]";
    }
}
