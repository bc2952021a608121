package org.banshi.command.domain.disability;

import java.time.LocalDate;
import java.util.Optional;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.disability.DisabilityCommand.EndNotice;
import org.banshi.command.contract.disability.DisabilityCommand.ObjectToNotice;
import org.banshi.command.contract.disability.DisabilityCommand.PostNotice;
import org.banshi.command.contract.disability.DisabilityCommand.ResolveNoticeObjection;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.domain.lifecycle.ProtectionRefusals;
import org.banshi.command.domain.verdict.Verdict;

/** Decides on the public notice of an assessment, and on what must lie before an approval. */
final class NoticeDecider {

    /** 公示期 in working days. */
    private static final int DAYS_OF_NOTICE = 5;

    private NoticeDecider() {}

    /** The last day of a notice posted on {@code day}, or of the one in force. */
    static DueDate until(
            DisabilityCase it, DisabilityState state, LocalDate day, WorkingCalendar calendar) {
        if (it.isProtected()) {
            // Nothing is put up: the process goes on at once.
            return new DueDate(day.minusDays(1), false);
        }
        DueDate until = state.noticeUntil();
        return until != null ? until : calendar.due(day, DAYS_OF_NOTICE, TermUnit.WORKING_DAYS);
    }

    static Verdict post(
            DisabilityCase it, DisabilityState state, PostNotice command, DueDate until) {
        DisabilityEvent.Assessed assessment = state.assessment();
        LocalDate today = command.stamp().day();
        if (assessment == null || state.awaited() || !isMet(assessment)) {
            return Verdict.refused(DisabilityRefusals.ASSESSMENT_MISSING);
        }
        Holder holder = Holder.of(it, today);
        if (holder.minor()) {
            return Verdict.refused(DisabilityRefusals.NO_NOTICE_OF_MINORS);
        }
        if (it.isProtected() || state.noticeUntil() != null) {
            return Verdict.NOTHING;
        }
        return it.isProtectionUnconfirmed()
                ? Verdict.refused(ProtectionRefusals.UNCONFIRMED)
                : Verdict.happens(
                        new DisabilityEvent.NoticePosted(
                                it.id(),
                                it.subject(),
                                holder.name(),
                                assessment.category(),
                                assessment.level(),
                                today,
                                until));
    }

    static Verdict object(DisabilityCase it, DisabilityState state, ObjectToNotice command) {
        if (it.isProtected() || !state.noticeUpOn(command.stamp().day())) {
            return Verdict.refused(DisabilityRefusals.NO_NOTICE);
        }
        Actor by = command.stamp().by();
        if (it.subject().equals(by.person()) || it.subject().equals(by.onBehalfOf())) {
            return Verdict.refused(DisabilityRefusals.OWN_NOTICE);
        }
        return state.objectedBefore(by)
                ? Verdict.refused(DisabilityRefusals.OBJECTED_BEFORE)
                : Verdict.happens(
                        new DisabilityEvent.NoticeObjectedTo(
                                it.id(), it.subject(), command.objection()));
    }

    static Verdict resolve(
            DisabilityCase it, DisabilityState state, ResolveNoticeObjection command) {
        return state.unresolvedObjections() == 0
                ? Verdict.refused(DisabilityRefusals.NO_OBJECTION)
                : Verdict.happens(
                        new DisabilityEvent.NoticeObjectionResolved(
                                it.id(), it.subject(), command.outcome(), command.findings()));
    }

    static Verdict end(DisabilityCase it, DisabilityState state, EndNotice command) {
        DueDate until = state.noticeUntil();
        if (until == null && !it.wasProtected()) {
            return Verdict.refused(DisabilityRefusals.NO_NOTICE);
        }
        if (until == null || state.noticeEnded()) {
            return Verdict.NOTHING;
        }
        if (!it.isProtected() && !command.stamp().day().isAfter(until.day())) {
            return Verdict.refused(DisabilityRefusals.NOTICE_UP);
        }
        return state.unresolvedObjections() > 0
                ? Verdict.refused(DisabilityRefusals.OBJECTION_UNRESOLVED)
                : Verdict.happens(new DisabilityEvent.NoticeEnded(it.id(), it.subject()));
    }

    /**
     * Why a case that was assessed can't be approved yet; empty where it can, and where nothing was
     * to be assessed.
     */
    static Optional<Refusal> problemWithApproval(
            DisabilityCase it, DisabilityState state, LocalDate today) {
        DisabilityEvent.Assessed assessment = state.assessment();
        if (assessment == null) {
            return Optional.empty();
        }
        if (state.awaited() || !isMet(assessment)) {
            return Optional.of(DisabilityRefusals.STANDARD_NOT_MET);
        }
        return state.noticeEnded() || it.wasProtected() || Holder.of(it, today).minor()
                ? Optional.empty()
                : Optional.of(DisabilityRefusals.NOTICE_UP);
    }

    private static boolean isMet(DisabilityEvent.Assessed assessment) {
        return assessment.outcome().equals(DisabilityWords.MEETS);
    }
}
