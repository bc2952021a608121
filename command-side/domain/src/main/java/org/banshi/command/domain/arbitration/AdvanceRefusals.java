package org.banshi.command.domain.arbitration;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an act on advance execution is not taken. Sources: domain rules §5.3. */
final class AdvanceRefusals {

    private static final String ARTICLE = "劳动争议调解仲裁法 第四十四条";

    static final Refusal FOR_WORKERS =
            new Refusal(
                    "advance-for-workers",
                    Text.of(
                            "先予执行以不先予执行将严重影响申请人的生活为条件，只能由劳动者申请。",
                            "It is for workers whose life would be gravely harmed by waiting."),
                    Text.of("请等待裁决。", "Wait for the award."),
                    ARTICLE);

    static final Refusal CLAIM =
            Refusal.of(
                    "advance-claim",
                    Text.of(
                            "该当事人没有这一项待裁决的请求。",
                            "The party has no such claim that is to be decided."),
                    Text.of("请核对请求编号。", "Check the claim's number."));

    static final Refusal KIND =
            new Refusal(
                    "advance-kind",
                    Text.of(
                            "只有追索劳动报酬、工伤医疗费、经济补偿或者赔偿金的请求可以先予执行。",
                            "Only pay, medical expenses of a work injury, compensation and damages"
                                    + " are paid before the award."),
                    Text.of("请选择其他请求，或者等待裁决。", "Choose another claim, or wait for the award."),
                    ARTICLE);

    static final Refusal BEFORE =
            Refusal.of(
                    "advance-before",
                    Text.of(
                            "该项请求已经申请先予执行。",
                            "Advance execution was asked for on that claim before."),
                    Text.of("请等待决定，或者查看裁决书。", "Wait for the decision, or read the ruling."));

    static final Refusal AMOUNT =
            Refusal.of(
                    "advance-amount",
                    Text.of(
                            "金额应当大于零，不超过请求的金额；裁决的金额不超过申请的金额。",
                            "The sum is above zero, no more than claimed, and what is ruled no more"
                                    + " than asked."),
                    Text.of("请更正金额。", "Correct the sum."));

    static final Refusal NOT_ASKED =
            Refusal.of(
                    "advance-not-asked",
                    Text.of("没有待决定的该项先予执行申请。", "No such request waits for a decision."),
                    Text.of("请核对申请序号。", "Check the request's number."));

    static final Refusal UNCLEAR =
            new Refusal(
                    "advance-unclear",
                    Text.of(
                            "当事人之间权利义务关系不明确的，不能裁决先予执行。",
                            "It takes clear rights and duties between the parties."),
                    Text.of("请说明理由并驳回申请。", "Deny the request and say why."),
                    ARTICLE);

    static final Refusal NO_HARDSHIP =
            new Refusal(
                    "advance-no-hardship",
                    Text.of(
                            "不先予执行不会严重影响申请人生活的，不能裁决先予执行。",
                            "It takes that waiting would gravely harm the life of whoever asks."),
                    Text.of("请说明理由并驳回申请。", "Deny the request and say why."),
                    ARTICLE);

    static final Refusal REASONS =
            Refusal.of(
                    "advance-reasons",
                    Text.of("没有写明理由。", "It does not say why."),
                    Text.of("请写明事实、理由和依据。", "Write facts, reasons and rule."));

    static final Refusal OPEN =
            Refusal.of(
                    "advance-open",
                    Text.of("先予执行申请尚未决定。", "A request for advance execution waits for a decision."),
                    Text.of("请先裁决或者驳回。", "Grant or deny it first."));

    static final Refusal NOT_GRANTED =
            Refusal.of(
                    "advance-not-granted",
                    Text.of("没有待移送的先予执行裁决，或者已经移送。", "No such ruling waits to be handed over."),
                    Text.of("请核对申请序号。", "Check the request's number."));

    static final Refusal LAPSED =
            Refusal.of(
                    "advance-lapsed",
                    Text.of(
                            "先予执行所涉的请求已经撤回或者视为撤回，不再移送。",
                            "A claim it was ruled on is withdrawn, or counts as withdrawn: it is"
                                    + " not handed over any more."),
                    Text.of(
                            "其余请求需要先予执行的，可以重新申请。",
                            "For the claims that are left it can be asked again."));

    static final Refusal DAY =
            Refusal.of(
                    "advance-day",
                    Text.of(
                            "移送日期应当在裁决之日或者之后，且不晚于今天。",
                            "It is handed over on the day of the ruling or after, and not after"
                                    + " today."),
                    Text.of("请更正日期。", "Correct the day."));

    static final Refusal COURT =
            Refusal.of(
                    "advance-court",
                    Text.of("请写明受理执行的人民法院和移送凭证。", "Name the court and the receipt."),
                    Text.of("请补充填写。", "Fill them in."));

    private AdvanceRefusals() {}
}
