package org.banshi.command.contract.social;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.TaskAct;
import org.jspecify.annotations.Nullable;

/**
 * What social assistance adds to an application (社会救助). Sources: 民发〔2021〕57号 and domain rules §2.
 */
public sealed interface SocialCommand extends Command {

    ApplicationId application();

    /** 信息核对: the check report on income and assets. */
    @TaskAct("social.information-check")
    record RecordInformationCheck(
            @TargetAggregateIdentifier ApplicationId application,
            String outcome,
            @Personal BigDecimal monthlyIncome,
            @Personal BigDecimal financialAssets,
            @Personal String report,
            Stamp stamp)
            implements SocialCommand {}

    /** 入户调查, by at least two persons, signed. */
    @TaskAct("social.home-visit")
    record RecordHomeVisit(
            @TargetAggregateIdentifier ApplicationId application,
            LocalDate day,
            @Personal List<String> visitors,
            @Personal String findings,
            @Personal BigDecimal evaluatedIncome,
            Stamp stamp)
            implements SocialCommand {}

    /** 初审意见. */
    @TaskAct("social.opinion")
    record GiveOpinion(
            @TargetAggregateIdentifier ApplicationId application,
            String outcome,
            @Personal String opinion,
            Stamp stamp)
            implements SocialCommand {}

    /**
     * 随机抽查: whether the county looks into this case itself. Answers {@code drawn} or {@code
     * spared}.
     *
     * @param percent of cases that are drawn at least (民发〔2021〕43号: 百分之三十)
     */
    @TaskAct(value = "social.spot-check", automatic = true)
    record DrawSpotCheck(
            @TargetAggregateIdentifier ApplicationId application, int percent, Lot lot, Stamp stamp)
            implements SocialCommand {}

    /** 公示: name, family size and amount, nothing more. */
    @TaskAct(value = "social.public-notice", automatic = true)
    record PostPublicNotice(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements SocialCommand {}

    /** 公示异议, from any person; who objected is hidden from the applicant. */
    record RaiseObjection(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String objection,
            Stamp stamp)
            implements SocialCommand {}

    /** Re-investigation or 民主评议 after an objection, with a new opinion. */
    @TaskAct("social.objection")
    record ResolveObjection(
            @TargetAggregateIdentifier ApplicationId application,
            String outcome,
            @Personal String findings,
            Stamp stamp)
            implements SocialCommand {}

    /** 公示期满. */
    @TaskAct(value = "social.public-notice-end", automatic = true)
    record EndPublicNotice(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements SocialCommand {}

    /**
     * 审核确认, with the amount that the rule gave, or a rejection with {@code reason}, a key of the
     * package.
     */
    @TaskAct("social.confirmation")
    record Confirm(
            @TargetAggregateIdentifier ApplicationId application,
            String outcome,
            @Nullable String reason,
            @Personal String opinion,
            Stamp stamp)
            implements SocialCommand {}
}
