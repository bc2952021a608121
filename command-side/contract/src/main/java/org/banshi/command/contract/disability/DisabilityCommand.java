package org.banshi.command.contract.disability;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.TaskAct;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.jspecify.annotations.Nullable;

/**
 * What items for disabled persons add to an application: the assessment of a disability and its
 * public notice. Sources: 残疾人证管理办法 (2018), domain rules §3.2.
 */
public sealed interface DisabilityCommand extends Command {

    ApplicationId application();

    /**
     * 残疾评定: by the designated hospital, then the city, then the province's experts.
     *
     * @param category null where the standard is not met
     * @param level 1 to 4, null where the standard is not met
     */
    @TaskAct("disability.assessment")
    record RecordAssessment(
            @TargetAggregateIdentifier ApplicationId application,
            String outcome,
            @Personal @Nullable Category category,
            @Personal @Nullable Integer level,
            LocalDate assessedOn,
            String hospital,
            @Personal String findings,
            Stamp stamp)
            implements DisabilityCommand {}

    /** The applicant was told the result; answers the last day to object to it. */
    @TaskAct(value = "disability.assessment-result", automatic = true)
    record TellAssessment(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements DisabilityCommand {}

    /** The applicant agrees with the result: nobody waits for the last day. */
    record AcceptAssessment(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements DisabilityCommand {}

    /** The applicant objects to the result: it is assessed again, one level up. */
    record DisputeAssessment(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String reason,
            Stamp stamp)
            implements DisabilityCommand {}

    /** 公示: name, category and level; never of a minor. Answers its last day. */
    @TaskAct(value = "disability.public-notice", automatic = true)
    record PostNotice(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements DisabilityCommand {}

    /** 公示异议, from any person; who objected is hidden from the applicant. */
    record ObjectToNotice(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String objection,
            Stamp stamp)
            implements DisabilityCommand {}

    /** What the approving body found; with {@code reassess} the assessment falls. */
    @TaskAct("disability.objection")
    record ResolveNoticeObjection(
            @TargetAggregateIdentifier ApplicationId application,
            String outcome,
            @Personal String findings,
            Stamp stamp)
            implements DisabilityCommand {}

    /**
     * 两项补贴: what is paid a month, from which month, and for the months since the application before
     * it. Each month has the rate of its own date, from the package's decision {@code rate}.
     */
    @TaskAct(value = "disability.subsidy", automatic = true)
    record ReckonSubsidy(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements DisabilityCommand {}

    /** 公示期满. */
    @TaskAct(value = "disability.public-notice-end", automatic = true)
    record EndNotice(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements DisabilityCommand {}
}
