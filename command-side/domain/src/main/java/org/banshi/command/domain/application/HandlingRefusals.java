package org.banshi.command.domain.application;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why work within a case is not taken. */
final class HandlingRefusals {

    static final Refusal STALE =
            Refusal.of(
                    "stale-version",
                    Text.of("您打开此件后，办件已有新的进展。", "The case has moved on since you opened it."),
                    Text.of(
                            "请重新打开办件，核对后再提交。",
                            "Open the case again, check it and submit it again."));

    static final Refusal COMMENT_LENGTH =
            Refusal.of(
                    "comment-length",
                    Text.of("备注为空或者过长。", "The comment is empty or too long."),
                    Text.of("请写 1 至 2000 字。", "Write 1 to 2000 characters."));

    static final Refusal NOTICE_NEVER_UP =
            Refusal.of(
                    "posting-without-notice",
                    Text.of("此件没有张贴过公示。", "No public notice of the case was put up."),
                    Text.of("请核对办件编号。", "Check the number of the case."));

    static final Refusal POSTING_DAY =
            Refusal.of(
                    "posting-day",
                    Text.of(
                            "拍照日期不在公示期内，或者晚于今天。",
                            "The photograph was not taken while the notice was up, or its day is to come."),
                    Text.of("请按拍照的日期填写。", "Write the day on which it was taken."));

    static final Refusal POSTING_PLACE =
            Refusal.of(
                    "posting-place",
                    Text.of("张贴地点为空或者过长。", "The place is empty or too long."),
                    Text.of("请写 1 至 200 字。", "Write 1 to 200 characters."));

    static final Refusal POSTING_ENOUGH =
            Refusal.of(
                    "posting-enough",
                    Text.of("此件的张贴照片已经足够。", "The case has photographs of its notice enough."),
                    Text.of("不用再提交。", "There is nothing more to hand in."));

    static final Refusal STEP_UNKNOWN =
            Refusal.of(
                    "step-unknown",
                    Text.of("该事项没有这个环节。", "The item has no such step."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    static final Refusal STEP_OUTCOME_UNKNOWN =
            Refusal.of(
                    "step-outcome-unknown",
                    Text.of("该环节没有这个办理结果。", "The step has no such outcome."),
                    Text.of("请选择列出的办理结果。", "Choose one of the outcomes listed."));

    static final Refusal STEP_NOT_OPEN =
            Refusal.of(
                    "step-not-open",
                    Text.of("该环节没有在办理中。", "The step is not open."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    static final Refusal STEP_DAY =
            Refusal.of(
                    "step-day",
                    Text.of("告知或者送达的日期晚于今天。", "The day of telling or service is to come."),
                    Text.of("请按回证填写实际的日期。", "Write the day that the receipt bears."));

    static final Refusal SERVED_BEFORE_TOLD =
            Refusal.of(
                    "served-before-told",
                    Text.of(
                            "送达日期早于事先告知的日期。",
                            "The day of service is before the day of telling beforehand."),
                    Text.of("请按回证填写实际的日期。", "Write the day that the receipt bears."));

    static final Refusal NO_SPECIAL_PROCEDURE =
            Refusal.of(
                    "no-special-procedure",
                    Text.of("没有正在进行的特别程序。", "No special procedure is running."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    static final Refusal SPECIAL_PROCEDURE_RUNS =
            Refusal.of(
                    "special-procedure-running",
                    Text.of("已有特别程序正在进行。", "A special procedure is running already."),
                    Text.of("请先结束正在进行的特别程序。", "End the one that runs first."));

    static final Refusal SPECIAL_PROCEDURE_LIMIT =
            Refusal.of(
                    "special-procedure-limit",
                    Text.of("特别程序的时限至少为一日。", "A special procedure takes at least one day."),
                    Text.of("请填写时限。", "State its limit."));

    static final Refusal ENDS_BY_ITSELF =
            Refusal.of(
                    "ends-by-itself",
                    Text.of(
                            "该事项到期自动结束，不能中止。",
                            "The item ends by itself on its last day and cannot be suspended."),
                    Text.of(
                            "需要更多时间的，由双方同意延长。",
                            "If more time is needed, both sides have to agree to go on."));

    static final Refusal NOTHING_TO_EXTEND =
            Refusal.of(
                    "nothing-to-extend",
                    Text.of("此件没有办理期限，无需延长。", "The case has no limit that could be extended."),
                    Text.of("请直接办理。", "Go on with it."));

    static final Refusal EXTENDED_BEFORE =
            new Refusal(
                    "extended-before",
                    Text.of("办理期限已经延长过一次。", "The limit was extended once already."),
                    Text.of("请在期限内办结。", "Conclude the case within it."),
                    "《中华人民共和国行政许可法》第四十二条");

    static final Refusal EXTENSION_TOO_LONG =
            new Refusal(
                    "extension-too-long",
                    Text.of("延长不得超过十五日。", "An extension is 15 days at most."),
                    Text.of("请缩短延长的期限。", "Choose a shorter one."),
                    "《中华人民共和国行政许可法》第四十二条");

    private HandlingRefusals() {}
}
