package org.banshi.command.domain.disability;

import java.time.LocalDate;
import java.util.Optional;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.disability.DisabilityCommand.AcceptAssessment;
import org.banshi.command.contract.disability.DisabilityCommand.DisputeAssessment;
import org.banshi.command.contract.disability.DisabilityCommand.RecordAssessment;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.domain.verdict.Verdict;

/** Decides on the assessment of a disability (残疾人证管理办法, domain rules §3.2). */
final class DisabilityDecider {

    /** The province's experts: their word is final. */
    private static final int LAST_ROUND = 3;

    /** In which the applicant may object to the assessment, in working days. */
    private static final int DAYS_TO_OBJECT = 10;

    private DisabilityDecider() {}

    static Verdict assess(DisabilityCase it, DisabilityState state, RecordAssessment command) {
        if (!state.awaited()) {
            return Verdict.refused(DisabilityRefusals.ASSESSED_BEFORE);
        }
        if (command.assessedOn().isAfter(command.stamp().day())) {
            return Verdict.refused(DisabilityRefusals.ASSESSED_LATER);
        }
        boolean meets = command.outcome().equals(DisabilityWords.MEETS);
        Integer level = command.level();
        boolean graded = command.category() != null && level != null && level >= 1 && level <= 4;
        if (meets && !graded) {
            return Verdict.refused(DisabilityRefusals.GRADE_MISSING);
        }
        return Verdict.happens(
                new DisabilityEvent.Assessed(
                        it.id(),
                        it.subject(),
                        state.round() + 1,
                        command.outcome(),
                        meets ? command.category() : null,
                        meets ? level : null,
                        command.assessedOn(),
                        command.hospital(),
                        command.findings()));
    }

    /** The last day to object for an applicant who is told on {@code day}, or was before. */
    static DueDate objectionUntil(DisabilityState state, LocalDate day, WorkingCalendar calendar) {
        DueDate until = state.objectionUntil();
        return until != null ? until : calendar.due(day, DAYS_TO_OBJECT, TermUnit.WORKING_DAYS);
    }

    static Verdict tell(DisabilityCase it, DisabilityState state, DueDate until) {
        if (state.awaited()) {
            return Verdict.refused(DisabilityRefusals.ASSESSMENT_MISSING);
        }
        if (state.round() >= LAST_ROUND) {
            return Verdict.refused(DisabilityRefusals.ASSESSMENT_FINAL);
        }
        return state.objectionUntil() != null
                ? Verdict.NOTHING
                : Verdict.happens(
                        new DisabilityEvent.AssessmentTold(
                                it.id(), it.subject(), state.round(), until));
    }

    static Verdict agree(DisabilityCase it, DisabilityState state, AcceptAssessment command) {
        return problemWithAnswer(state, command.stamp().day())
                .map(Verdict::refused)
                .orElseGet(
                        () ->
                                Verdict.happens(
                                        new DisabilityEvent.AssessmentAccepted(
                                                it.id(), it.subject())));
    }

    static Verdict dispute(DisabilityCase it, DisabilityState state, DisputeAssessment command) {
        return problemWithAnswer(state, command.stamp().day())
                .map(Verdict::refused)
                .orElseGet(
                        () ->
                                Verdict.happens(
                                        new DisabilityEvent.AssessmentDisputed(
                                                it.id(), it.subject(), command.reason())));
    }

    /** Once, and by the last day. */
    private static Optional<Refusal> problemWithAnswer(DisabilityState state, LocalDate today) {
        if (state.awaited()) {
            return Optional.of(DisabilityRefusals.ASSESSMENT_MISSING);
        }
        if (state.round() >= LAST_ROUND) {
            return Optional.of(DisabilityRefusals.ASSESSMENT_FINAL);
        }
        if (state.agreed()) {
            return Optional.of(DisabilityRefusals.AGREED_BEFORE);
        }
        DueDate until = state.objectionUntil();
        if (until == null) {
            return Optional.of(DisabilityRefusals.NOT_TOLD);
        }
        return today.isAfter(until.day())
                ? Optional.of(DisabilityRefusals.OBJECTION_TOO_LATE)
                : Optional.empty();
    }
}
