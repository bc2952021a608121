package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case, by name, as decision tables and result lines see it: the form's fields
 * with all supplements; a map for each register question, decision and completed step (each with
 * its {@code outcome}), or a list of maps where the question went to each adult; {@code region},
 * {@code appliedOn}, {@code acceptedOn} and {@code today} as text; and what a family adds. Later
 * facts win over earlier ones of the same name.
 *
 * <p>After an erasure the log gives null for what was personal: such facts are as if never given.
 */
final class CaseFacts {

    private static final String OUTCOME = "outcome";

    private FormData form = FormData.empty();
    private final Map<String, @Nullable Object> found = new LinkedHashMap<>();

    /** By question, the adults of the household whom the fact of its name tells of. */
    private final Map<String, Household.Told> told = new HashMap<>();

    /** The form with all supplements. */
    FormData form() {
        return form;
    }

    void on(ApplicationEvent.Applied event) {
        form = new FormData(valuesOf(event.form()));
        found.put("region", event.region().value());
    }

    void on(ApplicationEvent.Supplemented event) {
        form = form.with(new FormData(valuesOf(event.changes())));
    }

    /** What other bodies' records say so far, by question. */
    void put(String question, Inquiry inquiry) {
        Object fact = inquiry.fact(form);
        found.put(question, fact);
        told.put(question, new Household.Told(fact, inquiry.adults()));
    }

    /**
     * Which of {@code facts} are what registers answered about the adults of the household: those
     * adults, by question.
     */
    Map<String, List<Integer>> household(Map<String, @Nullable Object> facts) {
        Map<String, List<Integer>> household = new TreeMap<>();
        told.forEach(
                (question, it) -> {
                    // Another fact of the same name may have won.
                    if (!it.adults().isEmpty() && facts.get(question) == it.fact()) {
                        household.put(question, it.adults());
                    }
                });
        return household;
    }

    /** What registers answered to a question; null where nobody was asked. */
    @Nullable Object told(String question) {
        Household.Told it = told.get(question);
        return it == null ? null : it.fact();
    }

    void on(ApplicationEvent.RuleDecided event) {
        found.put(event.decision(), withOutcome(event.outcome(), event.outputs()));
    }

    void on(ApplicationEvent.StepCompleted event) {
        found.put(event.step(), withOutcome(event.outcome(), event.data()));
    }

    void putDay(String name, LocalDate day) {
        found.put(name, day.toString());
    }

    /** Everything known on {@code today}, with a family's own facts. */
    Map<String, @Nullable Object> on(LocalDate today, Map<String, ?> ofFamily) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>(form.values());
        facts.putAll(found);
        facts.putAll(ofFamily);
        facts.put("today", today.toString());
        return facts;
    }

    /** The fact at a path such as {@code amount.monthlyAmount}; null where there is none. */
    static @Nullable Object at(String path, Map<String, @Nullable Object> facts) {
        Object value = facts;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    /** The first of the facts at {@code a or b} that is known; null where none is. */
    static @Nullable Object first(String paths, Map<String, @Nullable Object> facts) {
        for (String path : paths.split(" or ")) {
            Object fact = at(path, facts);
            if (fact != null) {
                return fact;
            }
        }
        return null;
    }

    /** The values of {@code data}, none where it was erased. */
    static Map<String, @Nullable Object> valuesOf(@Nullable FormData data) {
        return data == null ? Map.of() : data.values();
    }

    static Map<String, @Nullable Object> withOutcome(String outcome, @Nullable FormData data) {
        Map<String, @Nullable Object> fact = new LinkedHashMap<>();
        fact.put(OUTCOME, outcome);
        fact.putAll(valuesOf(data));
        return fact;
    }
}
