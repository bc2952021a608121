package org.banshi.web.officer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.text.Text;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.FormView;
import org.banshi.web.form.FormView.Field;
import org.jspecify.annotations.Nullable;

/**
 * The one notice of what is missing (一次性告知补正): everything that can be asked for on one sheet, each
 * with a place for what is wrong with it. What the officer wrote becomes the notice's one
 * explanation.
 */
final class SupplementNotice {

    private static final String ACT = "acceptance";
    private static final String OUTCOME = "supplement";
    private static final String ITEMS = "items";
    private static final String REASON = "reason";

    /** Under this name a draft keeps what is wrong with each. */
    private static final String WHY = "why";

    /** Names of the inputs begin with it. */
    private static final String INPUT = "why:";

    /** Most characters about one item. */
    private static final int LONGEST = 200;

    /**
     * Something that can be asked for.
     *
     * @param there whether it was handed in
     * @param must whether the item cannot do without
     */
    record Line(String code, Text name, boolean there, boolean must, boolean ticked, String why) {}

    private SupplementNotice() {}

    /** Whether a task ends with such a notice. */
    static boolean fits(Step.Outcome outcome) {
        return outcome.act().equals(ACT)
                && outcome.key().equals(OUTCOME)
                && outcome.form()
                        .map(form -> form.schema().path("properties"))
                        .filter(it -> it.has(ITEMS) && it.has(REASON))
                        .isPresent();
    }

    /** What was posted, with what is wrong with each item beside it. */
    static FormData sheet(FormData bound, Map<String, String[]> posted) {
        Map<String, Object> whys = new LinkedHashMap<>();
        posted.forEach(
                (name, values) -> {
                    String why = values.length == 0 ? "" : values[0].strip();
                    if (name.startsWith(INPUT) && !why.isEmpty()) {
                        whys.put(name.substring(INPUT.length()), shortened(why));
                    }
                });
        return bound.with(new FormData(Map.of(WHY, whys)));
    }

    private static String shortened(String why) {
        return why.codePointCount(0, why.length()) <= LONGEST
                ? why
                : why.substring(0, why.offsetByCodePoints(0, LONGEST));
    }

    /** By how many characters the notice's explanation is too long in all; 0 where it is not. */
    static int excess(Step.Outcome outcome, FormData sheet) {
        int most =
                outcome.form()
                        .map(form -> form.schema().path("properties").path(REASON))
                        .map(reason -> reason.path("maxLength").asInt(Integer.MAX_VALUE))
                        .orElse(Integer.MAX_VALUE);
        String reason = reason(composed(outcome, sheet));
        return Math.max(0, reason.codePointCount(0, reason.length()) - most);
    }

    /** The sheet as the notice says it: numbered, then what the officer has to say beside. */
    static FormData composed(Step.Outcome outcome, FormData sheet) {
        List<String> parts = new ArrayList<>();
        for (Line line : lines(outcome, sheet, Set.of(), Set.of())) {
            if (line.ticked() && !line.why().isEmpty()) {
                parts.add(parts.size() + 1 + ". " + line.name().zh() + "：" + ended(line.why()));
            }
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(sheet.values());
        values.remove(WHY);
        if (!parts.isEmpty()) {
            if (values.get(REASON) instanceof String beside && !beside.isBlank()) {
                parts.add(beside);
            }
            values.put(REASON, String.join("\n", parts));
        }
        return new FormData(values);
    }

    private static String ended(String sentence) {
        return sentence.matches("(?s).*[。.！!？?；;]") ? sentence : sentence + "。";
    }

    /** All that can be asked for, in the order of the package. */
    static List<Line> lines(
            Step.Outcome outcome, FormData sheet, List<Material> there, ServiceDefinition service) {
        return lines(
                outcome,
                sheet,
                there.stream().map(Material::code).collect(Collectors.toSet()),
                service.materials().stream()
                        .filter(MaterialSpec::required)
                        .map(MaterialSpec::code)
                        .collect(Collectors.toSet()));
    }

    private static List<Line> lines(
            Step.Outcome outcome, FormData sheet, Set<String> there, Set<String> must) {
        Field items = FormRenderer.fields(outcome.form().orElseThrow().schema()).get(ITEMS);
        List<?> ticked = items(sheet);
        Map<?, ?> whys = sheet.values().get(WHY) instanceof Map<?, ?> map ? map : Map.of();
        return items.choices().stream()
                .map(
                        it ->
                                new Line(
                                        it.value(),
                                        it.label(),
                                        there.contains(it.value()),
                                        must.contains(it.value()),
                                        ticked.contains(it.value()),
                                        whys.get(it.value()) instanceof String why ? why : ""))
                .toList();
    }

    private static List<?> items(FormData data) {
        return data.values().get(ITEMS) instanceof List<?> list ? list : List.of();
    }

    /** Codes of what is asked for. */
    static List<String> asked(FormData data) {
        return items(data).stream().map(String::valueOf).toList();
    }

    static String reason(FormData data) {
        return data.values().get(REASON) instanceof String reason ? reason : "";
    }

    /** A field of the form by its name, with what was typed and what is wrong with it. */
    static Map<String, Field> fields(FormView form) {
        return form.sections().stream()
                .flatMap(section -> section.fields().stream())
                .collect(
                        Collectors.toMap(
                                it -> it.pointer().substring(1), it -> it, (one, other) -> one));
    }
}
