package org.banshi.command.domain.workitem;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why a work item is not taken, given or completed. */
final class WorkItemRefusals {

    static final Refusal CLAIMED_BY_ANOTHER =
            Refusal.of(
                    "work-item-claimed-by-another",
                    Text.of("此任务已由其他工作人员承办。", "Another officer has this task."),
                    Text.of(
                            "请选择其他任务，或请主管转派。",
                            "Take another one, or ask the supervisor to hand it over."));

    static final Refusal NOT_CLAIMED =
            Refusal.of(
                    "work-item-not-claimed",
                    Text.of("此任务尚未签收。", "Nobody has claimed this task."),
                    Text.of("请先签收。", "Claim it first."));

    static final Refusal DONE =
            Refusal.of(
                    "work-item-done",
                    Text.of("此任务已经办完。", "The task is done."),
                    Text.of("请刷新任务列表。", "Reload the list."));

    static final Refusal CANCELLED =
            Refusal.of(
                    "work-item-cancelled",
                    Text.of("此任务已经取消。", "The task was cancelled."),
                    Text.of("请刷新任务列表。", "Reload the list."));

    static final Refusal STALE =
            Refusal.of(
                    "stale-version",
                    Text.of("您打开此任务后，任务已被他人改动。", "The task was changed after you opened it."),
                    Text.of(
                            "请重新打开任务，核对后再提交。",
                            "Open the task again, check it and submit it again."));

    static final Refusal OTHER_BODY =
            Refusal.of(
                    "work-item-other-body",
                    Text.of("此任务属于其他机关或地区。", "The task belongs to another body or region."),
                    Text.of("请选择本机关的任务。", "Take a task of your own body."));

    static final Refusal NOT_OVERSEEN =
            Refusal.of(
                    "work-item-not-overseen",
                    Text.of(
                            "只有本地区的主管可以转派此任务。",
                            "Only a supervisor of the region can hand this task over."),
                    Text.of("请联系本地区的主管。", "Ask the region's supervisor."));

    static final Refusal NOBODY_ABOVE =
            Refusal.of(
                    "work-item-nobody-above",
                    Text.of("您所在的是最高一级，没有上一级。", "Yours is the highest level."),
                    Text.of("请直接转派或者督促办理。", "Hand the task over, or see to it yourself."));

    static final Refusal REASON_OF_RULE =
            Refusal.of(
                    "work-item-reason-of-rule",
                    Text.of("这个理由只用于自动提请。", "This reason is for what is brought up by rule."),
                    Text.of("请另选理由。", "Choose another one."));

    static final Refusal ABOVE_US =
            Refusal.of(
                    "work-item-above-us",
                    Text.of(
                            "此任务由上级升级督办，您不能撤销。",
                            "Those above brought this task further; it is theirs to end."),
                    Text.of("请联系上级督办人员。", "Ask the supervisor above."));

    static final Refusal HELD_BY_ANOTHER =
            Refusal.of(
                    "work-item-held-by-another",
                    Text.of(
                            "此任务已不在休假人员名下。",
                            "The officer on leave does not have this task any more."),
                    Text.of("请刷新任务列表。", "Reload the list."));

    private WorkItemRefusals() {}
}
