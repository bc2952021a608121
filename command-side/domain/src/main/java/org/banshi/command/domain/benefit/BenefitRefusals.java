package org.banshi.command.domain.benefit;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an act on a benefit is not taken. Sources: domain rules §2.5. */
final class BenefitRefusals {

    private static final String RULES = "民政部《最低生活保障审核确认办法》（民发〔2021〕57号）第三十条至第三十三条";

    static final Refusal OFFICE_ONLY =
            Refusal.of(
                    "benefit-office-only",
                    Text.of("待遇由办理机关依决定调整。", "Benefits are changed by the office that decides."),
                    Text.of("家庭情况有变化的，请报告变化。", "If your situation changed, report the change."));

    static final Refusal NOT_THE_BENEFICIARY =
            Refusal.of(
                    "not-the-beneficiary",
                    Text.of("只能报告本人享受的待遇的变化。", "One reports changes of one's own benefit."),
                    Text.of("请登录本人账号，或者到窗口办理。", "Log in as the beneficiary, or go to a window."));

    static final Refusal ENDED =
            Refusal.of(
                    "benefit-ended",
                    Text.of("该待遇已经终止。", "The benefit has ended."),
                    Text.of(
                            "需要时可以重新申请；正在核查的，终止该核查。",
                            "Apply again when you need to; a verification under way is terminated."));

    static final Refusal FIRST_MONTH =
            new Refusal(
                    "first-month",
                    Text.of(
                            "待遇不能早于作出确认决定的月份发放，并从一个月的第一天起算。",
                            "Nothing is paid for a month before the confirmation; a month is its"
                                    + " first day."),
                    Text.of(
                            "请更正起发月份；以前月份的金额作为补发。",
                            "Correct it; what is due for earlier months is arrears."),
                    "民发〔2021〕57号 第二十五条");

    static final Refusal AMOUNT =
            Refusal.of(
                    "amount-unfit",
                    Text.of(
                            "金额、月数和人数不能小于规定的最小值。",
                            "An amount, number of months or persons is too low."),
                    Text.of("请更正。", "Correct it."));

    static final Refusal NOT_MORE =
            Refusal.of(
                    "not-more",
                    Text.of("增发后的金额应当高于现金额。", "An increase is more than what is paid now."),
                    Text.of("请更正金额，或者选择维持、减发。", "Correct it, or keep or decrease the amount."));

    static final Refusal NOT_LESS =
            Refusal.of(
                    "not-less",
                    Text.of(
                            "减发后的金额应当低于现金额并大于零。",
                            "A decrease is less than what is paid now, and not nothing."),
                    Text.of("请更正金额；不再发放的，选择停发。", "Correct it; stop what is no longer paid."));

    static final Refusal REASON_MISSING =
            new Refusal(
                    "benefit-reason-missing",
                    Text.of("应当说明理由和依据。", "The reason and its rule are to be given."),
                    Text.of("请写明理由和依据。", "Write the reason and the rule."),
                    RULES);

    static final Refusal NOTICE_MISSING =
            new Refusal(
                    "benefit-notice-missing",
                    Text.of(
                            "减发、停发和追回应当先将书面通知送达本人。",
                            "A decrease, stop or claim needs a written notice that reached the person."),
                    Text.of("请先送达通知，并填写送达日期。", "Serve the notice first and give the day."),
                    RULES);

    static final Refusal THREE_REFUSALS =
            new Refusal(
                    "three-refusals",
                    Text.of(
                            "连续三次无正当理由拒绝介绍的工作，才能减发或者停发本人份额。",
                            "A share ends after three refusals of suitable work in a row."),
                    Text.of("请写明三次拒绝的日期。", "Give the days of three refusals."),
                    "社会救助暂行办法 第四十五条");

    static final Refusal NO_SHARE =
            Refusal.of(
                    "no-share",
                    Text.of("该待遇没有其他成员的份额。", "Nobody else has a share of this benefit."),
                    Text.of("请选择减发或者停发。", "Decrease or stop it instead."));

    static final Refusal PHASE_OUT_MONTHS =
            Refusal.of(
                    "phase-out-months",
                    Text.of("渐退期至少一个月。", "A phase-out lasts a month at least."),
                    Text.of("请按县级规定填写月数。", "Give the months that the county set."));

    static final Refusal PHASING_OUT =
            Refusal.of(
                    "phasing-out",
                    Text.of("已经在渐退期内。", "It is being phased out already."),
                    Text.of("请核对。", "Look again."));

    static final Refusal MORE_THAN_PAID =
            Refusal.of(
                    "more-than-paid",
                    Text.of(
                            "追回的金额应当大于零，且不超过已发放的金额。",
                            "What is claimed back is more than zero, and no more than was paid."),
                    Text.of("请更正金额。", "Correct the amount."));

    static final Refusal FINE_BOUNDS =
            new Refusal(
                    "fine-bounds",
                    Text.of(
                            "罚款应当为骗取金额的一倍以上三倍以下。",
                            "A fine is from one to three times what was obtained."),
                    Text.of("请更正倍数。", "Correct the multiple."),
                    "社会救助暂行办法 第六十八条");

    static final Refusal FINE_WITHOUT_CLAIM =
            new Refusal(
                    "fine-without-claim",
                    Text.of(
                            "只能就已经决定追回、尚未处罚的骗取金额罚款。",
                            "Only what is claimed back from the person, and was not fined before,"
                                    + " can be fined."),
                    Text.of("请先作出追回决定，并核对金额。", "Claim it back first, and check the sum."),
                    "社会救助暂行办法 第六十八条；行政处罚法 第二十九条");

    static final Refusal FINE_UNTOLD =
            new Refusal(
                    "fine-untold",
                    Text.of(
                            "应当先告知拟作出的处罚和陈述、申辩、听证的权利，再作出决定。",
                            "The person is told of the intended fine, and of the right to answer,"
                                    + " before it is decided."),
                    Text.of("请核对事先告知的日期。", "Check the day on which they were told."),
                    "行政处罚法 第四十四条、第四十五条");

    static final Refusal NO_FINE =
            Refusal.of(
                    "no-fine",
                    Text.of("没有待缴的罚款。", "No fine is open."),
                    Text.of("请核对待遇。", "Check the benefit."));

    static final Refusal FINE_DAY =
            Refusal.of(
                    "fine-day",
                    Text.of(
                            "缴款日期应当在送达处罚决定之后，且不晚于今天。",
                            "It is paid after the notice was served, and not after today."),
                    Text.of("请更正日期。", "Correct the day."));

    static final Refusal FINE_RECEIPT =
            Refusal.of(
                    "fine-receipt",
                    Text.of("没有填写缴款凭证号码。", "The number of the receipt is missing."),
                    Text.of("请填写财政票据号码。", "Write the number of the treasury's receipt."));

    static final Refusal NOT_STOPPED =
            Refusal.of(
                    "benefit-not-stopped",
                    Text.of("该待遇没有停发。", "The benefit was not stopped."),
                    Text.of("请核对。", "Look again."));

    static final Refusal FINE_RECEIPT_USED =
            Refusal.of(
                    "fine-receipt-used",
                    Text.of("这张票据已经登记过。", "This receipt was written down before."),
                    Text.of("请核对票据号码。", "Check the number of the receipt."));

    static final Refusal LOOKED_INTO =
            Refusal.of(
                    "benefit-looked-into",
                    Text.of("这次停发已经在核查。", "The stop is being looked into."),
                    Text.of("请在该核查事项中办理。", "Go on in that case."));

    static final Refusal STOP_UNDONE_OTHERWISE =
            Refusal.of(
                    "stop-undone-otherwise",
                    Text.of("该待遇的停发由本人申请复核。", "A stop of this benefit is reviewed on application."),
                    Text.of("请告诉本人申请停发复核。", "Tell the person to apply for a review of the stop."));

    static final Refusal RUNS_ANEW =
            Refusal.of(
                    "benefit-runs-anew",
                    Text.of("本人已经重新获得同类待遇。", "The person has another benefit of the kind by now."),
                    Text.of("请只补发停发期间应发的金额。", "Pay only what was held back."));

    static final Refusal NOT_DUE =
            Refusal.of(
                    "review-not-due",
                    Text.of("尚未到定期核查的日期。", "The next verification is not due yet."),
                    Text.of("有变化的，请报告变化。", "If something changed, report it."));

    static final Refusal NOT_TO_BE_CERTIFIED =
            new Refusal(
                    "certification-not-open",
                    Text.of(
                            "现在不是资格认定的时间，或者本年度已经认定。",
                            "It is not the time of the yearly certification, or this year's is done."),
                    Text.of(
                            "两项补贴每年4月1日至6月20日办理资格认定；错过的，请联系镇街说明情况，停发后可以申请复核。",
                            "The disability subsidies are certified from 1 April to 20 June. If you missed it, tell"
                                    + " the town; a stop can be reviewed."),
                    "《广东省困难残疾人生活补贴和重度残疾人护理补贴实施办法》");

    static final Refusal CERTIFIED_OTHERWISE =
            Refusal.of(
                    "certified-otherwise",
                    Text.of(
                            "本人网上认定由本人办理；窗口、上门认定由见到本人的工作人员办理。",
                            "Online the person certifies themselves; at a window or at home, the"
                                    + " officer who saw them."),
                    Text.of("请选择窗口或者上门。", "Choose window or home visit."));

    static final Refusal PROOF_MISSING =
            new Refusal(
                    "certification-proof-missing",
                    Text.of(
                            "窗口、上门认定应当写明见到本人的日期和查验的证件。",
                            "An officer gives the day on which the person was seen, and what proves it."),
                    Text.of("请填写日期和查验情况。", "Give the day and what you checked."),
                    "《广东省困难残疾人生活补贴和重度残疾人护理补贴实施办法》");

    static final Refusal SEEN_OUTSIDE_THE_WINDOW =
            Refusal.of(
                    "seen-outside-the-window",
                    Text.of(
                            "见到本人的日期应当在本次认定开始之后，不能晚于今天。",
                            "The person was seen since the certification opened, and not after today."),
                    Text.of("请更正日期。", "Correct the day."));

    static final Refusal NOTHING_REPORTED =
            Refusal.of(
                    "nothing-reported",
                    Text.of("没有写明变化的情况。", "What changed is not said."),
                    Text.of(
                            "请写明家庭成员、收入或者财产的变化。",
                            "Write what changed in members, income or assets."));

    private BenefitRefusals() {}
}
