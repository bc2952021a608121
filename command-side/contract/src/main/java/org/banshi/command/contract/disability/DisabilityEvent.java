package org.banshi.command.contract.disability;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/** What items for disabled persons add to the story of an application. */
public sealed interface DisabilityEvent extends PersonalEvent {

    ApplicationId application();

    /** {@code round}: 1 the hospital, 2 the city, 3 the province's experts, whose word is final. */
    @Stored("disability.assessed")
    record Assessed(
            ApplicationId application,
            PersonId subject,
            int round,
            String outcome,
            @Personal @Nullable Category category,
            @Personal @Nullable Integer level,
            LocalDate assessedOn,
            String hospital,
            @Personal String findings)
            implements DisabilityEvent {}

    @Stored("disability.assessment-told")
    record AssessmentTold(
            ApplicationId application, PersonId subject, int round, DueDate objectionUntil)
            implements DisabilityEvent {}

    @Stored("disability.assessment-accepted")
    record AssessmentAccepted(ApplicationId application, PersonId subject)
            implements DisabilityEvent {}

    @Stored("disability.assessment-disputed")
    record AssessmentDisputed(ApplicationId application, PersonId subject, @Personal String reason)
            implements DisabilityEvent {}

    @Stored("disability.notice-posted")
    record NoticePosted(
            ApplicationId application,
            PersonId subject,
            @Personal String name,
            @Personal Category category,
            @Personal Integer level,
            LocalDate from,
            DueDate until)
            implements DisabilityEvent {}

    @Stored("disability.objection-raised")
    record NoticeObjectedTo(ApplicationId application, PersonId subject, @Personal String objection)
            implements DisabilityEvent {}

    @Stored("disability.objection-resolved")
    record NoticeObjectionResolved(
            ApplicationId application, PersonId subject, String outcome, @Personal String findings)
            implements DisabilityEvent {}

    /**
     * Yuan a month from {@code firstMonth} on, zero for a subsidy that is not granted; the arrears
     * are those of the months from the application's to the one before. {@code tableVersion} names
     * the service version whose table gave the rates.
     */
    @Stored("disability.subsidy-reckoned")
    record SubsidyReckoned(
            ApplicationId application,
            PersonId subject,
            ServiceVersion tableVersion,
            LocalDate firstMonth,
            @Personal BigDecimal living,
            @Personal BigDecimal nursing,
            @Personal BigDecimal livingArrears,
            @Personal BigDecimal nursingArrears,
            boolean provisional)
            implements DisabilityEvent {}

    @Stored("disability.notice-ended")
    record NoticeEnded(ApplicationId application, PersonId subject) implements DisabilityEvent {}
}
