package org.banshi.command.domain.settlement;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an act of a round is not taken. Sources: domain rules §4.4. */
final class RoundRefusals {

    static final Refusal CITY_ONLY =
            Refusal.of(
                    "settlement-city-only",
                    Text.of("只有市级部门可以办理此操作。", "Only the city's office can do this."),
                    Text.of("请联系市来穗人员服务管理部门。", "Ask the city's newcomer office."));

    static final Refusal OPENED_BEFORE =
            Refusal.of(
                    "settlement-round-exists",
                    Text.of("该年度的积分入户已经公布。", "This year's round has been announced."),
                    Text.of("请核对年度。", "Check the year."));

    static final Refusal TERMS =
            Refusal.of(
                    "settlement-terms-impossible",
                    Text.of("时间安排或者指标数不合理。", "The dates or the quota make no sense."),
                    Text.of(
                            "申请期、现场核验期应当先后衔接，指标数至少为一。",
                            "The window comes before the on-site check, and there is one place or"
                                    + " more."));

    static final Refusal NOT_NOW =
            Refusal.of(
                    "settlement-not-now",
                    Text.of("此轮积分入户目前不在这一环节。", "The round is at another stage."),
                    Text.of("请刷新后再试。", "Reload and look again."));

    static final Refusal WINDOW_OPEN =
            Refusal.of(
                    "settlement-window-open",
                    Text.of("申请期尚未结束。", "The window for applications is open."),
                    Text.of("请在申请期结束后排名。", "Rank when it is over."));

    /** Applications of the window on which nobody has decided. */
    static Refusal inHand(int applications) {
        return Refusal.of(
                "settlement-applications-in-hand",
                Text.of(
                        "申请期内提出的申请还有 " + applications + " 件没有办结，或者办结后还没有登记参加。",
                        applications
                                + " applications of the window are not decided or entered yet."),
                Text.of(
                        "请先办结；逾期不补正、无法继续的，依法终止后再排名。任务中找不到的，请联系系统运维人员查看暂停的登记。",
                        "Decide them first; terminate those that can't go on. If no task shows"
                                + " them, ask the operator for entries that were set aside."));
    }

    static final Refusal CONFIRMATION_OPEN =
            Refusal.of(
                    "settlement-confirmation-open",
                    Text.of("现场核验期尚未结束。", "The on-site check is not over."),
                    Text.of("请在核验期结束后公示。", "Post the notice when it is over."));

    static final Refusal NOTICE_UP =
            Refusal.of(
                    "settlement-notice-up",
                    Text.of("公示期尚未届满。", "The notice is still up."),
                    Text.of("请在公示期满后办理。", "Go on when it is over."));

    static final Refusal OUT_OF_ORDER =
            Refusal.of(
                    "settlement-slice-out-of-order",
                    Text.of("名单顺序有误。", "The list is out of order."),
                    Text.of("请从名单的下一段继续。", "Go on with the list's next part."));

    private RoundRefusals() {}
}
