package org.banshi.web.officer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.FactNames;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.ServiceDefinition.ReasonSpec;
import org.banshi.catalogue.Sources;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.FormView;
import org.banshi.web.form.NumberMask;
import org.banshi.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Puts findings into words: as the item calls them, as its forms asked for them, as its results are
 * called, or as all items call them. What nobody named is left out: a name that was made for
 * programs tells people nothing.
 */
public final class FindingWords {

    /** Something found, in words. */
    public record Finding(Text title, Instant at, String by, List<Line> lines) {}

    /** One value of it. */
    public record Line(String label, String value) {}

    /** Stored name of the event by which a decision table said something. */
    static final String RULE = "application.rule-decided";

    private static final Pattern REGION = Pattern.compile("\\d{6}(\\d{3})?");

    private final ServiceDefinition service;
    private final ReferenceData reference;
    private final FactNames names;
    private final MessageSource messages;
    private final Locale locale;
    private final Words say;
    private final Set<String> automations;
    private final Map<String, FormView.Field> fields = new LinkedHashMap<>();
    private final Map<String, Text> labels = new HashMap<>();

    /** Registers by the question asked of them. */
    private final Map<String, String> registers = new HashMap<>();

    /**
     * @param automations actors who are no persons
     */
    public FindingWords(
            ServiceDefinition service,
            ReferenceData reference,
            MessageSource messages,
            Locale locale,
            Set<String> automations) {
        this.service = service;
        this.reference = reference;
        this.names = new FactNames(service, reference);
        this.messages = messages;
        this.locale = locale;
        this.say = new Words(locale);
        this.automations = automations;
        for (Step step : service.steps().values()) {
            for (Step.Outcome outcome : step.outcomes()) {
                outcome.form()
                        .ifPresent(
                                form ->
                                        FormRenderer.fields(form.schema())
                                                .forEach(fields::putIfAbsent));
            }
        }
        // Registers answer for what the applicant stated.
        FormRenderer.fields(service.form().schema()).forEach(fields::putIfAbsent);
        fields.forEach((name, field) -> labels.put(name, field.label()));
        service.resultLines().forEach(line -> labels.put(line.key(), line.label()));
        for (AutomaticStep step : service.automaticSteps().values()) {
            if (step.act().equals("register")) {
                registers.put(
                        String.valueOf(step.with().get("question")),
                        String.valueOf(step.with().get("register")));
            }
        }
    }

    /** The same in words. */
    public Finding of(CaseFile.Finding found) {
        String by =
                automations.contains(found.by())
                        ? messages.getMessage("work.system", null, locale)
                        : found.by();
        return new Finding(
                title(found),
                found.at(),
                by,
                lines(found.event(), found.subject(), found.data(), Set.of()));
    }

    private Text title(CaseFile.Finding found) {
        Step step = service.steps().get(found.subject());
        if (step != null) {
            return step.title();
        }
        Text what = service.words(found.event()).title();
        return (found.event().equals(RULE) ? decision(found.subject()) : register(found.subject()))
                .map(it -> Text.of(what.zh() + "：" + it.zh(), what.en() + ": " + it.en()))
                .orElse(what);
    }

    /** What a decision is called. */
    Optional<Text> decision(String decision) {
        return names.decision(decision);
    }

    private Optional<Text> register(String question) {
        return Optional.ofNullable(registers.get(question)).flatMap(names::register);
    }

    /**
     * A line each value, masked.
     *
     * @param subject step, question or decision
     * @param without names that stand elsewhere
     */
    List<Line> lines(String event, String subject, FormData data, Set<String> without) {
        List<Line> lines = new ArrayList<>();
        NumberMask.mask(data)
                .values()
                .forEach(
                        (name, value) -> {
                            if (!without.contains(name)) {
                                flatten("", name, value, event, subject, lines);
                            }
                        });
        return lines;
    }

    private void flatten(
            String before,
            String name,
            @Nullable Object value,
            String event,
            String subject,
            List<Line> lines) {
        Optional<String> label = label(name);
        if (label.isEmpty() || value == null) {
            return;
        }
        if (value instanceof Map<?, ?> parts) {
            String within = before + label.get() + " · ";
            parts.forEach(
                    (key, part) ->
                            flatten(
                                    within,
                                    String.valueOf(key),
                                    part,
                                    // What it came to is said in the words of what came to it.
                                    service.decisionWords().containsKey(name) ? RULE : "",
                                    name,
                                    lines));
        } else if (value instanceof List<?> rows && rows.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i) instanceof Map<?, ?> row) {
                    String within = before + label.get() + " " + (i + 1) + " · ";
                    row.forEach(
                            (key, part) ->
                                    flatten(
                                            within,
                                            String.valueOf(key),
                                            part,
                                            event,
                                            subject,
                                            lines));
                }
            }
        } else {
            String words = value(event, subject, name, value);
            if (!words.isEmpty()) {
                lines.add(new Line(before + label.get(), words));
            }
        }
    }

    private Optional<String> label(String name) {
        return names.own(name).map(say::of).or(() -> common(name)).or(() -> other(name));
    }

    private Optional<String> common(String name) {
        String words = messages.getMessage("fact." + name, null, "", locale);
        return words == null || words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private Optional<String> other(String name) {
        return Optional.ofNullable(labels.get(name))
                .or(() -> Optional.ofNullable(service.steps().get(name)).map(Step::title))
                .or(() -> register(name))
                .or(
                        () ->
                                service.decisionWords().containsKey(name)
                                        ? decision(name)
                                        : Optional.empty())
                .or(() -> names.of(name))
                .map(say::of);
    }

    private String value(String event, String subject, String name, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Boolean bool) {
            return say.of(bool ? Text.of("是", "yes") : Text.of("否", "no"));
        }
        if (value instanceof List<?> list) {
            return String.join(
                    "zh".equals(say.language()) ? "、" : ", ",
                    list.stream().map(one -> value(event, subject, name, one)).toList());
        }
        String word = String.valueOf(value);
        return name.equals("outcome") ? outcome(event, subject, word) : choice(name, word);
    }

    private String outcome(String event, String subject, String word) {
        Text decided = service.decisionWords().getOrDefault(subject, Map.of()).get(word);
        if (event.equals(RULE) && decided != null) {
            return say.of(decided);
        }
        Step own = service.steps().get(subject);
        return (own == null ? service.steps().values().stream() : List.of(own).stream())
                .flatMap(step -> step.outcomes().stream())
                .filter(outcome -> outcome.key().equals(word))
                .map(outcome -> say.of(outcome.label()))
                .findFirst()
                .or(() -> names.of("outcome." + word).map(say::of))
                .orElse(word);
    }

    private String choice(String name, String word) {
        FormView.Field field = fields.get(name);
        return names.own(name + "." + word)
                .or(
                        () ->
                                field == null
                                        ? Optional.empty()
                                        : field.choices().stream()
                                                .filter(choice -> choice.value().equals(word))
                                                .map(FormView.Choice::label)
                                                .findFirst())
                .or(() -> Optional.ofNullable(service.reasons().get(word)).map(ReasonSpec::text))
                .or(() -> names.of(name + "." + word))
                .or(() -> region(name, word))
                .or(() -> sourced(word))
                .map(say::of)
                .orElse(word);
    }

    /** A region is called by its name where the fact is one. */
    private Optional<Text> region(String name, String word) {
        return name.toLowerCase(Locale.ROOT).endsWith("region") && REGION.matcher(word).matches()
                ? reference.region(new RegionCode(word))
                : Optional.empty();
    }

    /** A mark behind words repeats them; one that stands before them is their beginning. */
    private Optional<Text> sourced(String word) {
        if (Sources.codes(word).isEmpty()) {
            return Optional.empty();
        }
        String bare = say.source(word);
        return Optional.of(
                word.startsWith("[") ? reference.sources().readable(word) : Text.of(bare, bare));
    }
}
