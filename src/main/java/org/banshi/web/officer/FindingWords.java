package org.banshi.web.officer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.FormView;
import org.banshi.web.form.NumberMask;
import org.banshi.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Puts findings into words: as the item's forms asked for them, or as its results are called. */
public final class FindingWords {

    /** Something found, in words. */
    public record Finding(Text title, Instant at, String by, List<Line> lines) {}

    /** One value of it. */
    public record Line(String label, String value) {}

    /** Stored name of the event by which a decision table said something. */
    private static final String RULE = "application.rule-decided";

    private final ServiceDefinition service;
    private final MessageSource messages;
    private final Locale locale;
    private final Words say;
    private final Set<String> automations;
    private final Map<String, FormView.Field> fields = new LinkedHashMap<>();
    private final Map<String, Text> labels = new LinkedHashMap<>();

    /**
     * @param automations actors who are no persons
     */
    public FindingWords(
            ServiceDefinition service,
            MessageSource messages,
            Locale locale,
            Set<String> automations) {
        this.service = service;
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
    }

    /** The same in words. */
    public Finding of(CaseFile.Finding found) {
        List<Line> lines = new ArrayList<>();
        NumberMask.mask(found.data())
                .values()
                .forEach(
                        (name, value) ->
                                lines.add(new Line(label(name), value(found, name, value))));
        Step step = service.steps().get(found.subject());
        Text title = step != null ? step.title() : service.words(found.event()).title();
        String by =
                automations.contains(found.by())
                        ? messages.getMessage("work.system", null, locale)
                        : found.by();
        return new Finding(title, found.at(), by, lines);
    }

    private String label(String name) {
        Text known = labels.get(name);
        String fallback = known == null ? name : say.of(known);
        return String.valueOf(messages.getMessage("fact." + name, null, fallback, locale));
    }

    private String value(CaseFile.Finding found, String name, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Boolean bool) {
            return say.of(bool ? Text.of("是", "yes") : Text.of("否", "no"));
        }
        if (value instanceof List<?> list) {
            return String.join(
                    "zh".equals(say.language()) ? "、" : ", ",
                    list.stream().map(one -> value(found, name, one)).toList());
        }
        String word = String.valueOf(value);
        return name.equals("outcome") ? outcome(found, word) : choice(name, word);
    }

    private String outcome(CaseFile.Finding found, String word) {
        Text decided = service.decisionWords().getOrDefault(found.subject(), Map.of()).get(word);
        if (found.event().equals(RULE) && decided != null) {
            return say.of(decided);
        }
        Step own = service.steps().get(found.subject());
        return (own == null ? service.steps().values().stream() : List.of(own).stream())
                .flatMap(step -> step.outcomes().stream())
                .filter(outcome -> outcome.key().equals(word))
                .map(outcome -> say.of(outcome.label()))
                .findFirst()
                .orElseGet(
                        () ->
                                String.valueOf(
                                        messages.getMessage(
                                                "fact.outcome." + word, null, word, locale)));
    }

    private String choice(String name, String word) {
        FormView.Field field = fields.get(name);
        return field == null
                ? word
                : field.choices().stream()
                        .filter(choice -> choice.value().equals(word))
                        .map(choice -> say.of(choice.label()))
                        .findFirst()
                        .orElse(word);
    }
}
