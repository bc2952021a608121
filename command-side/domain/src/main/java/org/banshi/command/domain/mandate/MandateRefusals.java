package org.banshi.command.domain.mandate;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why somebody does not act for another. */
final class MandateRefusals {

    private static final String MATTERS = "《民法典》第一百六十五条";

    static final Refusal ONESELF =
            Refusal.of(
                    "mandate-oneself",
                    Text.of("不能委托自己。", "Nobody is one's own agent."),
                    Text.of("请填写代办人的姓名和证件号码。", "Give the agent's name and number."));

    static final Refusal TERMS =
            new Refusal(
                    "mandate-terms-incomplete",
                    Text.of(
                            "授权须写明代办事项、权限和期限，期限不早于今天。",
                            "A mandate says for which matters and acts it is, and until when; that day is"
                                    + " not before today."),
                    Text.of("请补充后再提交。", "Add what is missing."),
                    MATTERS);

    static final Refusal NOT_YOURS =
            Refusal.of(
                    "mandate-not-yours",
                    Text.of(
                            "只有委托人本人可以授权或答复。",
                            "Only the grantor, in person, gives a mandate or answers."),
                    Text.of(
                            "请由委托人登录本人账号办理，或持证明材料到窗口办理。",
                            "The grantor signs in, or papers are shown at a counter."));

    static final Refusal PAPERS =
            Refusal.of(
                    "mandate-papers-missing",
                    Text.of(
                            "须由窗口人员核对与依据相符的证明材料。",
                            "An officer checks papers at a counter that prove this ground."),
                    Text.of(
                            "委托代理须有授权委托书；未成年人的监护须有户口簿或出生医学证明；成年人的监护须有法院判决或监护人指定文件。",
                            "What is entrusted needs a power of attorney; a child's guardian the household's"
                                    + " books or the certificate of birth; an adult's a ruling or an"
                                    + " appointment."));

    static final Refusal NOT_ASKED =
            Refusal.of(
                    "mandate-not-asked",
                    Text.of("没有待确认的代办申请。", "Nothing waits for an answer."),
                    Text.of("请刷新页面。", "Load the page again."));

    static final Refusal EXISTS =
            Refusal.of(
                    "mandate-exists",
                    Text.of("该授权已经存在。", "There is this mandate already."),
                    Text.of("请刷新页面。", "Load the page again."));

    static final Refusal NO_MANDATE =
            new Refusal(
                    "mandate-missing",
                    Text.of("您没有代此人办理此事的有效授权。", "No mandate lets you do this for this person."),
                    Text.of("请请委托人授权，或以本人身份办理。", "Ask for a mandate, or act for yourself."),
                    "《民法典》第一百七十一条");

    private MandateRefusals() {}
}
