package org.banshi.command.domain.disability;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an act on a disability is not taken. Source: 残疾人证管理办法, domain rules §3.2. */
final class DisabilityRefusals {

    private static final String RULES = "《中华人民共和国残疾人证管理办法》（2018年）";

    static final Refusal NOT_DISABILITY =
            Refusal.of(
                    "not-disability",
                    Text.of("该事项不属于助残服务。", "The item is not for disabled persons."),
                    Text.of("请核对办件编号。", "Check the case's number."));

    static final Refusal ASSESSED_BEFORE =
            Refusal.of(
                    "assessed-before",
                    Text.of("评定结果已经登记。", "The assessment is recorded already."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    static final Refusal ASSESSED_LATER =
            Refusal.of(
                    "assessed-later",
                    Text.of("评定日期不能晚于今天。", "An assessment is not later than today."),
                    Text.of("请更正评定日期。", "Correct the day."));

    static final Refusal GRADE_MISSING =
            new Refusal(
                    "assessment-grade-missing",
                    Text.of(
                            "符合残疾标准的，应当填写类别和一级至四级的等级。",
                            "Where the standard is met, category and level (1 to 4) are stated."),
                    Text.of("请填写类别和等级。", "State both."),
                    "GB/T 26341-2010《残疾人残疾分类和分级》");

    static final Refusal ASSESSMENT_MISSING =
            Refusal.of(
                    "assessment-missing",
                    Text.of("尚无符合残疾标准的评定结果。", "There is no assessment to go on with."),
                    Text.of("请等待评定机构登记结果。", "Wait until the result is recorded."));

    static final Refusal ASSESSMENT_FINAL =
            new Refusal(
                    "assessment-final",
                    Text.of(
                            "省级专家组的评定为最终结果，不能再提出异议。",
                            "The assessment by the province's experts is final."),
                    Text.of(
                            "对核发决定不服的，可以申请行政复议或者提起行政诉讼。",
                            "The decision on the certificate can be contested by reconsideration or"
                                    + " litigation."),
                    RULES);

    static final Refusal AGREED_BEFORE =
            Refusal.of(
                    "assessment-agreed-before",
                    Text.of("您已经同意评定结果。", "You agreed with the result before."),
                    Text.of("办理继续进行，请留意进度。", "The case goes on; see its progress."));

    static final Refusal NOT_TOLD =
            Refusal.of(
                    "assessment-not-told",
                    Text.of("评定结果尚未告知申请人。", "The applicant was not told the result yet."),
                    Text.of("请在收到结果后再答复。", "Answer when the result has arrived."));

    static final Refusal OBJECTION_TOO_LATE =
            new Refusal(
                    "assessment-objection-too-late",
                    Text.of(
                            "对评定结果的异议应当在十个工作日内提出，期限已过。",
                            "An objection to the assessment is raised within ten working days, which"
                                    + " have passed."),
                    Text.of("身体状况变化的，可以申请等级变更。", "If things change, apply for a change of grade."),
                    RULES);

    static final Refusal NO_NOTICE_OF_MINORS =
            new Refusal(
                    "notice-of-a-minor",
                    Text.of("未成年人的评定结果不公示。", "The assessment of a minor is not put up."),
                    Text.of("请直接审核。", "Go on to the decision."),
                    RULES);

    static final Refusal NO_NOTICE =
            Refusal.of(
                    "notice-not-running",
                    Text.of("目前没有公示，或公示期已满。", "No public notice is running, or it has ended."),
                    Text.of("可以向残联反映情况。", "Tell the federation what you know."));

    static final Refusal NOTICE_UP =
            new Refusal(
                    "notice-running",
                    Text.of(
                            "公示五个工作日尚未期满。",
                            "The public notice of five working days has not ended."),
                    Text.of("请等待公示期满。", "Wait until its last day has passed."),
                    RULES);

    static final Refusal OWN_NOTICE =
            Refusal.of(
                    "objection-to-own-notice",
                    Text.of("不能对自己申请的公示提出异议。", "Nobody objects to the notice of their own case."),
                    Text.of(
                            "对评定结果有异议的，请在收到结果后十个工作日内提出。",
                            "Object to the assessment within ten working days of being told."));

    static final Refusal OBJECTED_BEFORE =
            Refusal.of(
                    "objected-before",
                    Text.of("您已经对这次公示提出过异议。", "You objected to this notice before."),
                    Text.of("有新的情况，请联系承办机关补充。", "Tell the office what there is to add."));

    static final Refusal NO_OBJECTION =
            Refusal.of(
                    "objection-missing",
                    Text.of("没有待处理的公示异议。", "There is no objection to resolve."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    static final Refusal OBJECTION_UNRESOLVED =
            Refusal.of(
                    "objection-unresolved",
                    Text.of("公示异议尚未处理。", "An objection is not resolved."),
                    Text.of("请先核实处理异议。", "Look into it first."));

    static final Refusal STANDARD_NOT_MET =
            new Refusal(
                    "disability-standard-not-met",
                    Text.of(
                            "评定结果不符合残疾标准，或者评定尚未完成，不能核发。",
                            "The assessment does not meet the standard, or is not complete."),
                    Text.of("请等待评定，或者作出不予核发的决定。", "Wait for it, or reject."),
                    RULES);

    static final Refusal NO_SUBSIDY =
            new Refusal(
                    "subsidy-not-due",
                    Text.of("按规则不符合享受补贴的条件。", "By the rules no subsidy is due."),
                    Text.of("请核对情况，或者作出不予批准的决定。", "Check what is known, or reject."),
                    "国发〔2015〕52号；《广东省困难残疾人生活补贴和重度残疾人护理补贴实施办法》");

    static final Refusal NO_RATE =
            Refusal.of(
                    "subsidy-rate-missing",
                    Text.of("没有该月份的补贴标准。", "No rate is known for a month to be paid."),
                    Text.of("请先录入补贴标准。", "Have the rate recorded first."));

    private DisabilityRefusals() {}
}
