package org.banshi.command.domain.arbitration;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an act on panel, hearing, settlement and award is not taken. Sources: domain rules §5. */
final class HearingRefusals {

    static final Refusal PANEL_SIZE =
            new Refusal(
                    "panel-size",
                    Text.of(
                            "仲裁庭由三名仲裁员组成，简单案件可以由一名仲裁员独任。",
                            "A panel has three arbitrators, or one in a simple case."),
                    Text.of("请填写一名或者三名不同的仲裁员。", "Name one or three different arbitrators."),
                    "劳动争议调解仲裁法 第三十一条");

    static final Refusal PANEL_OF_THREE =
            new Refusal(
                    "panel-of-three",
                    Text.of("本案应当由三名仲裁员组成仲裁庭。", "This case needs three arbitrators."),
                    Text.of("请再指定仲裁员。", "Name more."),
                    "劳动人事争议仲裁组织规则 第十三条");

    static final Refusal RECUSED =
            new Refusal(
                    "recused",
                    Text.of("该仲裁员已经回避。", "The arbitrator has stepped back from this case."),
                    Text.of("请指定其他仲裁员。", "Name somebody else."),
                    "劳动争议调解仲裁法 第三十三条");

    static final Refusal NOT_ON_THE_PANEL =
            Refusal.of(
                    "not-on-the-panel",
                    Text.of("该仲裁员不是本案仲裁庭成员。", "The arbitrator is not on the panel."),
                    Text.of("请核对姓名。", "Check the name."));

    static final Refusal RECUSAL_NOT_ASKED =
            Refusal.of(
                    "recusal-not-asked",
                    Text.of("没有待决定的回避申请。", "Nobody waits for a decision on that recusal."),
                    Text.of("请核对姓名。", "Check the name."));

    static final Refusal PANEL_MISSING =
            new Refusal(
                    "panel-missing",
                    Text.of(
                            "仲裁庭尚未组成，或者有成员回避。",
                            "The panel is not named, or a member stepped back."),
                    Text.of("请先组成仲裁庭。", "Name the panel first."),
                    "劳动争议调解仲裁法 第三十二条");

    static final Refusal RECUSAL_OPEN =
            new Refusal(
                    "recusal-open",
                    Text.of("回避申请尚未决定。", "A recusal is still to be decided."),
                    Text.of("请先决定是否回避。", "Decide on it first."),
                    "劳动争议调解仲裁法 第三十三条");

    static final Refusal HEARING_IS_SET =
            Refusal.of(
                    "hearing-set-before",
                    Text.of("已经排定开庭。", "A hearing is set already."),
                    Text.of("如需变动，请先延期。", "Adjourn it first."));

    static final Refusal NOTICE_TOO_SHORT =
            new Refusal(
                    "notice-too-short",
                    Text.of("开庭应当提前五日书面通知双方。", "Both sides are told five working days before."),
                    Text.of("请选择更晚的日期。", "Choose a later day."),
                    "劳动争议调解仲裁法 第三十五条");

    static final Refusal HEARING_ON_A_DAY_OFF =
            Refusal.of(
                    "hearing-on-a-day-off",
                    Text.of("该日不是工作日。", "No work is done on that day."),
                    Text.of("请选择工作日。", "Choose a working day."));

    static final Refusal ANSWER_TERM_RUNS =
            new Refusal(
                    "answer-term-runs",
                    Text.of("被申请人的答辩期尚未届满。", "A respondent may still answer on that day."),
                    Text.of("请选择答辩期满之后的日期。", "Choose a day after the time to answer."),
                    "劳动争议调解仲裁法 第三十条");

    static final Refusal ANSWER_UNSERVED =
            new Refusal(
                    "answer-unserved",
                    Text.of("还有答辩书没有送达申请人。", "An answer has not reached the claimants yet."),
                    Text.of("请先送达答辩书副本，再排定开庭。", "Pass the answer on first, then set the hearing."),
                    "劳动争议调解仲裁法 第三十条");

    static final Refusal NO_HEARING =
            Refusal.of(
                    "no-hearing",
                    Text.of("没有排定的开庭。", "No hearing is set."),
                    Text.of("请先排期。", "Set one first."));

    static final Refusal ADJOURNMENT_LATE =
            new Refusal(
                    "adjournment-late",
                    Text.of(
                            "申请延期应当在开庭三日前提出。",
                            "An adjournment is asked for three working days before."),
                    Text.of("有正当理由的，请直接联系仲裁庭。", "With good reason, call the panel."),
                    "劳动争议调解仲裁法 第三十五条");

    static final Refusal ADJOURNMENT_NOT_ASKED =
            Refusal.of(
                    "adjournment-not-asked",
                    Text.of(
                            "没有待决定的延期申请。",
                            "No request to put the hearing off waits for a decision."),
                    Text.of("请核对当事人。", "Check the party."));

    static final Refusal ADJOURNMENT_OPEN =
            new Refusal(
                    "adjournment-open",
                    Text.of(
                            "没有到庭的当事人申请过延期，尚未决定。",
                            "Who did not come asked for another day, and nobody decided on it."),
                    Text.of("请延期，另行开庭。", "Put the hearing off to another day."),
                    "劳动争议调解仲裁法 第三十五条、第三十六条");

    static final Refusal DENIED_TOO_LATE =
            new Refusal(
                    "adjournment-denied-late",
                    Text.of(
                            "开庭当日起，不能再不予延期：当事人已经来不及到庭。",
                            "From the day of the hearing on it is too late to say no: the party"
                                    + " cannot come any more."),
                    Text.of(
                            "到庭的，正常开庭；没有到庭的，请延期。",
                            "Hold the hearing if they came; otherwise put it off."),
                    "劳动争议调解仲裁法 第三十五条");

    static final Refusal HEARING_TO_COME =
            Refusal.of(
                    "hearing-to-come",
                    Text.of("还没有到开庭的日期。", "The day of the hearing has not come."),
                    Text.of("请在开庭当日或者之后记录。", "Record it on the day or after."));

    static final Refusal ABSENT_UNKNOWN =
            Refusal.of(
                    "absent-unknown",
                    Text.of(
                            "请写明没有到庭的被申请人；只有审理反申请时，才可以在全体申请人缺席时开庭。",
                            "Name the respondents who did not come; without any claimant only a"
                                    + " counter-claim is heard."),
                    Text.of(
                            "申请人没有到庭的，选择按撤回处理。",
                            "If the claimants did not come, choose that outcome."));

    static final Refusal COUNTER_CLAIM =
            new Refusal(
                    "counter-claim-open",
                    Text.of(
                            "被申请人有反申请，申请人不到庭的，只有申请人自己的请求视为撤回。",
                            "The respondent has a counter-claim: only the claimants' own claims"
                                    + " count as withdrawn."),
                    Text.of(
                            "请选择缺席开庭，写明没有到庭的申请人，继续审理反申请。",
                            "Hold the hearing in their absence and name them; the counter-claim is"
                                    + " heard."),
                    "劳动争议调解仲裁法 第三十六条");

    static final Refusal ABSENT_NOT_TOLD =
            new Refusal(
                    "absent-not-told",
                    Text.of(
                            "没有到庭的当事人未在开庭五日前收到通知。",
                            "Who did not come was not told five working days before."),
                    Text.of("请延期并重新通知。", "Adjourn and tell them again."),
                    "劳动争议调解仲裁法 第三十六条");

    static final Refusal RULED =
            Refusal.of(
                    "ruled-already",
                    Text.of("请求事项已经全部处理完毕。", "Everything claimed is decided."),
                    Text.of("请办理送达和结案。", "Serve it and close the case."));

    static final Refusal SETTLEMENT_OPEN =
            new Refusal(
                    "settlement-open",
                    Text.of("调解书正在等待签收。", "A settlement waits for signatures."),
                    Text.of("请等待签收，或者记录反悔。", "Wait for them, or record that a party refuses."),
                    "劳动争议调解仲裁法 第四十二条");

    static final Refusal NO_SETTLEMENT =
            Refusal.of(
                    "no-settlement",
                    Text.of("没有待签收的调解书。", "No settlement waits for signatures."),
                    Text.of("请核对案件进度。", "Look where the case stands."));

    static final Refusal SIGNED_BEFORE =
            Refusal.of(
                    "settlement-signed",
                    Text.of("该当事人已经签收调解书。", "The party has signed for the settlement."),
                    Text.of("请核对当事人。", "Check the party."));

    static final Refusal NOT_HEARD =
            Refusal.of(
                    "not-heard",
                    Text.of("尚未开庭，不能裁决。", "Nothing is awarded before the hearing."),
                    Text.of("请先开庭。", "Hold the hearing first."));

    static final Refusal CLAIM_PENDING =
            new Refusal(
                    "claim-pending",
                    Text.of("有请求尚未决定是否并案处理。", "A claim waits for whether it joins the case."),
                    Text.of("请先决定。", "Decide on it first."),
                    "劳动人事争议仲裁办案规则 第三十六条");

    static final Refusal CLAIM_NOT_OPEN =
            Refusal.of(
                    "claim-not-open",
                    Text.of("没有该项待裁决的请求。", "No such claim is to be decided."),
                    Text.of("请核对请求编号。", "Check the claim's number."));

    /** As of the whole application, said of the last claim that is left. */
    static final Refusal DECISION_MADE =
            Refusal.of(
                    "decision-made",
                    Text.of(
                            "部分请求已经裁决，剩下的最后一项请求不能再撤回。",
                            "A part is decided; it is too late to withdraw the last claim."),
                    Text.of("请等待对该项请求的裁决。", "Wait for the award on it."));

    static final Refusal CLAIM_TWICE =
            Refusal.of(
                    "claim-twice",
                    Text.of("同一请求写了两次。", "A claim is there twice."),
                    Text.of("请只写一次。", "Write it once."));

    static final Refusal AMOUNT_MISSING =
            Refusal.of(
                    "amount-missing",
                    Text.of(
                            "请写明裁决的金额，驳回的写零。",
                            "Say the sum that is awarded, zero where it is dismissed."),
                    Text.of("请补充金额。", "Add the sum."));

    static final Refusal NOT_PARTIAL =
            new Refusal(
                    "award-of-nothing",
                    Text.of(
                            "部分裁决应当写明先行裁决的请求，并留有其余请求。",
                            "A partial award names some claims and leaves others."),
                    Text.of("请核对请求，或者作出全部裁决。", "Check the claims, or make the whole award."),
                    "劳动争议调解仲裁法 第四十三条");

    static final Refusal CLAIM_LEFT_OUT =
            new Refusal(
                    "claim-left-out",
                    Text.of("有请求没有裁决。", "A claim is not decided."),
                    Text.of("请对每项请求作出裁决，或者先行部分裁决。", "Decide each, or make a partial award."),
                    "劳动争议调解仲裁法 第四十六条");

    static final Refusal NO_RULE =
            Refusal.of(
                    "no-rule",
                    Text.of("规则表没有适用于该项裁决的规定。", "The table has no rule for an item."),
                    Text.of("请联系事项维护人员。", "Tell whoever maintains the item."));

    private HearingRefusals() {}
}
