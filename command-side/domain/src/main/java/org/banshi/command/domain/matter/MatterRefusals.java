package org.banshi.command.domain.matter;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why what a department tells is not taken. */
final class MatterRefusals {

    static final Refusal UNKNOWN =
            Refusal.of(
                    "matter-unknown",
                    Text.of("平台没有这类事项。", "No such matter is known here."),
                    Text.of("请核对事项类别。", "Check the register."));

    static final Refusal OTHER_BODY =
            Refusal.of(
                    "matter-of-another-body",
                    Text.of("该事项由其他部门报送。", "Another body tells of this matter."),
                    Text.of("请由主管部门报送。", "Leave it to that body."));

    static final Refusal UNKNOWN_STATE =
            Refusal.of(
                    "matter-state-unknown",
                    Text.of("没有这个办理状态。", "There is no such state."),
                    Text.of("请从规定的状态中选择。", "Use one of the states that are laid down."));

    static final Refusal INCOMPLETE =
            Refusal.of(
                    "matter-incomplete",
                    Text.of("该状态应当写明金额或者理由。", "The state needs an amount or a reason."),
                    Text.of("请补充后再报送。", "Add it and send it again."));

    static final Refusal FUTURE =
            Refusal.of(
                    "matter-in-the-future",
                    Text.of("状态日期不能晚于今天。", "A state is not later than today."),
                    Text.of("请更正日期。", "Correct the day."));

    static final Refusal OTHER_PERSON =
            Refusal.of(
                    "matter-of-another-person",
                    Text.of("同一编号的事项属于另一个人。", "The matter of this number is another person’s."),
                    Text.of("请核对编号和身份证号码。", "Check number and identity number."));

    static final Refusal ENDED =
            Refusal.of(
                    "matter-ended",
                    Text.of("该事项已经办结。", "The matter has ended."),
                    Text.of("确需更正的，请联系平台。", "If it must be corrected, contact the platform."));

    static final Refusal OLDER =
            Refusal.of(
                    "matter-older",
                    Text.of("报送的状态早于已知的状态。", "What is told is older than what is known."),
                    Text.of("请报送最新的状态。", "Send the latest state."));

    private MatterRefusals() {}
}
