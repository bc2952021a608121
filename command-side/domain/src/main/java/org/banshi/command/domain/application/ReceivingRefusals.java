package org.banshi.command.domain.application;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an application, a notice or a supplement is not taken. */
final class ReceivingRefusals {

    static final Refusal SERVICE_UNKNOWN =
            Refusal.of(
                    "service-unknown",
                    Text.of("没有这个事项。", "There is no such service item."),
                    Text.of("请在事项目录中选择。", "Choose one from the catalogue."));

    static final Refusal TRUST_LEVEL_TOO_LOW =
            Refusal.of(
                    "trust-level-too-low",
                    Text.of(
                            "本事项要求更高的实名核验等级。",
                            "This service asks for a stronger proof of identity."),
                    Text.of(
                            "请到窗口核验身份后再办理；指纹或面容登录不会提高等级。",
                            "Prove your identity at the window first; a fingerprint does not raise the"
                                    + " level."));

    static final Refusal EX_OFFICIO =
            Refusal.of(
                    "begun-by-the-office",
                    Text.of(
                            "该事项由办理机关依职权启动，不需要申请。",
                            "The office begins this by itself; nobody applies for it."),
                    Text.of(
                            "情况有变化的，请在“我的待遇”中报告。",
                            "If something changed, report it under \"my benefits\"."));

    static final Refusal OWN_LOGIN_ONLY =
            Refusal.of(
                    "own-login-only",
                    Text.of(
                            "该事项只能由本人办理，不能代办。",
                            "Only the person concerned applies for this, and nobody on behalf."),
                    Text.of("请由本人登录办理，或到窗口办理。", "Let the person sign in, or go to a counter."));

    static final Refusal NOT_FOR_ORGANISATIONS =
            Refusal.of(
                    "not-for-organisations",
                    Text.of("该事项不面向单位办理。", "This is not for organisations."),
                    Text.of("请结束经办，以本人身份办理。", "Act for yourself again, and apply as a person."));

    static final Refusal SERVICE_VERSION_OUTDATED =
            Refusal.of(
                    "service-version-outdated",
                    Text.of("该事项已经更新。", "The service item has a newer version."),
                    Text.of("请重新打开申请表，核对后再提交。", "Open the form again, check it and submit it."));

    static final Refusal MATERIAL_UNKNOWN =
            Refusal.of(
                    "material-unknown",
                    Text.of(
                            "提交了该事项不需要的材料。",
                            "A material was handed in that the item does not ask for."),
                    Text.of("请只提交清单中的材料。", "Hand in only the materials on the list."));

    static final Refusal NOTHING_ASKED =
            Refusal.of(
                    "supplement-items-missing",
                    Text.of("补正通知没有列出材料。", "The notice lists nothing to supplement."),
                    Text.of("请一次性列出全部需要补正的内容。", "List everything that is missing, at once."));

    private ReceivingRefusals() {}

    /** To an officer. */
    static final Refusal RECORDED_DEAD =
            Refusal.of(
                    "person-recorded-dead",
                    Text.of(
                            "申请所列的残疾人或者家庭成员在办理机关的记录中已经死亡。",
                            "The holder, or a member of the household, is recorded to have died."),
                    Text.of(
                            "请核对证件号码；确已死亡的，从申请中删去，应发未发的待遇在原待遇中发给继承人。记录有误的，"
                                    + "请本人持证件到窗口以本人名义申请，并由作出记录的机关更正。",
                            "Check the number. Who died is left out; what was due to them goes to the heirs in"
                                    + " the benefit's own case. If the record is wrong, the person applies at a window"
                                    + " in their own name, and the office that recorded it puts it right."));

    /** To everybody else: whoever names a number is not told what happened to its holder. */
    static final Refusal PERSON_TO_BE_VERIFIED =
            Refusal.of(
                    "person-to-be-verified",
                    Text.of(
                            "申请所列人员的身份信息需要核实，不能在网上提交。",
                            "Who is named has to be verified; this cannot be filed online."),
                    Text.of(
                            "请核对填写的证件号码；没有错误的，请带申请所列人员的身份证件和户口簿到受理窗口办理。",
                            "Check the numbers. If they are right, bring the identity cards and the household"
                                    + " book to a window."));

    static Refusal notOffered(Text elsewhere) {
        return Refusal.of(
                "service-not-offered",
                Text.of("所选地区未开通此事项。", "The item is not offered in this region."),
                elsewhere);
    }

    /** What is applied for is paid already: a change is reported, not applied for. */
    static Refusal benefitRuns(Text item, String rule) {
        return new Refusal(
                "benefit-already-running",
                Text.of(
                        "您已经在享受这项待遇（" + item.zh() + "），同一待遇不重复发放。",
                        "This benefit is being paid to you already ("
                                + item.en()
                                + "); nobody gets it twice."),
                Text.of(
                        "家庭人口、收入或者财产有变化的，请在“我的待遇”中报告变化，由办理机关核查后增发或者减发；" + "停发后可以重新申请。",
                        "If members, income or assets changed, report it under \"my benefits\": the office"
                                + " verifies it and pays more or less. After a stop you can apply again."),
                rule);
    }

    /** Says what is wrong with which field, never a value. */
    static Refusal formInvalid(List<FieldError> errors) {
        return Refusal.of(
                "form-invalid",
                Text.of(
                        "申请表需要更正："
                                + join(errors.stream().map(it -> it.message().zh()).toList(), "；"),
                        "The form needs correction: "
                                + join(
                                        errors.stream().map(it -> it.message().en()).toList(),
                                        "; ")),
                Text.of("请更正后再提交。", "Correct it and submit it again."));
    }

    static Refusal materialsMissing(List<MaterialSpec> missing) {
        return Refusal.of(
                "material-missing",
                Text.of(
                        "缺少材料：" + join(missing.stream().map(it -> it.name().zh()).toList(), "、"),
                        "Materials are missing: "
                                + join(missing.stream().map(it -> it.name().en()).toList(), ", ")),
                Text.of("请补齐后再提交。", "Add them and submit again."));
    }

    static Refusal itemsUnknown(List<String> items) {
        return Refusal.of(
                "supplement-item-unknown",
                Text.of(
                        "该事项的材料和表格中没有：" + join(items, "、"),
                        "Neither a material nor a field of the item: " + join(items, ", ")),
                Text.of("请填写材料代码或表格字段名称。", "Name a material's code or a field of the form."));
    }

    static Refusal shouldHaveBeenTold(Collection<String> items) {
        return new Refusal(
                "supplement-not-told-at-once",
                Text.of(
                        "这些内容应当在第一次补正通知中一次性告知：" + join(items, "、"),
                        "These should have been told in the first notice: " + join(items, ", ")),
                Text.of(
                        "没有新的事实，不得再次要求补正；请就现有材料作出决定，或由机关自行核实。",
                        "Without a new fact nothing more may be asked for: decide on what is there,"
                                + " or find it out yourselves."),
                "《中华人民共和国行政许可法》第三十二条第一款第四项");
    }

    static Refusal supplementIncomplete(List<String> missing) {
        return Refusal.of(
                "supplement-incomplete",
                Text.of(
                        "补正内容不齐，还缺：" + join(missing, "、"),
                        "The supplement is incomplete; still missing: " + join(missing, ", ")),
                Text.of("请补齐后一并提交。", "Add them and submit all together."));
    }

    private static String join(Collection<String> parts, String with) {
        return parts.stream().collect(Collectors.joining(with));
    }
}
