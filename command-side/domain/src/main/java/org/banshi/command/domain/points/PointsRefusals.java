package org.banshi.command.domain.points;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an act on a points account is not taken. Sources: domain rules §4.2. */
final class PointsRefusals {

    private static final String RULES = "穗府规〔2021〕7号";

    static final Refusal OFFICER_ONLY =
            Refusal.of(
                    "points-officer-only",
                    Text.of(
                            "此操作只能由本地区的工作人员或者系统办理。",
                            "Only an officer of the region, or the system, can do this."),
                    Text.of("请联系居住地的来穗人员服务窗口。", "Ask the newcomer window where you live."));

    static final Refusal BUREAU_ONLY =
            Refusal.of(
                    "points-bureau-only",
                    Text.of(
                            "此操作只能由区、市来穗人员服务管理局办理。",
                            "Only the district's or the city's newcomer bureau can do this."),
                    Text.of("请转区来穗人员服务管理局办理。", "Hand it to the district's newcomer bureau."));

    static final Refusal NOT_THE_STAGE =
            Refusal.of(
                    "points-objection-elsewhere",
                    Text.of("此项异议正在另一环节核查。", "Another office is looking into this objection."),
                    Text.of("请等待该环节的核查结果。", "Wait for what it finds."));

    static final Refusal NOT_THE_HOLDER =
            Refusal.of(
                    "points-not-the-holder",
                    Text.of(
                            "只有积分账户本人或者受理窗口可以办理此操作。",
                            "Only the account's holder, or the window, can do this."),
                    Text.of("请以本人身份登录。", "Log in as the holder."));

    static final Refusal NO_ADJUSTMENT =
            Refusal.of(
                    "points-no-adjustment",
                    Text.of("此申请没有在账户中登记审核。", "The account knows of no such application."),
                    Text.of("请先受理申请。", "Accept the application first."));

    static final Refusal NO_ITEMS =
            Refusal.of(
                    "points-no-items",
                    Text.of("没有经核实的积分指标。", "No indicator was verified."),
                    Text.of("请至少核实一项指标。", "Verify at least one."));

    static final Refusal NOT_CLAIMED =
            Refusal.of(
                    "points-not-claimed",
                    Text.of(
                            "此项指标不是您申报的，或者已经撤回。",
                            "You did not claim this indicator, or took it back already."),
                    Text.of("部门推送的数据有误的，请提出异议。", "Object where a department's data are wrong."));

    static final Refusal NO_TABLE =
            Refusal.of(
                    "points-no-table",
                    Text.of("该日期没有可用的积分指标表。", "No table of points is known for that day."),
                    Text.of("请联系市来穗人员服务管理部门。", "Ask the city's newcomer office."));

    static final Refusal INDICATOR_UNKNOWN =
            Refusal.of(
                    "points-indicator-unknown",
                    Text.of("适用的指标表没有此项指标。", "The table that applies has no such indicator."),
                    Text.of("请核对指标。", "Check the indicator."));

    static final Refusal NO_SCORE =
            Refusal.of(
                    "points-no-score",
                    Text.of("账户还没有公布的分值。", "No score has been published in the account."),
                    Text.of("请等待分值确定。", "Wait until it is determined."));

    static final Refusal LAPSED =
            new Refusal(
                    "points-account-lapsed",
                    Text.of("积分账户已经失效。", "The account has lapsed."),
                    Text.of("失效的账户不能恢复。", "It can't be restored."),
                    RULES);

    static final Refusal PERMIT_SUSPENDED =
            new Refusal(
                    "points-permit-suspended",
                    Text.of(
                            "居住证使用功能中止，积分账户暂时失效。",
                            "The residence permit's function is suspended, and the account with it."),
                    Text.of(
                            "请先恢复居住证使用功能，再申请恢复积分。",
                            "Have the permit restored first, then ask for the account."),
                    RULES);

    static final Refusal BARRED =
            new Refusal(
                    "points-barred",
                    Text.of(
                            "因提供虚假材料，五年内不能申请。",
                            "False papers were handed in: no application for five years."),
                    Text.of("期满后可以重新申请。", "You may apply again afterwards."),
                    RULES);

    static final Refusal OBJECTION_LATE =
            new Refusal(
                    "points-objection-late",
                    Text.of(
                            "对分值有异议的，应当自公布之日起三十日内提出。",
                            "An objection is made within thirty days of the score's publication."),
                    Text.of(
                            "如情况有变化，请申请调整积分。",
                            "If something has changed, apply for an adjustment."),
                    "2018 实施细则，domain rules §4.2");

    static final Refusal OBJECTED_BEFORE =
            Refusal.of(
                    "points-objected-before",
                    Text.of("对此项指标的异议正在处理。", "An objection to this indicator is open."),
                    Text.of("请等待处理结果。", "Wait for its result."));

    static final Refusal NO_OBJECTION =
            Refusal.of(
                    "points-no-objection",
                    Text.of("没有正在处理的此项异议。", "No such objection is open."),
                    Text.of("请刷新后再试。", "Reload and look again."));

    static final Refusal LAST_STAGE =
            Refusal.of(
                    "points-objection-at-last-stage",
                    Text.of("职能部门是最后一级，应当作出答复。", "The department is the last; it decides."),
                    Text.of("请作出处理决定。", "Decide on the objection."));

    private PointsRefusals() {}
}
