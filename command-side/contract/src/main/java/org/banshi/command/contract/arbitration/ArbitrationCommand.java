package org.banshi.command.contract.arbitration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.TaskAct;
import org.jspecify.annotations.Nullable;

/**
 * What labour arbitration adds to an application. A party is named by its key in the case: {@code
 * a1}, {@code a2} for claimants, {@code r1} for respondents, {@code t1} for third parties. Sources:
 * 劳动争议调解仲裁法, 劳动人事争议仲裁办案规则 and domain rules §5.
 */
public sealed interface ArbitrationCommand extends Command {

    ApplicationId application();

    /** 立案: parties and claims of the accepted application's form join the case. */
    @TaskAct(value = "arbitration.docket", automatic = true)
    record Docket(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements ArbitrationCommand {}

    /** 追加当事人或者第三人. */
    @TaskAct(value = "arbitration.party", beside = true)
    record AddParty(
            @TargetAggregateIdentifier ApplicationId application,
            Side side,
            Role role,
            @Personal PartyDetails details,
            Stamp stamp)
            implements ArbitrationCommand {}

    /**
     * 送达: a document reached a party. {@code parties} null stands for everybody whom it has to
     * reach and has not yet.
     *
     * @param servedOn when it reached them; for an announcement the day on which it was posted
     * @param proof number of the receipt, or id of the paper that proves it; stored in clear
     */
    @TaskAct(value = "arbitration.service", beside = true)
    record Serve(
            @TargetAggregateIdentifier ApplicationId application,
            ServedDocument document,
            @Nullable List<String> parties,
            LocalDate servedOn,
            ServiceWay way,
            String proof,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** Answers the last day on which any respondent may answer. */
    @TaskAct(value = "arbitration.answer-term", automatic = true)
    record AwaitAnswers(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements ArbitrationCommand {}

    /** 答辩, by the respondent, or taken in at the window. */
    @TaskAct(value = "arbitration.answer", beside = true)
    record Answer(
            @TargetAggregateIdentifier ApplicationId application,
            String party,
            @Personal String answer,
            Stamp stamp)
            implements ArbitrationCommand {}

    /**
     * 转送答辩书副本: whatever was answered and is not passed on yet goes to the claimants.
     *
     * @param servedOn when it reached them; for an announcement the day on which it was posted
     * @param proof number of the receipt; stored in clear
     */
    @TaskAct("arbitration.forwarding")
    record ForwardAnswers(
            @TargetAggregateIdentifier ApplicationId application,
            LocalDate servedOn,
            ServiceWay way,
            String proof,
            Stamp stamp)
            implements ArbitrationCommand {

        /** The service that it comes to. */
        public Serve asService() {
            return new Serve(application, ServedDocument.ANSWER, null, servedOn, way, proof, stamp);
        }
    }

    /** Answers what parties brought in beside the tasks and waits to be dealt with. */
    record ListPending(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements ArbitrationCommand {}

    /** A claim is added (增加请求), or a respondent's own one comes (反申请). */
    @TaskAct(value = "arbitration.claim", beside = true)
    record FileClaim(
            @TargetAggregateIdentifier ApplicationId application,
            String party,
            ClaimKind kind,
            LocalDate since,
            @Personal @Nullable BigDecimal amount,
            @Personal String grounds,
            Stamp stamp)
            implements ArbitrationCommand {}

    /**
     * 撤回请求: a party takes back one claim of its own, such as a counter-claim. The case ends where
     * nothing is left in it.
     */
    @TaskAct(value = "arbitration.claim-withdrawal", beside = true)
    record WithdrawClaim(
            @TargetAggregateIdentifier ApplicationId application,
            String party,
            String claim,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** 提交证据. What the committee does not serve stays between it and the party. */
    record FileEvidence(
            @TargetAggregateIdentifier ApplicationId application,
            String party,
            List<Material> materials,
            @Personal String proves,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** A filed claim is taken into the case, whose time begins anew. */
    @TaskAct(value = "arbitration.claim-decision", outcome = "accept", beside = true)
    record AcceptClaim(
            @TargetAggregateIdentifier ApplicationId application, String claim, Stamp stamp)
            implements ArbitrationCommand {}

    /** A filed claim is not taken into the case. */
    @TaskAct(value = "arbitration.claim-decision", outcome = "refuse", beside = true)
    record RefuseClaim(
            @TargetAggregateIdentifier ApplicationId application,
            String claim,
            @Personal String reason,
            Stamp stamp)
            implements ArbitrationCommand {}

    /**
     * 组庭. Three arbitrators where the law wants three.
     *
     * @param arbitrators names as in the roll of arbitrators, the presiding one first
     */
    @TaskAct(value = "arbitration.panel", beside = true)
    record NamePanel(
            @TargetAggregateIdentifier ApplicationId application,
            List<String> arbitrators,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** 申请回避, by a party. */
    @TaskAct(value = "arbitration.recusal", beside = true)
    record AskRecusal(
            @TargetAggregateIdentifier ApplicationId application,
            String party,
            String arbitrator,
            @Personal String grounds,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** 回避决定. */
    @TaskAct(value = "arbitration.recusal-decision", beside = true)
    record DecideRecusal(
            @TargetAggregateIdentifier ApplicationId application,
            String arbitrator,
            boolean upheld,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** 排期: panel, all parties and room are booked for half a day. */
    @TaskAct("arbitration.hearing-set")
    record SetHearing(
            @TargetAggregateIdentifier ApplicationId application,
            LocalDate day,
            HalfDay half,
            String room,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** 申请延期开庭, by a party. */
    @TaskAct(value = "arbitration.adjournment-request", beside = true)
    record AskAdjournment(
            @TargetAggregateIdentifier ApplicationId application,
            String party,
            @Personal String grounds,
            Stamp stamp)
            implements ArbitrationCommand {}

    /**
     * 准予延期, as a party asked: the booking is given back, and another day is set. A step of its own
     * alone: the process has to leave the hearing.
     */
    @TaskAct(value = "arbitration.adjournment-decision", outcome = "grant")
    record GrantAdjournment(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String reason,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** 不予延期, to one party that asked. */
    @TaskAct(value = "arbitration.adjournment-decision", outcome = "deny", beside = true)
    record DenyAdjournment(
            @TargetAggregateIdentifier ApplicationId application,
            String party,
            @Personal String reason,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** Answers whether a hearing was put off and no other is set since. */
    record FindAdjourned(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements ArbitrationCommand {}

    /** 延期开庭: the booking is given back. */
    @TaskAct(value = "arbitration.hearing", outcome = "adjourned")
    record Adjourn(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String reason,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** 开庭, everybody there. */
    @TaskAct(value = "arbitration.hearing", outcome = "held")
    record HoldHearing(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements ArbitrationCommand {}

    /**
     * 缺席开庭: respondents who were told did not come, without good reason; or no claimant did, whose
     * claims then count as withdrawn, while a counter-claim is heard.
     */
    @TaskAct(value = "arbitration.hearing", outcome = "respondent-absent")
    record HoldHearingByDefault(
            @TargetAggregateIdentifier ApplicationId application, List<String> absent, Stamp stamp)
            implements ArbitrationCommand {}

    /**
     * 按撤回仲裁申请处理: the claimant was told and did not come, without good reason. Not while a
     * counter-claim is in the case: that is heard.
     */
    @TaskAct(value = "arbitration.hearing", outcome = "applicant-absent")
    record DeemWithdrawn(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements ArbitrationCommand {}

    /** 调解 succeeded, at whatever stage before the award; {@code terms} go to every party. */
    @TaskAct("arbitration.settlement")
    record Settle(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String terms,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** 签收前反悔: a party does not sign for the settlement; the award follows. */
    @TaskAct("arbitration.settlement-refused")
    record RefuseSettlement(
            @TargetAggregateIdentifier ApplicationId application, String party, Stamp stamp)
            implements ArbitrationCommand {}

    /** 裁决 on all that is left; what is final and what is not come in separate awards. */
    @TaskAct(value = "arbitration.award", outcome = "award")
    record MakeAward(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal List<AwardedItem> items,
            @Personal String reasons,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** 部分先行裁决: on claims whose facts are clear already. */
    @TaskAct(value = "arbitration.award", outcome = "partial-award")
    record MakePartialAward(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal List<AwardedItem> items,
            @Personal String reasons,
            Stamp stamp)
            implements ArbitrationCommand {}

    /**
     * 申请先予执行, by a worker who can't wait for the award.
     *
     * @param claim key of a claim of the party; of a group the key that they share, such as {@code
     *     c1}, stands for those of each whom the party speaks for
     * @param amount asked, in yuan, for each of these claims; null: as claimed
     * @param grounds why the rights are clear, and why waiting would be hard
     */
    @TaskAct(value = "arbitration.advance", beside = true)
    record AskAdvance(
            @TargetAggregateIdentifier ApplicationId application,
            String party,
            String claim,
            @Personal @Nullable BigDecimal amount,
            @Personal String grounds,
            Stamp stamp)
            implements ArbitrationCommand {}

    /**
     * 裁决先予执行 (劳动争议调解仲裁法 44). A worker gives no security.
     *
     * @param advance number of the request
     * @param clear whether rights and duties between the parties are clear
     * @param hardship whether waiting would gravely harm the life of whoever asks
     * @param amount in yuan, for each claim; null: as asked
     */
    @TaskAct(value = "arbitration.advance-decision", outcome = "grant", beside = true)
    record GrantAdvance(
            @TargetAggregateIdentifier ApplicationId application,
            int advance,
            boolean clear,
            boolean hardship,
            @Personal @Nullable BigDecimal amount,
            @Personal String reasons,
            Stamp stamp)
            implements ArbitrationCommand {}

    /** 驳回先予执行申请. */
    @TaskAct(value = "arbitration.advance-decision", outcome = "deny", beside = true)
    record DenyAdvance(
            @TargetAggregateIdentifier ApplicationId application,
            int advance,
            @Personal String reasons,
            Stamp stamp)
            implements ArbitrationCommand {}

    /**
     * 移送人民法院执行: the committee hands a ruling over for execution.
     *
     * @param court name of the people's court
     * @param day on which it was handed over
     * @param proof number of the receipt; stored in clear
     */
    @TaskAct(value = "arbitration.advance-handover", beside = true)
    record HandOverAdvance(
            @TargetAggregateIdentifier ApplicationId application,
            int advance,
            String court,
            LocalDate day,
            String proof,
            Stamp stamp)
            implements ArbitrationCommand {}

    /**
     * A party's own account may see the case from now on.
     *
     * @param code as printed on the papers served on the party
     */
    @TaskAct(value = "arbitration.access", beside = true)
    record OpenAccess(
            @TargetAggregateIdentifier ApplicationId application,
            String party,
            @Personal String code,
            Stamp stamp)
            implements ArbitrationCommand {}
}
