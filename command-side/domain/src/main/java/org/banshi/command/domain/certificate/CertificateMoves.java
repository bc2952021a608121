package org.banshi.command.domain.certificate;

import java.time.LocalDate;
import org.banshi.command.contract.certificate.CertificateCommand.MoveIn;
import org.banshi.command.contract.certificate.CertificateCommand.ReportMoveOut;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.domain.verdict.Verdict;

/** Decides on a certificate whose household moves (domain rules §3.3, 迁移). */
final class CertificateMoves {

    private static final int MONTHS_TO_FREEZING = 6;
    private static final int MONTHS_TO_CANCELLING = 12;

    private CertificateMoves() {}

    /** More than six months and more than a year: from the day after the corresponding one. */
    static Verdict out(CertificateState state, ReportMoveOut command) {
        LocalDate movedOn = command.movedOn();
        if (movedOn.isAfter(command.stamp().day())) {
            return Verdict.refused(CertificateRefusals.MOVED_LATER);
        }
        return switch (CertificateDecider.current(state)) {
            case CANCELLED, HELD -> Verdict.refused(CertificateRefusals.NOT_VALID);
            default ->
                    state.leftBehind()
                            ? Verdict.NOTHING
                            : Verdict.happens(
                                    new CertificateEvent.MovedOut(
                                            state.id(),
                                            state.subject(),
                                            movedOn,
                                            movedOn.plusMonths(MONTHS_TO_FREEZING).plusDays(1),
                                            movedOn.plusMonths(MONTHS_TO_CANCELLING).plusDays(1)));
        };
    }

    static Verdict in(CertificateState state, MoveIn command) {
        CertificateStatus status = CertificateDecider.current(state);
        if (status == CertificateStatus.CANCELLED || status == CertificateStatus.HELD) {
            return Verdict.refused(CertificateRefusals.NOT_VALID);
        }
        LocalDate cancelledFrom = state.cancelledFrom();
        boolean tooLate = cancelledFrom != null && !command.stamp().day().isBefore(cancelledFrom);
        return tooLate
                ? Verdict.refused(CertificateRefusals.MOVED_TOO_LATE)
                : Verdict.happens(
                        new CertificateEvent.MovedIn(
                                state.id(), state.subject(), command.region()));
    }
}
