package org.banshi.command.domain.social;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an act of social assistance is not taken. Sources: domain rules §2.3. */
final class SocialRefusals {

    private static final String RULES = "民政部《最低生活保障审核确认办法》（民发〔2021〕57号）";

    static final Refusal NOT_SOCIAL =
            Refusal.of(
                    "not-social-assistance",
                    Text.of("该事项不属于社会救助。", "The item is not social assistance."),
                    Text.of("请核对办件编号。", "Check the case's number."));

    static final Refusal TWO_VISITORS =
            new Refusal(
                    "visit-by-two",
                    Text.of(
                            "入户调查应当由两名以上调查人员进行并签字。",
                            "A home visit is made and signed by at least two persons."),
                    Text.of("请填写两名以上调查人员。", "Name two different persons or more."),
                    RULES);

    static final Refusal VISIT_DAY =
            Refusal.of(
                    "visit-day",
                    Text.of(
                            "入户调查日期应当在受理之日以后，且不晚于今天。",
                            "A home visit takes place after the acceptance and not after today."),
                    Text.of("请更正日期。", "Correct the day."));

    static final Refusal VISIT_MISSING =
            new Refusal(
                    "visit-missing",
                    Text.of("尚未入户调查，不能提出同意的意见。", "Nobody has visited the home yet."),
                    Text.of("请先入户调查。", "Make the home visit first."),
                    RULES);

    static final Refusal OPINION_NOT_IN_FAVOUR =
            new Refusal(
                    "opinion-not-in-favour",
                    Text.of(
                            "没有同意的初审意见，不能公示或者确认。",
                            "There is no opinion in favour to put up or to confirm."),
                    Text.of("请先提出初审意见。", "Give the opinion first."),
                    RULES);

    static final Refusal NOTICE_UP =
            Refusal.of(
                    "notice-running",
                    Text.of("公示期未满。", "The public notice has not ended."),
                    Text.of("请等待公示期满。", "Wait until its last day has passed."));

    static final Refusal NO_NOTICE =
            Refusal.of(
                    "notice-not-running",
                    Text.of("目前没有公示，或公示期已满。", "No public notice is running, or it has ended."),
                    Text.of("可以向民政部门反映情况。", "Tell the civil affairs office what you know."));

    static final Refusal OWN_NOTICE =
            Refusal.of(
                    "objection-to-own-notice",
                    Text.of("不能对自己申请的公示提出异议。", "Nobody objects to the notice of their own case."),
                    Text.of(
                            "对办理有意见的，请联系承办机关；不再申请的，可以撤回申请。",
                            "Contact the office, or withdraw the application."));

    static final Refusal OBJECTED_BEFORE =
            Refusal.of(
                    "objected-before",
                    Text.of("您已经对这次公示提出过异议。", "You objected to this notice before."),
                    Text.of("有新的情况，请联系承办机关补充。", "Tell the office what there is to add."));

    static final Refusal NOTICE_MISSING =
            new Refusal(
                    "notice-missing",
                    Text.of("尚未公示。", "There was no public notice."),
                    Text.of("请先公示七天。", "Put it up for seven days first."),
                    RULES);

    static final Refusal OBJECTION_UNRESOLVED =
            new Refusal(
                    "objection-unresolved",
                    Text.of("公示异议尚未处理。", "An objection is not resolved."),
                    Text.of("请先重新调查或民主评议。", "Investigate again, or have it assessed."),
                    RULES);

    static final Refusal NO_OBJECTION =
            Refusal.of(
                    "objection-missing",
                    Text.of("没有待处理的公示异议。", "There is no objection to resolve."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    static final Refusal OPINION_MISSING =
            new Refusal(
                    "opinion-missing",
                    Text.of("尚无初审意见。", "There is no opinion yet."),
                    Text.of("请先提出初审意见。", "Give the opinion first."),
                    RULES);

    static final Refusal AMOUNT_MISSING =
            Refusal.of(
                    "amount-missing",
                    Text.of("按规则没有可发放的保障金额。", "The rule gave no amount to pay."),
                    Text.of("请先计算保障金额，或作出不予确认的决定。", "Have it calculated first, or reject."));

    static final Refusal RULED_OUT =
            new Refusal(
                    "ruled-out",
                    Text.of("按规则不符合条件，不能提出或者确认同意的意见。", "By the rules the conditions are not met."),
                    Text.of(
                            "请提出不同意的意见；对核对或者调查结果有疑问的，先复核、重新调查。",
                            "Decide against it; if you doubt the check or the visit, have it done again."),
                    RULES);

    static final Refusal MEMBER_DRAWS_IT =
            new Refusal(
                    "member-draws-it",
                    Text.of(
                            "家庭成员中已有人享受同一待遇，同一家庭不能重复确认。",
                            "A member of the household draws the same benefit; a household has one."),
                    Text.of(
                            "请先核实：已经分户的，由原办理机关先停发；仍是一家的，不予确认。",
                            "Find out: if they have parted, the other office stops it first; if not,"
                                    + " reject."),
                    RULES);

    static final Refusal FAMILY_SIZE_MISSING =
            Refusal.of(
                    "family-size-missing",
                    Text.of("没有共同生活的家庭成员人数。", "The size of the family is not known."),
                    Text.of("请核实家庭成员。", "Find out who belongs to the family."));

    static final Refusal DECIDED_BEFORE =
            Refusal.of(
                    "confirmed-before",
                    Text.of("已经作出审核确认决定。", "The confirmation was decided before."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    static final Refusal OUTCOME_UNKNOWN =
            Refusal.of(
                    "confirmation-outcome-unknown",
                    Text.of("审核确认的结果只能是同意或不同意。", "A confirmation is approve or reject."),
                    Text.of("请选择其中一项。", "Choose one of them."));

    static final Refusal REASON_UNKNOWN =
            Refusal.of(
                    "reason-unknown",
                    Text.of("不予确认应当从列出的理由中选择。", "A rejection names one of the reasons listed."),
                    Text.of("请选择理由。", "Choose the reason."));

    private SocialRefusals() {}
}
