package org.banshi.command.domain.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.certificate.CertificateCommand.ChangeGrade;
import org.banshi.command.contract.certificate.CertificateCommand.Issue;
import org.banshi.command.contract.certificate.CertificateCommand.Record;
import org.banshi.command.contract.certificate.CertificateCommand.Renew;
import org.banshi.command.contract.certificate.CertificateCommand.Replace;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.certificate.ReplaceReason;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.DisabilityCertificateNumber;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on what gives a certificate its number and its years (domain rules §3.1–3.3). */
final class CertificateDecider {

    private static final int YEARS = 10;

    /** 到期换领 is applied for from about a month before the end. */
    private static final int MONTHS_BEFORE_THE_END = 1;

    private CertificateDecider() {}

    static Verdict issue(CertificateState state, Issue command) {
        LocalDate today = command.stamp().day();
        if (command.application().equals(state.issuedBy())) {
            return Verdict.NOTHING;
        }
        CertificateStatus status = state.status();
        if (status != null && status != CertificateStatus.CANCELLED) {
            return Verdict.refused(CertificateRefusals.HELD_ALREADY);
        }
        LocalDate barredUntil = state.barredUntil();
        if (barredUntil != null && today.isBefore(barredUntil)) {
            return Verdict.refused(CertificateRefusals.barred(barredUntil));
        }
        IdentityNumber identity =
                IdentityNumber.parse(command.identityNumber()).value().orElse(null);
        if (identity == null) {
            return Verdict.refused(CertificateRefusals.IDENTITY_NUMBER);
        }
        if (!isLevel(command.level())) {
            return Verdict.refused(CertificateRefusals.LEVEL);
        }
        if (command.assessedOn().isAfter(today)) {
            return Verdict.refused(CertificateRefusals.ASSESSED_LATER);
        }
        Guardianship guardianship = Guardianship.of(command, identity);
        return Verdict.happens(
                new CertificateEvent.Issued(
                        command.certificate(),
                        command.person(),
                        command.holderKey(),
                        guardianship.guardian(),
                        guardianship.until(),
                        command.application(),
                        DisabilityCertificateNumber.first(
                                        identity, command.category(), command.level())
                                .value(),
                        command.category(),
                        command.level(),
                        command.assessedOn(),
                        command.region(),
                        today,
                        lastDay(today)));
    }

    static Verdict rehearse(CertificateState state, Issue command) {
        Verdict verdict = issue(state, command);
        return verdict instanceof Verdict.Refused ? verdict : Verdict.NOTHING;
    }

    /** As its register has it; whether its years are over, time tells. */
    static Verdict record(CertificateState state, Record command) {
        if (state.status() != null) {
            return Verdict.NOTHING;
        }
        DisabilityCertificateNumber number =
                DisabilityCertificateNumber.parse(command.number()).value().orElse(null);
        return number == null
                ? Verdict.refused(CertificateRefusals.NUMBER)
                : Verdict.happens(
                        new CertificateEvent.Recorded(
                                command.certificate(),
                                command.person(),
                                command.holderKey(),
                                number.value(),
                                number.category(),
                                number.level(),
                                command.assessedOn(),
                                command.region(),
                                command.validUntil()));
    }

    static Verdict reportLoss(CertificateState state) {
        return switch (current(state)) {
            case VALID ->
                    Verdict.happens(new CertificateEvent.LossReported(state.id(), state.subject()));
            case LOST_REPORTED -> Verdict.NOTHING;
            default -> Verdict.refused(CertificateRefusals.NOT_VALID);
        };
    }

    static Verdict reportFound(CertificateState state) {
        return current(state) == CertificateStatus.LOST_REPORTED
                ? Verdict.happens(new CertificateEvent.Found(state.id(), state.subject()))
                : Verdict.refused(CertificateRefusals.NOT_LOST);
    }

    /** A lost card is declared void before another takes its place. */
    static Verdict replace(CertificateState state, Replace command) {
        DisabilityCertificateNumber number = state.number();
        boolean lost = command.reason() == ReplaceReason.LOST;
        CertificateStatus status = current(state);
        boolean fits =
                status == CertificateStatus.VALID
                        || lost && status == CertificateStatus.LOST_REPORTED;
        if (!fits || number == null) {
            return Verdict.refused(CertificateRefusals.NOT_VALID);
        }
        if (lost && number.replacement() == DisabilityCertificateNumber.MOST_REPLACEMENTS) {
            return Verdict.refused(CertificateRefusals.REPLACED_TOO_OFTEN);
        }
        List<Event> events = new ArrayList<>();
        if (lost && status == CertificateStatus.VALID) {
            events.add(new CertificateEvent.LossReported(state.id(), state.subject()));
        }
        events.add(
                new CertificateEvent.Replaced(
                        state.id(),
                        state.subject(),
                        command.application(),
                        command.reason(),
                        (lost ? number.replaced() : number).value(),
                        command.stamp().day()));
        return new Verdict.Happens(events);
    }

    /** Nothing changes where the new assessment is as the one before. */
    static Verdict changeGrade(CertificateState state, ChangeGrade command) {
        DisabilityCertificateNumber number = state.number();
        if (current(state) != CertificateStatus.VALID || number == null) {
            return Verdict.refused(CertificateRefusals.NOT_VALID);
        }
        LocalDate today = command.stamp().day();
        Verdict problem = problemWith(command.level(), command.assessedOn(), today);
        if (problem != null) {
            return problem;
        }
        if (sameGrade(number, command.category(), command.level())) {
            return Verdict.NOTHING;
        }
        return Verdict.happens(
                new CertificateEvent.GradeChanged(
                        state.id(),
                        state.subject(),
                        command.application(),
                        number.assessed(command.category(), command.level()).value(),
                        command.category(),
                        command.level(),
                        command.assessedOn(),
                        today));
    }

    static Verdict renew(CertificateState state, Renew command) {
        DisabilityCertificateNumber number = state.number();
        CertificateStatus status = current(state);
        boolean known = status == CertificateStatus.VALID || status == CertificateStatus.EXPIRED;
        if (!known || number == null) {
            return Verdict.refused(CertificateRefusals.NOT_VALID);
        }
        LocalDate today = command.stamp().day();
        if (today.isBefore(state.validUntil().minusMonths(MONTHS_BEFORE_THE_END))) {
            return Verdict.refused(CertificateRefusals.notYetDue(state.validUntil()));
        }
        Verdict problem = problemWith(command.level(), command.assessedOn(), today);
        return problem != null
                ? problem
                : Verdict.happens(
                        new CertificateEvent.Renewed(
                                state.id(),
                                state.subject(),
                                command.application(),
                                number.assessed(command.category(), command.level()).value(),
                                command.category(),
                                command.level(),
                                command.assessedOn(),
                                today,
                                lastDay(today)));
    }

    /** The status of a certificate that was issued; as good as cancelled where none was. */
    static CertificateStatus current(CertificateState state) {
        CertificateStatus status = state.status();
        return status == null ? CertificateStatus.CANCELLED : status;
    }

    private static @Nullable Verdict problemWith(int level, LocalDate assessedOn, LocalDate today) {
        if (!isLevel(level)) {
            return Verdict.refused(CertificateRefusals.LEVEL);
        }
        return assessedOn.isAfter(today)
                ? Verdict.refused(CertificateRefusals.ASSESSED_LATER)
                : null;
    }

    private static boolean isLevel(int level) {
        return level >= 1 && level <= 4;
    }

    private static boolean sameGrade(
            DisabilityCertificateNumber number, Category category, int level) {
        return number.category() == category && number.level() == level;
    }

    /** Ten years end with the day before the corresponding one. */
    private static LocalDate lastDay(LocalDate issuedOn) {
        return issuedOn.plusYears(YEARS).minusDays(1);
    }
}
