package org.banshi.command.contract.certificate;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Opens;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a disability certificate. Source: 残疾人证管理办法 (2018), domain rules §3.1–3.3.
 */
public sealed interface CertificateCommand extends Command {

    CertificateId certificate();

    /**
     * 核发 after a first assessment. Nothing happens where it was issued by the same application.
     *
     * @param holderKey keyed hash of the holder's identity number; one certificate is in force for
     *     it
     * @param applicant who applied
     * @param person the holder, whose key protects the certificate
     * @param applyFor {@code self}; or for whom else: {@code minor}, {@code ward}, {@code mandate}
     * @param identityNumber the holder's, valid by its check
     */
    @Opens(value = "certificate", begins = true)
    record Issue(
            @TargetAggregateIdentifier CertificateId certificate,
            String holderKey,
            ApplicationId application,
            PersonId applicant,
            PersonId person,
            RegionCode region,
            String applyFor,
            @Personal String identityNumber,
            @Personal Category category,
            @Personal int level,
            LocalDate assessedOn,
            Stamp stamp)
            implements CertificateCommand {}

    /**
     * Tells what {@link Issue} would be refused for, and nothing happens: the officer who decides
     * learns it in time.
     */
    record Rehearse(@TargetAggregateIdentifier CertificateId certificate, Issue issue, Stamp stamp)
            implements CertificateCommand {}

    /**
     * A certificate that was issued before, elsewhere, is taken into the books as its register has
     * it. Nothing happens where it is in them.
     *
     * @param number as printed
     * @param validUntil its last day
     */
    @Opens(value = "certificate-known", begins = true)
    record Record(
            @TargetAggregateIdentifier CertificateId certificate,
            String holderKey,
            PersonId person,
            RegionCode region,
            @Personal String number,
            LocalDate assessedOn,
            LocalDate validUntil,
            Stamp stamp)
            implements CertificateCommand {}

    /** 挂失. */
    record ReportLoss(@TargetAggregateIdentifier CertificateId certificate, Stamp stamp)
            implements CertificateCommand {}

    /** The lost card was found before it was replaced. */
    record ReportFound(@TargetAggregateIdentifier CertificateId certificate, Stamp stamp)
            implements CertificateCommand {}

    /** 补办 or 损坏换领: the same data, without a new assessment. */
    @Opens(value = "certificate-replace", begins = true)
    record Replace(
            @TargetAggregateIdentifier CertificateId certificate,
            ApplicationId application,
            ReplaceReason reason,
            Stamp stamp)
            implements CertificateCommand {}

    /** 等级/类别变更 after a new assessment; the validity stays. */
    @Opens(value = "certificate-change", begins = true)
    record ChangeGrade(
            @TargetAggregateIdentifier CertificateId certificate,
            ApplicationId application,
            @Personal Category category,
            @Personal int level,
            LocalDate assessedOn,
            Stamp stamp)
            implements CertificateCommand {}

    /** 到期换领 after a new assessment: another ten years. */
    @Opens(value = "certificate-renew", begins = true)
    record Renew(
            @TargetAggregateIdentifier CertificateId certificate,
            ApplicationId application,
            @Personal Category category,
            @Personal int level,
            LocalDate assessedOn,
            Stamp stamp)
            implements CertificateCommand {}

    /** The household's registration left the certificate's region on {@code movedOn}. */
    record ReportMoveOut(
            @TargetAggregateIdentifier CertificateId certificate, LocalDate movedOn, Stamp stamp)
            implements CertificateCommand {}

    /** 迁移: the certificate follows its holder; thaws a frozen one. */
    record MoveIn(
            @TargetAggregateIdentifier CertificateId certificate, RegionCode region, Stamp stamp)
            implements CertificateCommand {}

    /** 注销, by a person. */
    record Cancel(
            @TargetAggregateIdentifier CertificateId certificate, CancelReason reason, Stamp stamp)
            implements CertificateCommand {}

    /**
     * 注销 by the officer who settles what an assessment found: the standard is no longer met. What
     * is in no book of ours is taken into them first, as its register has it, so that the bar of a
     * year is known. What is cancelled already is barred from now on; after a death, or where a bar
     * was set, nothing happens.
     *
     * @param number as printed; null where nobody said so: then only what is in the books ends
     * @param validUntil its last day
     */
    @Opens(value = "certificate-cancel", begins = true, withStep = true)
    record CancelBelowStandard(
            @TargetAggregateIdentifier CertificateId certificate,
            String holderKey,
            PersonId person,
            RegionCode region,
            @Personal @Nullable String number,
            @Nullable LocalDate assessedOn,
            @Nullable LocalDate validUntil,
            Stamp stamp)
            implements CertificateCommand {}

    /** A register says that the holder died: holds the certificate until a person has checked. */
    record MatchDeath(
            @TargetAggregateIdentifier CertificateId certificate, String register, Stamp stamp)
            implements CertificateCommand {}

    /** A person checked: the holder lives, the certificate is as it was. */
    record RefuteDeath(@TargetAggregateIdentifier CertificateId certificate, Stamp stamp)
            implements CertificateCommand {}

    /** What the calendar brings by the stamp's day: expiry, freezing, cancelling. */
    record LetTimePass(@TargetAggregateIdentifier CertificateId certificate, Stamp stamp)
            implements CertificateCommand {}
}
