package org.banshi.command.domain.organisation;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.person.Fault;
import org.banshi.command.contract.text.Text;

/** Why an act on an organisation's account is not carried out. */
final class OrganisationRefusals {

    static final Refusal KNOWN =
            Refusal.of(
                    "organisation-known",
                    Text.of("该单位已经登记。", "This organisation is registered already."),
                    Text.of("请按统一社会信用代码查找。", "Find it by its code."));

    static final Refusal UNKNOWN =
            Refusal.of(
                    "organisation-unknown",
                    Text.of("没有该单位，或该单位账户已注销。", "There is no such organisation, or no more."),
                    Text.of("请先在窗口登记。", "Have it registered at a counter first."));

    static final Refusal COUNTER =
            Refusal.of(
                    "organisation-papers-missing",
                    Text.of(
                            "须由窗口人员核对登记证照和法定代表人身份。",
                            "An officer compares the licence and the legal representative at a counter."),
                    Text.of(
                            "请带营业执照（或登记证书）和法定代表人身份证明到窗口办理。",
                            "Bring the licence and the representative's proof to a counter."));

    static final Refusal NO_NAME =
            Refusal.of(
                    "organisation-name-missing",
                    Text.of("请填写单位名称，不超过120个字符。", "Give the name, at most 120 characters."),
                    Text.of("请按证照填写。", "Write it as on the licence."));

    static final Refusal NOT_REPRESENTATIVE =
            new Refusal(
                    "organisation-not-yours",
                    Text.of(
                            "只有法定代表人本人可以委派或撤换经办人。",
                            "Only the legal representative, in person, appoints and dismisses clerks."),
                    Text.of(
                            "请由法定代表人登录本人账号办理。",
                            "The legal representative logs in with the own account."),
                    "《民法典》第六十一条");

    static final Refusal TRUST =
            Refusal.of(
                    "organisation-trust-too-low",
                    Text.of(
                            "委派经办人须以四级以上实名身份登录。",
                            "Appointing clerks needs trust level 4 of whoever is logged in."),
                    Text.of(
                            "请先通过人脸核验或到窗口核验证件。",
                            "Prove who you are by face or at a counter first."));

    static final Refusal TERMS =
            new Refusal(
                    "organisation-terms-incomplete",
                    Text.of(
                            "须写明经办事项、权限和期限，期限不早于今天。",
                            "It says for which items and acts it is, and until when; that day is not"
                                    + " before today."),
                    Text.of("请补充后再提交。", "Add what is missing."),
                    "《民法典》第一百七十条");

    static final Refusal IS_REPRESENTATIVE =
            Refusal.of(
                    "organisation-is-representative",
                    Text.of("此人就是法定代表人。", "This is the legal representative."),
                    Text.of(
                            "法定代表人变更的，请到窗口办理。",
                            "A change of the representative is made at a counter."));

    static final Refusal TOO_MANY =
            Refusal.of(
                    "organisation-clerks-too-many",
                    Text.of("经办人不超过100名。", "There are 100 clerks at most."),
                    Text.of("请先撤换不再经办的人员。", "Dismiss some first."));

    static final Refusal NO_AGENT =
            Refusal.of(
                    "organisation-no-such-clerk",
                    Text.of("此人不是该单位的经办人。", "This person does not act for it."),
                    Text.of("请刷新页面。", "Load the page again."));

    private OrganisationRefusals() {}

    /** A number that is none. */
    static Refusal number(Fault fault) {
        return Refusal.of(
                "organisation-number-invalid",
                fault.message(),
                Text.of("请对照证照核对。", "Compare it with the licence."));
    }
}
