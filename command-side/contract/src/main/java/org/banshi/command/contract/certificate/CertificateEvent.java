package org.banshi.command.contract.certificate;

import java.time.LocalDate;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** The whole story of a disability certificate. Numbers are as printed on the card. */
public sealed interface CertificateEvent extends PersonalEvent {

    CertificateId certificate();

    /** {@code validUntil} is the last day on which it is valid. */
    @Stored("certificate.issued")
    record Issued(
            CertificateId certificate,
            PersonId subject,
            String holderKey,
            @Nullable PersonId guardian,
            @Nullable LocalDate guardianUntil,
            ApplicationId application,
            @Personal String number,
            @Personal Category category,
            @Personal Integer level,
            LocalDate assessedOn,
            RegionCode region,
            LocalDate issuedOn,
            LocalDate validUntil)
            implements CertificateEvent {}

    /** Issued before and elsewhere; from now on in the books. */
    @Stored("certificate.recorded")
    record Recorded(
            CertificateId certificate,
            PersonId subject,
            String holderKey,
            @Personal String number,
            @Personal Category category,
            @Personal Integer level,
            LocalDate assessedOn,
            RegionCode region,
            LocalDate validUntil)
            implements CertificateEvent {}

    @Stored("certificate.loss-reported")
    record LossReported(CertificateId certificate, PersonId subject) implements CertificateEvent {}

    @Stored("certificate.found")
    record Found(CertificateId certificate, PersonId subject) implements CertificateEvent {}

    /** The number before it is void from now on where the card was lost. */
    @Stored("certificate.replaced")
    record Replaced(
            CertificateId certificate,
            PersonId subject,
            ApplicationId application,
            ReplaceReason reason,
            @Personal String number,
            LocalDate issuedOn)
            implements CertificateEvent {}

    @Stored("certificate.grade-changed")
    record GradeChanged(
            CertificateId certificate,
            PersonId subject,
            ApplicationId application,
            @Personal String number,
            @Personal Category category,
            @Personal Integer level,
            LocalDate assessedOn,
            LocalDate issuedOn)
            implements CertificateEvent {}

    @Stored("certificate.renewed")
    record Renewed(
            CertificateId certificate,
            PersonId subject,
            ApplicationId application,
            @Personal String number,
            @Personal Category category,
            @Personal Integer level,
            LocalDate assessedOn,
            LocalDate issuedOn,
            LocalDate validUntil)
            implements CertificateEvent {}

    @Stored("certificate.expired")
    record Expired(CertificateId certificate, PersonId subject) implements CertificateEvent {}

    /** If it is not moved too, it is frozen and cancelled on these days. */
    @Stored("certificate.moved-out")
    record MovedOut(
            CertificateId certificate,
            PersonId subject,
            LocalDate movedOn,
            LocalDate frozenFrom,
            LocalDate cancelledFrom)
            implements CertificateEvent {}

    @Stored("certificate.moved-in")
    record MovedIn(CertificateId certificate, PersonId subject, RegionCode region)
            implements CertificateEvent {}

    @Stored("certificate.frozen")
    record Frozen(CertificateId certificate, PersonId subject) implements CertificateEvent {}

    @Stored("certificate.death-matched")
    record DeathMatched(CertificateId certificate, PersonId subject, String register)
            implements CertificateEvent {}

    @Stored("certificate.death-refuted")
    record DeathRefuted(CertificateId certificate, PersonId subject) implements CertificateEvent {}

    /**
     * {@code barredUntil}: no new application is accepted before this day; null where none bars.
     */
    @Stored("certificate.cancelled")
    record Cancelled(
            CertificateId certificate,
            PersonId subject,
            CancelReason reason,
            LocalDate day,
            @Nullable LocalDate barredUntil)
            implements CertificateEvent {}
}
