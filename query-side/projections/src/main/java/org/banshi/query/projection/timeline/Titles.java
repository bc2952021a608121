package org.banshi.query.projection.timeline;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.text.Text;

/** How staff call the events that all cases share, by stored name. */
public final class Titles {

    private static final Map<String, Text> TITLES =
            Map.ofEntries(
                    entry("application.applied", Text.of("申办", "Applied")),
                    entry("application.pre-accepted", Text.of("预受理", "Pre-accepted")),
                    entry("application.accepted", Text.of("受理", "Accepted")),
                    entry("application.acceptance-refused", Text.of("不予受理", "Not accepted")),
                    entry(
                            "application.supplement-requested",
                            Text.of("告知补正", "Supplement requested")),
                    entry("application.supplemented", Text.of("补正", "Supplemented")),
                    entry(
                            "application.special-procedure-started",
                            Text.of("特别程序开始", "Special procedure started")),
                    entry(
                            "application.special-procedure-ended",
                            Text.of("特别程序结束", "Special procedure ended")),
                    entry("application.stage-started", Text.of("环节开始", "Stage started")),
                    entry(
                            "application.stage-rescheduled",
                            Text.of("环节期限变动", "Stage's last day moved")),
                    entry("application.step-completed", Text.of("环节办理", "Step completed")),
                    entry("application.rule-decided", Text.of("规则判定", "Decided by rule")),
                    entry(
                            "application.register-withheld",
                            Text.of("未查询部门数据", "Register not asked")),
                    entry("application.granted", Text.of("待遇确认", "Granted")),
                    entry("application.register-asked", Text.of("查询部门数据", "Register asked")),
                    entry("application.register-answered", Text.of("部门数据返回", "Register answered")),
                    entry("application.concluded", Text.of("办结", "Concluded")),
                    entry("application.delivery-requested", Text.of("发出送达", "Delivery requested")),
                    entry("application.delivered", Text.of("送达", "Delivered")),
                    entry("application.collected", Text.of("领取", "Collected")),
                    entry("application.withdrawn", Text.of("撤回", "Withdrawn")),
                    entry("application.suspended", Text.of("中止", "Suspended")),
                    entry("application.resumed", Text.of("恢复", "Resumed")),
                    entry("application.terminated", Text.of("终止", "Terminated")),
                    entry("application.commented", Text.of("内部备注", "Internal comment")),
                    entry("application.posting-proved", Text.of("公示张贴证明", "Proof of posting")),
                    entry("application.rated", Text.of("评价", "Rated")),
                    entry("application.death-recorded", Text.of("登记申请人死亡", "Death recorded")),
                    entry("application.death-refuted", Text.of("更正死亡登记", "Death refuted")),
                    entry("application.carried-on", Text.of("由他人继续办理", "Carried on")),
                    entry("application.protected", Text.of("设定保护", "Protected")),
                    entry(
                            "application.protection-lift-asked",
                            Text.of("提请解除保护", "Lifting of the protection asked")),
                    entry("application.protection-lifted", Text.of("解除保护", "Protection lifted")),
                    entry(
                            "application.version-changed",
                            Text.of("改用事项的新版本", "Goes on by another version")),
                    entry(
                            "application.version-kept",
                            Text.of("继续用原来的版本", "Stays with its version")),
                    entry(
                            "work-item.version-changed",
                            Text.of("任务改用新版本", "Task goes on by another version")),
                    entry("work-item.opened", Text.of("任务生成", "Task opened")),
                    entry("work-item.rescheduled", Text.of("任务期限变动", "Task's last day moved")),
                    entry("work-item.claimed", Text.of("任务领取", "Task claimed")),
                    entry("work-item.released", Text.of("任务退回", "Task released")),
                    entry("work-item.assigned", Text.of("任务分派", "Task assigned")),
                    entry("work-item.escalated", Text.of("提请上级督办", "Brought before those above")),
                    entry(
                            "work-item.escalation-ended",
                            Text.of("上级督办结束", "No longer before those above")),
                    entry("work-item.completed", Text.of("任务完成", "Task completed")),
                    entry("work-item.cancelled", Text.of("任务取消", "Task cancelled")),
                    entry("engine.step", Text.of("流程推进", "Process moved")),
                    entry("engine.incident-opened", Text.of("流程故障", "Process failed")),
                    entry("engine.incident-resolved", Text.of("故障排除", "Failure mended")));

    private Titles() {}

    /** Empty for a family's own event, whose title is in the service package. */
    public static Optional<Text> of(String event) {
        return Optional.ofNullable(TITLES.get(event));
    }
}
