package org.banshi.app.casefile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.social.SocialEvent;
import org.jspecify.annotations.Nullable;

/** Which events of one case hold something that an officer needs to read, and what. */
final class Findings {

    /**
     * @param subject step, question or decision; empty where the event says it all
     */
    record Found(String subject, FormData values) {}

    /** Names of the adults asked about, by number. */
    private final Map<Integer, String> members = new HashMap<>();

    /** The next event of the case, in order. */
    @Nullable Found in(Event event) {
        if (event instanceof ApplicationEvent.RegisterAsked e && e.member() != null) {
            members.put(e.member(), name(e.about()));
            return null;
        }
        if (event instanceof ApplicationEvent.RegisterWithheld e) {
            return found(e.question(), null, "name", name(e.about()), "outcome", e.reason().name());
        }
        if (event instanceof ApplicationEvent.StepCompleted e) {
            return found(e.step(), e.data(), "outcome", e.outcome(), "opinion", e.opinion());
        }
        if (event instanceof ApplicationEvent.RegisterAnswered e) {
            return found(
                    e.question(),
                    e.answer(),
                    "name",
                    e.member() == null ? null : members.get(e.member()),
                    "outcome",
                    e.outcome().name());
        }
        if (event instanceof ApplicationEvent.RuleDecided e) {
            return found(
                    e.decision(),
                    e.outputs(),
                    "outcome",
                    e.outcome(),
                    "provisional",
                    e.provisional(),
                    "asOf",
                    e.asOf().toString());
        }
        if (event instanceof ApplicationEvent.SupplementRequested e) {
            return found("", null, "items", e.items(), "reason", e.reason());
        }
        if (event instanceof ApplicationEvent.PostingProved e) {
            return found("", null, "postedAt", e.place(), "photographedOn", e.day().toString());
        }
        if (event instanceof DisabilityEvent disability) {
            return inDisability(disability);
        }
        return event instanceof SocialEvent social ? inSocial(social) : null;
    }

    private static @Nullable Found inDisability(DisabilityEvent event) {
        if (event instanceof DisabilityEvent.Assessed e) {
            return found(
                    "",
                    null,
                    "outcome",
                    e.outcome(),
                    "round",
                    e.round(),
                    "category",
                    e.category() == null ? null : e.category().name(),
                    "level",
                    e.level(),
                    "assessedOn",
                    e.assessedOn().toString(),
                    "hospital",
                    e.hospital(),
                    "findings",
                    e.findings());
        }
        if (event instanceof DisabilityEvent.AssessmentDisputed e) {
            return found("", null, "reason", e.reason());
        }
        if (event instanceof DisabilityEvent.NoticeObjectedTo e) {
            return found("", null, "objection", e.objection());
        }
        if (event instanceof DisabilityEvent.NoticeObjectionResolved e) {
            return found("", null, "outcome", e.outcome(), "findings", e.findings());
        }
        return null;
    }

    private static @Nullable Found inSocial(SocialEvent event) {
        if (event instanceof SocialEvent.InformationChecked e) {
            return found(
                    "",
                    null,
                    "outcome",
                    e.outcome(),
                    "monthlyIncome",
                    e.monthlyIncome(),
                    "financialAssets",
                    e.financialAssets(),
                    "report",
                    e.report());
        }
        if (event instanceof SocialEvent.HomeVisited e) {
            return found(
                    "",
                    null,
                    "day",
                    e.day().toString(),
                    "visitors",
                    e.visitors(),
                    "findings",
                    e.findings(),
                    "evaluatedIncome",
                    e.evaluatedIncome());
        }
        if (event instanceof SocialEvent.OpinionGiven e) {
            return found("", null, "outcome", e.outcome(), "opinion", e.opinion());
        }
        if (event instanceof SocialEvent.ObjectionRaised e) {
            return found("", null, "objection", e.objection());
        }
        if (event instanceof SocialEvent.ObjectionResolved e) {
            return found("", null, "outcome", e.outcome(), "findings", e.findings());
        }
        return null;
    }

    private static String name(@Nullable FormData about) {
        return about == null ? "" : String.valueOf(about.values().get("name"));
    }

    /** Values that are missing, such as those of a destroyed key, are left out. */
    private static Found found(String subject, @Nullable FormData data, @Nullable Object... pairs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                values.put(String.valueOf(pairs[i]), pairs[i + 1]);
            }
        }
        if (data != null) {
            values.putAll(data.values());
        }
        return new Found(subject, new FormData(values));
    }
}
