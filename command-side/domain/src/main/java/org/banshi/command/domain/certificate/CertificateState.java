package org.banshi.command.domain.certificate;

import java.time.LocalDate;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.person.DisabilityCertificateNumber;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/** What the deciders know of a certificate: it only evolves, event by event. */
final class CertificateState {

    private CertificateId id;
    private PersonId subject;
    private @Nullable CertificateStatus status;
    private @Nullable ApplicationId issuedBy;
    private @Nullable CertificateStatus beforeHold;
    private @Nullable DisabilityCertificateNumber number;
    private LocalDate validUntil;
    private @Nullable LocalDate frozenFrom;
    private @Nullable LocalDate cancelledFrom;
    private @Nullable LocalDate barredUntil;
    private @Nullable CancelReason cancelReason;

    void on(CertificateEvent event) {
        if (event instanceof CertificateEvent.Issued issued) {
            id = issued.certificate();
            subject = issued.subject();
            issuedBy = issued.application();
            status = CertificateStatus.VALID;
            number = read(issued.number());
            validUntil = issued.validUntil();
            barredUntil = null;
            stay();
        } else if (event instanceof CertificateEvent.Recorded recorded) {
            id = recorded.certificate();
            subject = recorded.subject();
            status = CertificateStatus.VALID;
            number = read(recorded.number());
            validUntil = recorded.validUntil();
        } else if (event instanceof CertificateEvent.LossReported) {
            status = CertificateStatus.LOST_REPORTED;
        } else if (event instanceof CertificateEvent.Found) {
            status = CertificateStatus.VALID;
        } else if (event instanceof CertificateEvent.Replaced replaced) {
            status = CertificateStatus.VALID;
            number = read(replaced.number());
        } else if (event instanceof CertificateEvent.GradeChanged changed) {
            number = read(changed.number());
        } else if (event instanceof CertificateEvent.Renewed renewed) {
            status = CertificateStatus.VALID;
            number = read(renewed.number());
            validUntil = renewed.validUntil();
        } else if (event instanceof CertificateEvent.Expired) {
            status = CertificateStatus.EXPIRED;
        } else if (event instanceof CertificateEvent.MovedOut moved) {
            frozenFrom = moved.frozenFrom();
            cancelledFrom = moved.cancelledFrom();
        } else if (event instanceof CertificateEvent.MovedIn) {
            status = status == CertificateStatus.FROZEN ? CertificateStatus.VALID : status;
            stay();
        } else if (event instanceof CertificateEvent.Frozen) {
            status = CertificateStatus.FROZEN;
        } else if (event instanceof CertificateEvent.DeathMatched) {
            beforeHold = status;
            status = CertificateStatus.HELD;
        } else if (event instanceof CertificateEvent.DeathRefuted) {
            status = beforeHold;
        } else if (event instanceof CertificateEvent.Cancelled cancelled) {
            status = CertificateStatus.CANCELLED;
            barredUntil = cancelled.barredUntil();
            cancelReason = cancelled.reason();
            stay();
        }
    }

    private void stay() {
        frozenFrom = null;
        cancelledFrom = null;
    }

    CertificateId id() {
        return id;
    }

    /** The holder. */
    PersonId subject() {
        return subject;
    }

    /** Null before the first issue. */
    @Nullable CertificateStatus status() {
        return status;
    }

    /** The application that led to the issue; null where it was issued elsewhere, or not yet. */
    @Nullable ApplicationId issuedBy() {
        return issuedBy;
    }

    /** Null where the holder's data were erased. */
    @Nullable DisabilityCertificateNumber number() {
        return number;
    }

    /** Its last day. */
    LocalDate validUntil() {
        return validUntil;
    }

    /** Whether its household moved out and the certificate did not follow. */
    boolean leftBehind() {
        return frozenFrom != null;
    }

    /** From this day frozen unless it is moved; null where nobody moved. */
    @Nullable LocalDate frozenFrom() {
        return frozenFrom;
    }

    @Nullable LocalDate cancelledFrom() {
        return cancelledFrom;
    }

    /** No new one before this day; null where nothing bars. */
    @Nullable LocalDate barredUntil() {
        return barredUntil;
    }

    /** Why it was cancelled last; null where it never was. */
    @Nullable CancelReason cancelReason() {
        return cancelReason;
    }

    /** What was erased is null, whatever the type says. */
    private static @Nullable DisabilityCertificateNumber read(@Nullable String printed) {
        return printed == null
                ? null
                : DisabilityCertificateNumber.parse(printed).value().orElse(null);
    }
}
