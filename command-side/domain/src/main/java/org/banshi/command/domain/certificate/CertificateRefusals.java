package org.banshi.command.domain.certificate;

import java.time.LocalDate;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why nothing is done to a certificate. Source: 残疾人证管理办法, domain rules §3.1–3.3. */
final class CertificateRefusals {

    private static final String RULES = "《中华人民共和国残疾人证管理办法》（2018年）";

    static final Refusal HELD_ALREADY =
            new Refusal(
                    "certificate-held-already",
                    Text.of("持证人已有残疾人证。", "The person holds a certificate already."),
                    Text.of(
                            "不予批准；已经批准、尚未办结的，终止本案并告知申请人。等级变化办理变更，遗失办理补办，到期办理换领。",
                            "Refuse the approval; where it was approved and not concluded yet,"
                                    + " terminate the case and tell the applicant. A change of grade, a"
                                    + " replacement or a renewal can be applied for instead."),
                    RULES);

    static final Refusal IDENTITY_NUMBER =
            Refusal.of(
                    "certificate-identity-number",
                    Text.of("持证人的身份号码不正确。", "The holder's identity number is not valid."),
                    Text.of("请核对身份证件。", "Check the identity card."));

    static final Refusal NUMBER =
            Refusal.of(
                    "certificate-number",
                    Text.of("残疾人证号不正确。", "The certificate's number is not valid."),
                    Text.of("请核对残疾人证记录。", "Check the records."));

    static final Refusal LEVEL =
            Refusal.of(
                    "certificate-level",
                    Text.of("残疾等级为一级至四级。", "The level of a disability is 1 to 4."),
                    Text.of("请核对评定结果。", "Check the assessment."));

    static final Refusal ASSESSED_LATER =
            Refusal.of(
                    "certificate-assessed-later",
                    Text.of("评定日期不能晚于今天。", "An assessment is not later than today."),
                    Text.of("请更正评定日期。", "Correct the day."));

    static final Refusal NOT_VALID =
            Refusal.of(
                    "certificate-not-valid",
                    Text.of(
                            "残疾人证目前不是可以办理此业务的状态。",
                            "The certificate is not in a state in which this can be done."),
                    Text.of("请到残联核对证件状态。", "Ask the federation how it stands."));

    static final Refusal NOT_LOST =
            Refusal.of(
                    "certificate-not-lost",
                    Text.of("残疾人证没有挂失。", "The certificate is not reported lost."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    static final Refusal REPLACED_TOO_OFTEN =
            new Refusal(
                    "certificate-replaced-too-often",
                    Text.of(
                            "补办次数已超过证号可以表示的九次。",
                            "A number can count nine replacements, and it has."),
                    Text.of("请联系核发机关处理。", "Contact the issuing body."),
                    RULES);

    static final Refusal MOVED_LATER =
            Refusal.of(
                    "certificate-moved-later",
                    Text.of("迁出日期不能晚于今天。", "A move is not later than today."),
                    Text.of("请更正日期。", "Correct the day."));

    static final Refusal MOVED_TOO_LATE =
            new Refusal(
                    "certificate-moved-too-late",
                    Text.of(
                            "户籍迁出超过一年未办理迁移，应当注销。",
                            "The household moved more than a year ago; the certificate is"
                                    + " cancelled."),
                    Text.of("请在新的户籍地重新申请。", "Apply for a new one where you are registered."),
                    RULES);

    static final Refusal CANCELLED =
            Refusal.of(
                    "certificate-cancelled",
                    Text.of("残疾人证已经注销。", "The certificate is cancelled."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    static final Refusal NOT_IN_THE_BOOKS =
            Refusal.of(
                    "certificate-not-in-the-books",
                    Text.of(
                            "证件登记中没有这本残疾人证，也没有查到证号和有效期，不能注销。",
                            "The certificate is not in the books, and its number and last day are"
                                    + " not known: it cannot be cancelled."),
                    Text.of(
                            "请核对残疾人证记录；暂时不能注销的，写明理由，先不注销。",
                            "Check the records; while it cannot be cancelled, say why and leave it"
                                    + " for now."));

    static final Refusal BY_A_PERSON =
            Refusal.of(
                    "certificate-cancelled-by-a-person",
                    Text.of(
                            "注销应当由工作人员核实后作出。",
                            "A person has to check before a certificate is cancelled."),
                    Text.of("请交由工作人员核实。", "Have it checked by an officer."));

    static final Refusal DEATH_UNCHECKED =
            Refusal.of(
                    "certificate-death-unchecked",
                    Text.of(
                            "数据比对提示持证人死亡，尚待核实。",
                            "A register says that the holder died; it is not checked yet."),
                    Text.of("请先核实，属实的注销，不属实的恢复。", "Check it: cancel if true, restore if not."));

    static final Refusal NOT_HELD =
            Refusal.of(
                    "certificate-not-held",
                    Text.of("没有待核实的死亡信息。", "There is no match of a death to check."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    private CertificateRefusals() {}

    static Refusal barred(LocalDate until) {
        return new Refusal(
                "certificate-barred",
                Text.of(
                        "因不再符合残疾标准被注销的，一年内不予受理新的申请。",
                        "After a cancellation because the standard is no longer met, no application"
                                + " is accepted for a year."),
                Text.of("可以在" + until + "以后申请。", "Apply from " + until + " on."),
                RULES);
    }

    static Refusal notYetDue(LocalDate validUntil) {
        return new Refusal(
                "certificate-renewal-too-soon",
                Text.of(
                        "残疾人证有效期至" + validUntil + "，期满前一个月起办理换领。",
                        "The certificate is valid until "
                                + validUntil
                                + "; it is renewed from a month before."),
                Text.of("情况变化的，可以申请等级或者类别变更。", "If things changed, apply for a change of grade."),
                RULES);
    }
}
