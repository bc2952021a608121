package org.banshi.command.domain.application;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an end, or what follows it, is not taken. */
final class EndingRefusals {

    static final Refusal DECISION_MADE =
            Refusal.of(
                    "decision-made",
                    Text.of("决定已经作出，不能再撤回申请。", "The decision is made; it is too late to withdraw."),
                    Text.of("可以等待决定送达，或依法寻求救济。", "Wait for the decision, or contest it."));

    static final Refusal WITHDRAWN_BEFORE =
            new Refusal(
                    "claims-withdrawn-before",
                    Text.of(
                            "申请人的请求已经撤回或者视为撤回，没有可以撤回的请求了。",
                            "The claimant's claims are withdrawn, or count as withdrawn: nothing is"
                                    + " left to withdraw."),
                    Text.of(
                            "对方提出的反申请继续审理，请按通知答辩、到庭。",
                            "The other side's own claim is still heard: answer it, and come as you"
                                    + " are told."),
                    "劳动争议调解仲裁法 第三十六条；劳动人事争议仲裁办案规则 第三十九条");

    static final Refusal OFFICES_OWN =
            new Refusal(
                    "withdrawal-of-the-offices-own",
                    Text.of(
                            "这是机关依职权开展的核查，不能撤回。",
                            "The office verifies this by itself; it is not withdrawn."),
                    Text.of(
                            "报告有误或者情况有变的，请告诉经办人员，由机关作出决定。",
                            "Tell the officer what was wrong or has changed; the office decides."),
                    "民发〔2021〕57号 第三十条、第三十一条；国发〔2015〕52号 第四部分");

    static final Refusal DELIVERY_UNKNOWN =
            Refusal.of(
                    "delivery-unknown",
                    Text.of("没有这次送达。", "There is no such delivery."),
                    Text.of("请核对送达编号。", "Check the delivery's id."));

    static final Refusal DELIVERY_DAY =
            Refusal.of(
                    "delivery-day",
                    Text.of(
                            "送达日期不得早于发出之日，也不得晚于今天。",
                            "The day of delivery lies between the day of dispatch and today."),
                    Text.of("请更正送达日期。", "Correct the day."));

    static final Refusal SERVICE_UNKNOWN =
            Refusal.of(
                    "service-day-missing",
                    Text.of("没有登记送达日期和方式。", "The day and way of service are not on record."),
                    Text.of("请先登记送达。", "Record the service first."));

    static final Refusal DELIVERED_BEFORE =
            Refusal.of(
                    "delivered-before",
                    Text.of("这份文书已经登记送达。", "The delivery of this document is recorded already."),
                    Text.of("请刷新页面查看送达日期。", "Reload to see the day."));

    static final Refusal NOTHING_TO_COLLECT =
            Refusal.of(
                    "nothing-to-collect",
                    Text.of(
                            "此件未获批准，没有可领取的结果。",
                            "The case was not approved; there is nothing to collect."),
                    Text.of("请查看办理决定。", "See the decision."));

    static final Refusal COLLECTED_BEFORE =
            Refusal.of(
                    "collected-before",
                    Text.of("办理结果已经领取。", "The result was collected before."),
                    Text.of("如需补发，请另行申请。", "Apply for a replacement if it is needed."));

    static final Refusal RATED_BEFORE =
            Refusal.of(
                    "rated-before",
                    Text.of("此件已经评价过。", "The case was rated before."),
                    Text.of("一事一评，无需再次评价。", "One rating a case; nothing more is needed."));

    static final Refusal RATING_SCORE =
            Refusal.of(
                    "rating-score",
                    Text.of(
                            "评价分为五级：1 非常满意至 5 非常不满意。",
                            "A rating is 1 (very satisfied) to 5 (very dissatisfied)."),
                    Text.of("请选择其中一级。", "Choose one of them."));

    static final Refusal PROTECTION_REASON =
            Refusal.of(
                    "protection-reason",
                    Text.of("请说明情况。", "Say what happened."),
                    Text.of("简单写明即可，只有办理人员能看到。", "A few words will do; only officers see them."));

    static final Refusal LIFT_BY_ANOTHER =
            Refusal.of(
                    "protection-second-officer",
                    Text.of("解除保护须由另一名工作人员核实。", "It takes another officer to lift the protection."),
                    Text.of(
                            "请同事单独与申请人核实后办理。",
                            "Let a colleague speak with the applicant alone, and lift it."));

    /** Says nothing of a protection: it is told to somebody who may be the reason for it. */
    static final Refusal APPLICANT_ALONE =
            Refusal.of(
                    "applicant-alone",
                    Text.of("此件只能由申请人本人办理。", "Only the applicant in person can do this."),
                    Text.of("请申请人本人登录，或者到窗口办理。", "The applicant logs in, or comes to the window."));

    static final Refusal DEATH_REASON =
            Refusal.of(
                    "death-reason",
                    Text.of("请写明依据。", "Say what it rests on."),
                    Text.of(
                            "例如死亡证明、户籍注销信息，或者与本人核实的情况。",
                            "Such as a certificate, or that you met the person."));

    static final Refusal NO_DEATH =
            Refusal.of(
                    "death-not-recorded",
                    Text.of("没有登记申请人死亡。", "No death of the applicant is recorded."),
                    Text.of("请先核实并登记。", "Check and record it first."));

    static final Refusal PERSONAL_MATTER =
            Refusal.of(
                    "personal-matter",
                    Text.of("此事项只属于申请人本人，他人不能继续。", "What is asked for was the applicant's alone."),
                    Text.of("请终止办理。", "Terminate the case."));

    static final Refusal SUCCESSOR_UNKNOWN =
            Refusal.of(
                    "successor-unknown",
                    Text.of(
                            "继续办理人的姓名、身份号码、手机或者与申请人的关系不正确。",
                            "Name, number, phone or relation of who goes on is not right."),
                    Text.of(
                            "请核对身份证件和关系证明。",
                            "Look at the identity document and the proof of relation."));

    private EndingRefusals() {}
}
