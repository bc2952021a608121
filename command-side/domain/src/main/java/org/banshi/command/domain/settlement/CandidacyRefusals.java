package org.banshi.command.domain.settlement;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an act on a candidacy is not taken. Sources: domain rules §4.4. */
final class CandidacyRefusals {

    static final Refusal OFFICER_ONLY =
            Refusal.of(
                    "candidacy-officer-only",
                    Text.of("此操作只能由本地区的工作人员或者系统办理。", "Only an officer of the region can do this."),
                    Text.of("请联系受理窗口。", "Ask the window."));

    static final Refusal NOT_THE_CANDIDATE =
            Refusal.of(
                    "candidacy-not-the-candidate",
                    Text.of("只有申请人本人可以办理此操作。", "Only the candidate can do this."),
                    Text.of("请以本人身份登录。", "Log in as the candidate."));

    static final Refusal NOT_NOW =
            Refusal.of(
                    "candidacy-not-now",
                    Text.of("目前不在这一环节。", "The candidacy is at another stage."),
                    Text.of("请刷新后再试。", "Reload and look again."));

    static final Refusal CONFIRMATION_OVER =
            Refusal.of(
                    "candidacy-confirmation-over",
                    Text.of("现场核验期已过，视为放弃。", "The on-site check is over: the place is given up."),
                    Text.of("您可以在下一年度再次申请。", "You may apply again next year."));

    static final Refusal CONFIRMATION_OPEN =
            Refusal.of(
                    "candidacy-confirmation-open",
                    Text.of("现场核验期尚未结束。", "The on-site check is not over."),
                    Text.of("请等待核验期结束。", "Wait for its last day."));

    static final Refusal NO_NOTICE =
            Refusal.of(
                    "candidacy-no-notice",
                    Text.of("此人目前不在公示中。", "This person is in no notice now."),
                    Text.of("公示期外请向受理窗口反映。", "Outside the notice, tell the window."));

    static final Refusal OWN_NOTICE =
            Refusal.of(
                    "candidacy-own-notice",
                    Text.of("不能对本人的公示提出异议。", "Nobody objects to their own notice."),
                    Text.of("如需放弃，请办理放弃。", "To give up your place, say so."));

    static final Refusal OBJECTED_BEFORE =
            Refusal.of(
                    "candidacy-objected-before",
                    Text.of("您已经提出过异议。", "You objected before."),
                    Text.of("如有补充，请联系受理窗口。", "Tell the window what you want to add."));

    static final Refusal NO_OBJECTION =
            Refusal.of(
                    "candidacy-no-objection",
                    Text.of("没有待处理的异议。", "No objection is open."),
                    Text.of("请刷新后再试。", "Reload and look again."));

    static final Refusal NOTICE_UP =
            Refusal.of(
                    "candidacy-notice-up",
                    Text.of("公示期尚未届满。", "The notice is still up."),
                    Text.of("请在公示期满后发卡。", "Issue the card when it is over."));

    static final Refusal OBJECTION_UNRESOLVED =
            Refusal.of(
                    "candidacy-objection-unresolved",
                    Text.of("公示异议尚未处理。", "An objection is not resolved."),
                    Text.of("请先处理异议。", "Resolve it first."));

    private CandidacyRefusals() {}
}
