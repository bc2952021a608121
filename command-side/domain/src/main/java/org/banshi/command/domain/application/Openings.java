package org.banshi.command.domain.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.banshi.catalogue.OpenedCommands;
import org.banshi.catalogue.OpenedCommands.Opened;
import org.banshi.catalogue.Opening;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.RefusedException;
import org.jspecify.annotations.Nullable;

/** What an approval opens beyond the case, as the package says. */
final class Openings {

    private static final String OUTCOME = ".outcome";

    private Openings() {}

    /**
     * What is opened, with what the facts say.
     *
     * @throws RefusedException when a fact is missing that the package says must be there
     */
    static List<ApplicationEvent.Granted> of(
            ApplicationState state,
            ServiceDefinition definition,
            Map<String, @Nullable Object> facts) {
        return of(state, definition, facts, true, opening -> !find(opening).withStep());
    }

    /**
     * The same before the approval, when {@code step} is done: a later step may find out what is
     * still missing. What begins by it must say after which outcome of the step; whatever else does
     * not, an approval or a refusal may follow.
     */
    static List<ApplicationEvent.Granted> foreseen(
            ApplicationState state,
            ServiceDefinition definition,
            Map<String, @Nullable Object> facts,
            String step) {
        Predicate<Opening> follows =
                opening ->
                        !find(opening).withStep()
                                && (!find(opening).begins()
                                        || opening.conditions().containsKey(step + OUTCOME));
        return of(state, definition, facts, false, follows);
    }

    /** Whether the package opens anything with {@code step} itself. */
    static boolean comeWith(String step, ServiceDefinition definition) {
        return definition.opens().stream().anyMatch(it -> comesWith(step, it));
    }

    /**
     * What is opened with {@code step}, which was done, by its outcome.
     *
     * @throws RefusedException when a fact is missing that the package says must be there
     */
    static List<ApplicationEvent.Granted> with(
            String step,
            ApplicationState state,
            ServiceDefinition definition,
            Map<String, @Nullable Object> facts) {
        return of(state, definition, facts, true, opening -> comesWith(step, opening));
    }

    private static boolean comesWith(String step, Opening opening) {
        return find(opening).withStep() && opening.conditions().containsKey(step + OUTCOME);
    }

    private static Opened find(Opening opening) {
        return OpenedCommands.find(opening.kind()).orElseThrow();
    }

    private static List<ApplicationEvent.Granted> of(
            ApplicationState state,
            ServiceDefinition definition,
            Map<String, @Nullable Object> facts,
            boolean whole,
            Predicate<Opening> which) {
        List<ApplicationEvent.Granted> granted = new ArrayList<>();
        for (Opening opening : inOrder(definition.opens())) {
            if (applies(opening, facts) && which.test(opening)) {
                granted.add(
                        new ApplicationEvent.Granted(
                                state.id(),
                                state.subject(),
                                state.service(),
                                state.region(),
                                opening.kind(),
                                granted.size() + 1,
                                with(opening, facts, whole)));
            }
        }
        return granted;
    }

    /** As the package has them; a case may be pinned to one that has them otherwise. */
    private static List<Opening> inOrder(List<Opening> openings) {
        return openings.stream().sorted(Comparator.comparing(it -> find(it).last())).toList();
    }

    private static boolean applies(Opening opening, Map<String, @Nullable Object> facts) {
        return opening.conditions().entrySet().stream()
                .allMatch(
                        it -> {
                            Object fact = CaseFacts.at(it.getKey(), facts);
                            return fact != null && it.getValue().contains(fact.toString());
                        });
    }

    private static FormData with(
            Opening opening, Map<String, @Nullable Object> facts, boolean whole) {
        Opened opened = find(opening);
        Map<String, @Nullable Object> values = new LinkedHashMap<>(opening.with());
        opening.from()
                .forEach(
                        (name, path) -> {
                            Object fact = CaseFacts.first(path, facts);
                            if (whole && fact == null && opened.requires(name)) {
                                throw new RefusedException(
                                        DecidingRefusals.openingIncomplete(name));
                            }
                            values.put(name, fact);
                        });
        return new FormData(values);
    }
}
