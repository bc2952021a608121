package org.banshi.command.domain.citizen;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.person.Fault;
import org.banshi.command.contract.text.Text;

/** Why an act on a citizen's identity or access is not carried out. */
final class CitizenRefusals {

    static final Refusal KNOWN =
            Refusal.of(
                    "citizen-known",
                    Text.of("此人已经登记。", "This person is registered already."),
                    Text.of(
                            "请按证件号码查找；忘记密码的，当面找回。",
                            "Find the person by number; give access back if it was lost."));

    static final Refusal UNKNOWN =
            Refusal.of(
                    "citizen-unknown",
                    Text.of("此人尚未登记。", "Nobody of that number is registered."),
                    Text.of("请先核验证件并登记。", "Check the paper and register the person first."));

    static final Refusal NOT_SO =
            Refusal.of(
                    "citizen-proof-not-so",
                    Text.of(
                            "当面核验只能由窗口人员办理，线上核验只能由核验服务给出。",
                            "Papers are checked by an officer at the counter, and nobody else; a service"
                                    + " vouches for itself."),
                    Text.of("请到服务窗口办理。", "Go to a service counter."));

    static final Refusal LEVEL =
            Refusal.of(
                    "citizen-level-too-high",
                    Text.of(
                            "这种核验方式达不到该实名等级。",
                            "This way of proving does not give that trust level."),
                    Text.of("请到服务窗口核验证件。", "Have the paper checked at a counter."));

    static final Refusal NO_NAME =
            Refusal.of(
                    "citizen-name-missing",
                    Text.of("请填写姓名，不超过80个字符。", "Give the name, at most 80 characters."),
                    Text.of("请按证件填写。", "Write it as on the paper."));

    static final Refusal HAS_ACCESS =
            Refusal.of(
                    "citizen-has-account",
                    Text.of("此人已有账号。", "This person has an account."),
                    Text.of("忘记密码的，当面找回。", "Give access back if it was lost."));

    static final Refusal NO_ACCESS =
            Refusal.of(
                    "citizen-without-account",
                    Text.of("此人没有账号。", "This person has no account."),
                    Text.of(
                            "可由监护人或受托人代为办理；本人可携带证件到服务窗口开通账号。",
                            "A guardian or whoever is authorised can act for them; a service counter"
                                    + " opens an account for whoever comes with the paper."));

    static final Refusal BETTER_KNOWN =
            Refusal.of(
                    "citizen-known-better",
                    Text.of(
                            "此人的实名等级高于人脸核验，不能以人脸核验找回账号。",
                            "This person is known better than a face check knows anybody: it does not"
                                    + " give the account back."),
                    Text.of("请携带证件到服务窗口找回。", "Go to a service counter with the paper."));

    static final Refusal SECOND_OFFICER =
            Refusal.of(
                    "citizen-second-officer",
                    Text.of(
                            "找回账号须经同一地区另一名窗口人员当日复核，再由发起人办理。",
                            "Giving access back needs a second officer of the region to confirm it on the"
                                    + " same day; whoever asked carries it out."),
                    Text.of("请另一名窗口人员核对本人与证件。", "Let a colleague compare person and paper."));

    static final Refusal NOT_ASKED =
            Refusal.of(
                    "citizen-recovery-not-asked",
                    Text.of("今日没有待复核的找回申请。", "Nothing waits to be confirmed today."),
                    Text.of("请由受理人员重新发起。", "Let the officer who saw the person ask again."));

    private CitizenRefusals() {}

    /** A number that is none. */
    static Refusal number(Fault fault) {
        return Refusal.of(
                "citizen-number-invalid",
                fault.message(),
                Text.of("请对照证件核对。", "Compare it with the paper."));
    }
}
