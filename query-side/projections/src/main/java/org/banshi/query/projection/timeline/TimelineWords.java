package org.banshi.query.projection.timeline;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ReferenceData.Office;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.ServiceDefinition.ReasonSpec;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How staff read the events of one case: facts by the names in the reference data, values as the
 * service package calls them. A value that nobody has words for is shown as it is.
 */
final class TimelineWords {

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final String STEP = "step";
    private static final String BODY = "body";
    private static final String REGION = "region";

    private final ReferenceData reference;
    private final Optional<ServiceDefinition> service;

    TimelineWords(ReferenceData reference, Optional<ServiceDefinition> service) {
        this.reference = reference;
        this.service = service;
    }

    Text title(String event) {
        return Titles.of(event)
                .or(() -> service.map(definition -> definition.words(event).title()))
                .orElse(Text.of(event, event));
    }

    /** Null when there is nothing to say. */
    @Nullable Text detail(Map<String, Object> facts) {
        List<Text> lines = new ArrayList<>();
        facts.forEach(
                (name, value) -> {
                    boolean saidByTheOffice = name.equals(REGION) && facts.containsKey(BODY);
                    if (!saidByTheOffice && !(name.equals("conclusion") && endsInOwnWords())) {
                        value(name, value, facts)
                                .map(it -> labelled(name, it))
                                .ifPresent(lines::add);
                    }
                });
        return lines.isEmpty() ? null : join(lines, "；", "; ");
    }

    /** Then neither "approved" nor "rejected" is true; the acts before say how it ended. */
    private boolean endsInOwnWords() {
        return service.map(item -> !item.endings().isEmpty()).orElse(false);
    }

    private Text labelled(String name, Text value) {
        Text label = reference.factWords().getOrDefault(name, Text.of(name, name));
        return Text.of(label.zh() + "：" + value.zh(), label.en() + ": " + value.en());
    }

    private Optional<Text> value(String name, Object value, Map<String, Object> facts) {
        if (value instanceof List<?> list) {
            List<Text> parts =
                    list.stream().flatMap(it -> value(name, it, facts).stream()).toList();
            return parts.isEmpty() ? Optional.empty() : Optional.of(join(parts, "、", ", "));
        }
        return value instanceof Map<?, ?> parts
                ? ofParts(name, parts)
                : Optional.of(ofCode(name, value.toString(), facts));
    }

    private Optional<Text> ofParts(String name, Map<?, ?> parts) {
        if (parts.containsKey(Facts.DAY)) {
            boolean provisional = Boolean.TRUE.equals(parts.get(Facts.PROVISIONAL));
            return Optional.of(day(LocalDate.parse(said(parts, Facts.DAY)), provisional));
        }
        return parts.containsKey(Facts.KIND)
                ? move(name, said(parts, Facts.KIND), said(parts, Facts.ACTIVITY))
                : Optional.of(Text.of(said(parts, "zh"), said(parts, "en")));
    }

    private static String said(Map<?, ?> parts, String name) {
        return String.valueOf(parts.get(name));
    }

    private static Text day(LocalDate day, boolean provisional) {
        return Text.of(
                day.format(CHINESE) + (provisional ? "（暂定）" : ""),
                day.format(ENGLISH) + (provisional ? " (provisional)" : ""));
    }

    /** A process moves through much that has no name for people; only its steps are told. */
    private Optional<Text> move(String name, String kind, String activity) {
        Text how = coded(name, kind);
        return step(activity)
                .map(Step::title)
                .map(it -> Text.of(it.zh() + how.zh(), it.en() + " " + how.en()));
    }

    private Text ofCode(String name, String code, Map<String, Object> facts) {
        Optional<Text> called =
                switch (name) {
                    case STEP, Facts.ACTIVITY -> step(code).map(Step::title);
                    case "outcome" -> outcome(code, facts);
                    case BODY -> office(code, facts).map(Office::name);
                    case REGION -> reference.region(new RegionCode(code));
                    case "items" -> material(code);
                    case "reason" ->
                            service.map(it -> it.reasons().get(code)).map(ReasonSpec::text);
                    default -> Optional.empty();
                };
        return called.orElseGet(() -> coded(name, code));
    }

    private Text coded(String name, String code) {
        return reference.factWords().getOrDefault(name + "." + code, Text.of(code, code));
    }

    private Optional<Step> step(String key) {
        return service.map(definition -> definition.steps().get(key));
    }

    /**
     * As the event's decision or step calls it; without a step, as all steps that know it call it
     * alike.
     */
    private Optional<Text> outcome(String key, Map<String, Object> facts) {
        if (facts.get("decision") instanceof String decision) {
            return service.map(it -> it.decisionWords().getOrDefault(decision, Map.of()).get(key));
        }
        Stream<Step> steps =
                facts.get(STEP) instanceof String step
                        ? step(step).stream()
                        : service.stream().flatMap(it -> it.steps().values().stream());
        List<Text> labels =
                steps.flatMap(step -> step.outcomes().stream())
                        .filter(outcome -> outcome.key().equals(key))
                        .map(Step.Outcome::label)
                        .distinct()
                        .toList();
        return labels.size() == 1 ? Optional.of(labels.get(0)) : Optional.empty();
    }

    private Optional<Office> office(String body, Map<String, Object> facts) {
        if (facts.get(REGION) instanceof String code) {
            return reference.office(body, reference.seat(body, new RegionCode(code)));
        }
        return Optional.empty();
    }

    private Optional<Text> material(String code) {
        return service.stream()
                .flatMap(definition -> definition.materials().stream())
                .filter(material -> material.code().equals(code))
                .map(MaterialSpec::name)
                .findFirst();
    }

    private static Text join(List<Text> texts, String chinese, String english) {
        return Text.of(
                String.join(chinese, texts.stream().map(Text::zh).toList()),
                String.join(english, texts.stream().map(Text::en).toList()));
    }
}
