package org.banshi.command.domain.application;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why a decision is not made. */
final class DecidingRefusals {

    static final Refusal DECISION_UNKNOWN =
            Refusal.of(
                    "decision-unknown",
                    Text.of("该事项没有这张决策表。", "The item has no such decision table."),
                    Text.of("请联系事项发布人员。", "Tell the item's publisher."));

    static final Refusal NO_RULE =
            Refusal.of(
                    "no-rule-applies",
                    Text.of("决策表中没有适用的规则。", "No rule of the decision table applies."),
                    Text.of(
                            "请由工作人员核实，并告知事项发布人员。",
                            "Have an officer look at it and tell the publisher."));

    static final Refusal QUESTION_UNKNOWN =
            Refusal.of(
                    "question-unknown",
                    Text.of("没有提出过这个查询。", "The question was never asked."),
                    Text.of("请先提出查询。", "Ask it first."));

    static final Refusal REASON_UNKNOWN =
            Refusal.of(
                    "reason-unknown",
                    Text.of("该事项没有列出这个理由。", "The item lists no such reason."),
                    Text.of("请从列出的理由中选择。", "Choose one of the reasons listed."));

    static final Refusal REJECTION_NEEDS_A_PERSON =
            Refusal.of(
                    "rejection-needs-a-person",
                    Text.of(
                            "没有工作人员说明理由，不得作出不予批准的决定。",
                            "No officer stated a reason; a rejection is never automatic."),
                    Text.of(
                            "请由工作人员审查并选择理由。",
                            "Have an officer examine the case and state the reason."));

    static final Refusal CONFIRMATION_MISSING =
            Refusal.of(
                    "confirmation-missing",
                    Text.of(
                            "尚未审核确认同意，不能办结。",
                            "The benefit was not confirmed; the case can't be concluded."),
                    Text.of("请先完成审核确认。", "Complete the confirmation first."));

    private DecidingRefusals() {}

    static Refusal openingIncomplete(String component) {
        return Refusal.of(
                "opening-incomplete",
                Text.of("决定所开启的待遇缺少：" + component, "What the decision opens lacks " + component),
                Text.of("请先完成相应环节。", "Complete the step that yields it first."));
    }

    static Refusal resultIncomplete(Text line) {
        return Refusal.of(
                "result-incomplete",
                Text.of("决定内容缺少：" + line.zh(), "The decision lacks: " + line.en()),
                Text.of("请先完成相应环节。", "Complete the step that yields it first."));
    }
}
