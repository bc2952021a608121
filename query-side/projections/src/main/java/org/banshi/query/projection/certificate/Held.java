package org.banshi.query.projection.certificate;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/** A certificate as its events tell it: a row in hand. */
final class Held {

    final String certificate;

    /** Sequence of its last event. */
    long version;

    String person;
    @Nullable String guardian;
    @Nullable LocalDate guardianUntil;
    CertificateStatus status = CertificateStatus.VALID;

    /** What it was when a death was matched; null while none is. */
    @Nullable CertificateStatus beforeHold;

    String region;
    LocalDate assessedOn;
    LocalDate validUntil;
    @Nullable LocalDate frozenFrom;
    @Nullable LocalDate cancelledFrom;
    @Nullable CancelReason cancelReason;
    @Nullable LocalDate cancelledOn;
    @Nullable LocalDate barredUntil;

    /** Null once the holder's data were erased. */
    @Nullable Card card;

    /** What is personal about it. */
    record Card(String number, Category category, int level) {

        /** Null where a part was erased. */
        static @Nullable Card of(
                @Nullable String number, @Nullable Category category, @Nullable Integer level) {
            return number == null || category == null || level == null
                    ? null
                    : new Card(number, category, level);
        }
    }

    Held(
            String certificate,
            String person,
            String region,
            LocalDate assessedOn,
            LocalDate validUntil) {
        this.certificate = certificate;
        this.person = person;
        this.region = region;
        this.assessedOn = assessedOn;
        this.validUntil = validUntil;
    }

    static Held of(CertificateEvent.Issued it) {
        Held held =
                new Held(
                        it.certificate().value(),
                        it.subject().value(),
                        it.region().value(),
                        it.assessedOn(),
                        it.validUntil());
        PersonId guardian = it.guardian();
        held.guardian = guardian == null ? null : guardian.value();
        held.guardianUntil = it.guardianUntil();
        held.card = Card.of(it.number(), it.category(), it.level());
        return held;
    }

    static Held of(CertificateEvent.Recorded it) {
        Held held =
                new Held(
                        it.certificate().value(),
                        it.subject().value(),
                        it.region().value(),
                        it.assessedOn(),
                        it.validUntil());
        held.card = Card.of(it.number(), it.category(), it.level());
        return held;
    }

    /** An event that does not begin it. */
    void on(CertificateEvent event) {
        if (event instanceof CertificateEvent.LossReported) {
            status = CertificateStatus.LOST_REPORTED;
        } else if (event instanceof CertificateEvent.Found) {
            status = CertificateStatus.VALID;
        } else if (event instanceof CertificateEvent.Replaced replaced) {
            status = CertificateStatus.VALID;
            Card before = card;
            card =
                    before == null
                            ? null
                            : Card.of(replaced.number(), before.category(), before.level());
        } else if (event instanceof CertificateEvent.GradeChanged changed) {
            assessedOn = changed.assessedOn();
            card = Card.of(changed.number(), changed.category(), changed.level());
        } else if (event instanceof CertificateEvent.Renewed renewed) {
            status = CertificateStatus.VALID;
            assessedOn = renewed.assessedOn();
            validUntil = renewed.validUntil();
            card = Card.of(renewed.number(), renewed.category(), renewed.level());
        } else if (event instanceof CertificateEvent.Expired) {
            status = CertificateStatus.EXPIRED;
        } else if (event instanceof CertificateEvent.MovedOut moved) {
            frozenFrom = moved.frozenFrom();
            cancelledFrom = moved.cancelledFrom();
        } else if (event instanceof CertificateEvent.MovedIn moved) {
            status = status == CertificateStatus.FROZEN ? CertificateStatus.VALID : status;
            region = moved.region().value();
            stay();
        } else if (event instanceof CertificateEvent.Frozen) {
            status = CertificateStatus.FROZEN;
        } else if (event instanceof CertificateEvent.DeathMatched) {
            beforeHold = status;
            status = CertificateStatus.HELD;
        } else if (event instanceof CertificateEvent.DeathRefuted) {
            status = Objects.requireNonNullElse(beforeHold, status);
            beforeHold = null;
        } else if (event instanceof CertificateEvent.Cancelled cancelled) {
            status = CertificateStatus.CANCELLED;
            beforeHold = null;
            cancelReason = cancelled.reason();
            cancelledOn = cancelled.day();
            barredUntil = cancelled.barredUntil();
            stay();
        }
    }

    private void stay() {
        frozenFrom = null;
        cancelledFrom = null;
    }

    /** The day on which the calendar changes it next; null where it does not. */
    @Nullable LocalDate nextDay() {
        LocalDate expiry = validUntil.plusDays(1);
        return switch (status) {
            case CANCELLED, HELD -> null;
            case EXPIRED -> cancelledFrom;
            case FROZEN -> earliest(expiry, cancelledFrom);
            case VALID, LOST_REPORTED -> earliest(expiry, frozenFrom, cancelledFrom);
        };
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate... days) {
        return Stream.of(days).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
    }
}
