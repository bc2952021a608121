package org.banshi.command.domain.officers;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an officer does not handle a case. */
final class CaseOfficersRefusals {

    private static final String AVOIDANCE = "公务员法 第七十六条";

    static final Refusal CONCERNED =
            new Refusal(
                    "officer-concerned",
                    Text.of(
                            "该经办人已申报与本件有利害关系，须回避。",
                            "This officer declared to be concerned in the case, and does nothing in it."),
                    Text.of("请由其他经办人办理。", "Leave it to a colleague."),
                    AVOIDANCE);

    static final Refusal SAME_EYES =
            Refusal.of(
                    "officer-same-eyes",
                    Text.of(
                            "此环节须由不同的经办人办理：该经办人已办理本件的前一环节。",
                            "Another officer than who did the step before has to do this one: four eyes."),
                    Text.of("请由其他经办人办理。", "Leave it to a colleague."));

    static final Refusal UNDECLARED =
            new Refusal(
                    "officer-undeclared",
                    Text.of(
                            "办理此环节前，须先声明与本件无利害关系。",
                            "Before this step its officer declares not to be concerned in the case."),
                    Text.of(
                            "请先在“利害关系声明”中声明；有利害关系的，应当回避。",
                            "Declare it under “Am I concerned?”; whoever is concerned steps back."),
                    AVOIDANCE);

    static final Refusal NO_OFFICER =
            Refusal.of(
                    "officer-declares",
                    Text.of("只有经办人可以声明。", "Only an officer declares that."),
                    Text.of("请以经办人身份登录。", "Log in as an officer."));

    static final Refusal NO_DEPUTY =
            Refusal.of(
                    "officer-no-deputy",
                    Text.of("您不是该休假人员今日的代班人。", "You do not stand in for that officer today."),
                    Text.of("请由督办员转派。", "Ask the supervisor to hand it over."));

    private CaseOfficersRefusals() {}
}
