package org.banshi.command.domain.lifecycle;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why the state of a case, or the actor, does not allow an act. */
final class LifecycleRefusals {

    static final Refusal NOT_THE_APPLICANT =
            Refusal.of(
                    "not-the-applicant",
                    Text.of(
                            "只有申请人本人或其代理人可以办理此操作。",
                            "Only the applicant or an agent for them can do this."),
                    Text.of(
                            "请以申请人或代理人身份登录后再试。",
                            "Log in as the applicant or the agent and try again."));

    static final Refusal OFFICER_ONLY =
            Refusal.of(
                    "officer-only",
                    Text.of(
                            "此操作只能由承办机关工作人员办理。",
                            "Only an officer of the body in charge can do this."),
                    Text.of("请联系承办机关。", "Contact the body in charge."));

    static final Refusal NO_SUPPLEMENT_REQUESTED =
            Refusal.of(
                    "no-supplement-requested",
                    Text.of("目前没有要求补正的材料。", "Nothing is asked for at present."),
                    Text.of("如需补正，办理机关会另行告知。", "You will be told if something is missing."));

    static final Refusal NO_SPECIAL_PROCEDURE =
            Refusal.of(
                    "no-special-procedure",
                    Text.of("没有正在进行的特别程序。", "No special procedure is running."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    static final Refusal NOT_SUSPENDED =
            Refusal.of(
                    "not-suspended",
                    Text.of("此件没有中止。", "The case is not suspended."),
                    Text.of("请刷新页面查看最新状态。", "Reload to see the latest state."));

    static final Refusal NOT_CONCLUDED =
            Refusal.of(
                    "not-concluded",
                    Text.of("此件尚未办结。", "The case is not concluded."),
                    Text.of("请等待办结后再领取。", "Wait until it is concluded."));

    static final Refusal NOT_ENDED =
            Refusal.of(
                    "not-ended",
                    Text.of("此件尚未结束，暂不能评价。", "The case has not ended and can't be rated yet."),
                    Text.of("请在结束后评价。", "Rate it when it has ended."));

    private LifecycleRefusals() {}

    /** Why nothing of the kind is done in a case of this status. */
    static Refusal of(Status status) {
        return switch (status) {
            case APPLIED, PRE_ACCEPTED ->
                    refusal(
                            "application-not-accepted-yet",
                            "此件尚未受理。",
                            "The application is not accepted yet.",
                            "请先作出受理决定。",
                            "Decide on the acceptance first.");
            case SUPPLEMENT_REQUIRED ->
                    refusal(
                            "application-waits-for-supplement",
                            "正在等待申请人补正。",
                            "The case waits for the applicant's supplement.",
                            "请在收到补正材料后再办理。",
                            "Go on when the supplement has come in.");
            case ACCEPTED ->
                    refusal(
                            "application-accepted-already",
                            "此件已经受理。",
                            "The application is accepted already.",
                            "请刷新页面查看最新状态。",
                            "Reload to see the latest state.");
            case SPECIAL_PROCEDURE ->
                    refusal(
                            "application-in-special-procedure",
                            "特别程序正在进行。",
                            "A special procedure is running.",
                            "请在特别程序结束后再办理。",
                            "Go on when it has ended.");
            case SUSPENDED ->
                    refusal(
                            "application-suspended",
                            "此件已中止。",
                            "The case is suspended.",
                            "请先恢复办理。",
                            "Resume it first.");
            case CONCLUDED ->
                    refusal(
                            "application-concluded",
                            "此件已经办结。",
                            "The case is concluded.",
                            "如有异议，可依法申请复议或提起诉讼。",
                            "The decision can be contested by reconsideration or litigation.");
            case NOT_ACCEPTED ->
                    refusal(
                            "application-acceptance-refused",
                            "此件已不予受理。",
                            "The acceptance was refused.",
                            "条件具备后可以重新申请。",
                            "Apply again when the conditions are met.");
            case WITHDRAWN ->
                    refusal(
                            "application-withdrawn",
                            "申请已经撤回。",
                            "The application was withdrawn.",
                            "如需办理，请重新申请。",
                            "Apply again if it is still wanted.");
            case TERMINATED ->
                    refusal(
                            "application-terminated",
                            "审核已经终止。",
                            "The examination was terminated.",
                            "如有异议，可依法申请复议或提起诉讼；也可以重新申请。",
                            "Contest it by reconsideration or litigation, or apply again.");
        };
    }

    private static Refusal refusal(
            String code, String reasonZh, String reasonEn, String mendZh, String mendEn) {
        return Refusal.of(code, Text.of(reasonZh, reasonEn), Text.of(mendZh, mendEn));
    }
}
