package org.banshi.command.domain.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateCommand.Cancel;
import org.banshi.command.contract.certificate.CertificateCommand.CancelBelowStandard;
import org.banshi.command.contract.certificate.CertificateCommand.LetTimePass;
import org.banshi.command.contract.certificate.CertificateCommand.MatchDeath;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.DisabilityCertificateNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Decides on what ends a certificate. A register's match never ends it: it holds it until a person
 * has checked (design §8).
 */
final class CertificateEnds {

    private static final int YEARS_OF_THE_BAR = 1;

    private CertificateEnds() {}

    static Verdict cancel(CertificateState state, Cancel command) {
        CertificateStatus status = CertificateDecider.current(state);
        if (status == CertificateStatus.CANCELLED) {
            return Verdict.refused(CertificateRefusals.CANCELLED);
        }
        if (command.stamp().by().kind() == Actor.Kind.SYSTEM) {
            return Verdict.refused(CertificateRefusals.BY_A_PERSON);
        }
        boolean held = status == CertificateStatus.HELD;
        if (held && command.reason() != CancelReason.DEATH) {
            return Verdict.refused(CertificateRefusals.DEATH_UNCHECKED);
        }
        return Verdict.happens(cancelled(state, command.reason(), command.stamp().day()));
    }

    /** What is in no book is found in its register: it ends, and the bar stands in the books. */
    static Verdict cancelBelowStandard(CertificateState state, CancelBelowStandard command) {
        CertificateStatus status = state.status();
        if (status == CertificateStatus.CANCELLED) {
            return bar(state, command);
        }
        if (status != null) {
            return cancel(
                    state,
                    new Cancel(
                            command.certificate(), CancelReason.STANDARD_NOT_MET, command.stamp()));
        }
        if (command.stamp().by().kind() == Actor.Kind.SYSTEM) {
            return Verdict.refused(CertificateRefusals.BY_A_PERSON);
        }
        DisabilityCertificateNumber number =
                command.number() == null
                        ? null
                        : DisabilityCertificateNumber.parse(command.number()).value().orElse(null);
        LocalDate assessedOn = command.assessedOn();
        LocalDate validUntil = command.validUntil();
        if (number == null || assessedOn == null || validUntil == null) {
            return Verdict.refused(CertificateRefusals.NOT_IN_THE_BOOKS);
        }
        LocalDate today = command.stamp().day();
        return Verdict.happens(
                new CertificateEvent.Recorded(
                        command.certificate(),
                        command.person(),
                        command.holderKey(),
                        number.value(),
                        number.category(),
                        number.level(),
                        assessedOn,
                        command.region(),
                        validUntil),
                cancelled(
                        command.certificate(),
                        command.person(),
                        CancelReason.STANDARD_NOT_MET,
                        today));
    }

    /** What ended otherwise in the meantime bars as well: from now on the finding is why. */
    private static Verdict bar(CertificateState state, CancelBelowStandard command) {
        if (state.barredUntil() != null || state.cancelReason() == CancelReason.DEATH) {
            return Verdict.NOTHING;
        }
        return command.stamp().by().kind() == Actor.Kind.SYSTEM
                ? Verdict.refused(CertificateRefusals.BY_A_PERSON)
                : Verdict.happens(
                        cancelled(state, CancelReason.STANDARD_NOT_MET, command.stamp().day()));
    }

    static Verdict matchDeath(CertificateState state, MatchDeath command) {
        return switch (CertificateDecider.current(state)) {
            case HELD, CANCELLED -> Verdict.NOTHING;
            default ->
                    Verdict.happens(
                            new CertificateEvent.DeathMatched(
                                    state.id(), state.subject(), command.register()));
        };
    }

    static Verdict refuteDeath(CertificateState state) {
        return CertificateDecider.current(state) == CertificateStatus.HELD
                ? Verdict.happens(new CertificateEvent.DeathRefuted(state.id(), state.subject()))
                : Verdict.refused(CertificateRefusals.NOT_HELD);
    }

    /** Whatever is due by the day happens in its order; a held certificate waits. */
    static Verdict letTimePass(CertificateState state, LetTimePass command) {
        LocalDate today = command.stamp().day();
        CertificateStatus status = CertificateDecider.current(state);
        if (status == CertificateStatus.CANCELLED || status == CertificateStatus.HELD) {
            return Verdict.NOTHING;
        }
        List<Event> events = new ArrayList<>();
        if (status != CertificateStatus.EXPIRED && today.isAfter(state.validUntil())) {
            events.add(new CertificateEvent.Expired(state.id(), state.subject()));
        } else if (status != CertificateStatus.EXPIRED
                && status != CertificateStatus.FROZEN
                && reached(state.frozenFrom(), today)) {
            events.add(new CertificateEvent.Frozen(state.id(), state.subject()));
        }
        if (reached(state.cancelledFrom(), today)) {
            events.add(cancelled(state, CancelReason.NOT_MOVED, today));
        }
        return new Verdict.Happens(events);
    }

    private static CertificateEvent cancelled(
            CertificateState state, CancelReason reason, LocalDate day) {
        return cancelled(state.id(), state.subject(), reason, day);
    }

    private static CertificateEvent cancelled(
            CertificateId certificate, PersonId subject, CancelReason reason, LocalDate day) {
        LocalDate barredUntil =
                reason == CancelReason.STANDARD_NOT_MET ? day.plusYears(YEARS_OF_THE_BAR) : null;
        return new CertificateEvent.Cancelled(certificate, subject, reason, day, barredUntil);
    }

    private static boolean reached(@Nullable LocalDate day, LocalDate by) {
        return day != null && !by.isBefore(day);
    }
}
