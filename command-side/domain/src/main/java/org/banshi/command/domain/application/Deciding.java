package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.NoRuleException;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.ServiceDefinition.ReasonSpec;
import org.banshi.catalogue.ServiceDefinition.ResultLine;
import org.banshi.command.contract.application.ApplicationCommand.DecideByRule;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides by rule, and on the conclusion. */
final class Deciding {

    private Deciding() {}

    /**
     * What the package's table says on the facts.
     *
     * @throws RefusedException when the table is unknown or has a gap
     */
    static Decision byRule(
            ApplicationState state,
            DecideByRule command,
            ServiceDefinition definition,
            Map<String, @Nullable Object> facts) {
        if (!definition.decisions().contains(command.decision())) {
            throw new RefusedException(DecidingRefusals.DECISION_UNKNOWN);
        }
        try {
            return definition.decide(command.decision(), state.region(), dateJudged(state), facts);
        } catch (NoRuleException gap) {
            throw new RefusedException(DecidingRefusals.NO_RULE);
        }
    }

    static Verdict decideByRule(
            ApplicationState state,
            DecideByRule command,
            Decision decision,
            Map<String, @Nullable Object> facts) {
        Map<String, List<Integer>> household = state.facts().household(facts);
        Map<String, @Nullable Object> others = new LinkedHashMap<>(facts);
        others.keySet().removeAll(household.keySet());
        return Verdict.happens(
                new ApplicationEvent.RuleDecided(
                        state.id(),
                        state.subject(),
                        command.decision(),
                        state.service(),
                        dateJudged(state),
                        decision.outcome(),
                        decision.provisional(),
                        household,
                        new FormData(others),
                        new FormData(decision.outputs())));
    }

    static Verdict approve(
            ApplicationState state,
            ServiceDefinition definition,
            Map<String, @Nullable Object> facts) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (ResultLine line : definition.resultLines()) {
            Object value = CaseFacts.first(line.from(), facts);
            if (value == null) {
                return Verdict.refused(DecidingRefusals.resultIncomplete(line.label()));
            }
            result.put(line.key(), ResultFormat.of(line.format(), value));
        }
        List<Event> events = new ArrayList<>();
        try {
            events.addAll(Openings.of(state, definition, facts));
        } catch (RefusedException incomplete) {
            return Verdict.refused(incomplete.refusal());
        }
        events.add(
                new ApplicationEvent.Concluded(
                        state.id(),
                        state.subject(),
                        Conclusion.APPROVED,
                        null,
                        null,
                        new FormData(result),
                        List.of()));
        return new Verdict.Happens(events);
    }

    static Verdict reject(ApplicationState state, ServiceDefinition definition) {
        String key = state.rejectionReason();
        if (key == null) {
            return Verdict.refused(DecidingRefusals.REJECTION_NEEDS_A_PERSON);
        }
        ReasonSpec reason = definition.reasons().get(key);
        if (reason == null) {
            return Verdict.refused(DecidingRefusals.REASON_UNKNOWN);
        }
        return Verdict.happens(
                new ApplicationEvent.Concluded(
                        state.id(),
                        state.subject(),
                        Conclusion.REJECTED,
                        reason.text(),
                        reason.rule(),
                        FormData.empty(),
                        Remedies.ofRejection(definition)));
    }

    /** A case is judged by the rules of the day of its application. */
    private static LocalDate dateJudged(ApplicationState state) {
        return state.appliedOn();
    }
}
