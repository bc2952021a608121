package org.banshi.query.projection.timeline;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** How staff read the events of a case. */
final class TimelineWords {

    private TimelineWords() {}

    static Text title(String event, Optional<ServiceDefinition> service) {
        return Titles.of(event)
                .or(() -> service.map(definition -> definition.words(event).title()))
                .orElse(Text.of(event, event));
    }

    static @Nullable Text detail(Map<String, String> facts, Optional<ServiceDefinition> service) {
        if (facts.isEmpty()) {
            return null;
        }
        return Text.of(join(facts, service, "zh", "；"), join(facts, service, "en", "; "));
    }

    private static String join(
            Map<String, String> facts,
            Optional<ServiceDefinition> service,
            String language,
            String separator) {
        Optional<Step> step =
                service.map(definition -> definition.steps().get(facts.getOrDefault("step", "")));
        return facts.entrySet().stream()
                .map(fact -> value(fact, step, language))
                .collect(Collectors.joining(separator));
    }

    private static String value(
            Map.Entry<String, String> fact, Optional<Step> step, String language) {
        return switch (fact.getKey()) {
            case "step" -> step.map(spec -> spec.title().in(language)).orElse(fact.getValue());
            case "outcome" ->
                    step.stream()
                            .flatMap(spec -> spec.outcomes().stream())
                            .filter(outcome -> outcome.key().equals(fact.getValue()))
                            .map(outcome -> outcome.label().in(language))
                            .findFirst()
                            .orElse(fact.getValue());
            default -> fact.getKey() + "=" + fact.getValue();
        };
    }
}
