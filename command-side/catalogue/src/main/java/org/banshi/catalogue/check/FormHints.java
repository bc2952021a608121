package org.banshi.catalogue.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.Facets;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;

/** What a form says of its pages: words, options, sections, and what is shown when. */
final class FormHints {

    static final Set<String> HINTS =
            Set.of(
                    "label",
                    "hint",
                    "unit",
                    "widget",
                    "options",
                    "showIf",
                    "section",
                    "sections",
                    "roster",
                    "masked",
                    Facets.HINT);
    private static final Set<String> WIDGETS =
            Set.of(
                    "text",
                    "textarea",
                    "multiline",
                    "radio",
                    "select",
                    "checkbox",
                    "date",
                    "month",
                    "money",
                    "phone",
                    "tel",
                    "number");

    private final Findings findings;
    private final Located root;
    private final Set<String> names = new HashSet<>();

    FormHints(Located root, Findings findings) {
        this.root = root;
        this.findings = findings;
        collectNames(root);
    }

    private void collectNames(Located place) {
        names.addAll(entries(place, "properties").keySet());
        place.entries().values().forEach(this::collectNames);
        place.items().forEach(this::collectNames);
    }

    /** A place under {@code properties} is a field, unless it only narrows one (no type). */
    void field(String name, Located schema) {
        if (!schema.isMap() || schema.find("type") == null) {
            return;
        }
        Located label = schema.find("x-ui", "label");
        if (label == null) {
            findings.add(schema, "field " + name + " has no label", "Add x-ui.label in zh and en");
        }
        options(name, schema);
        facet(name, schema);
    }

    /** What anybody typed can't be found, and what tells of a person may not be. */
    private void facet(String name, Located schema) {
        Located hint = schema.find("x-ui", Facets.HINT);
        if (hint == null) {
            return;
        }
        if (root.find("properties", name) != schema
                || schema.find("x-ui", "masked") != null
                || !isShort(schema)) {
            findings.add(
                    hint,
                    "work can't be filtered by " + name,
                    "Only a choice, yes or no, a number of a maximum up to "
                            + Facets.MOST
                            + ", or a day of the form itself");
        }
    }

    private static boolean isShort(Located schema) {
        String type = String.valueOf(schema.nearest("type").text());
        Located most = schema.find("maximum");
        return schema.find("enum") != null
                || type.equals("boolean")
                || type.equals("integer")
                        && most != null
                        && most.plain() instanceof Integer maximum
                        && maximum <= Facets.MOST
                || type.equals("string") && isDay(schema);
    }

    private static boolean isDay(Located schema) {
        Located format = schema.find("format");
        return format != null && "date".equals(format.text());
    }

    private void options(String name, Located schema) {
        Located values = schema.find("enum");
        if (values == null) {
            values = schema.find("items", "enum");
        }
        if (values == null) {
            return;
        }
        Located words = schema.nearest("x-ui", "options");
        Map<String, Located> known =
                schema.find("x-ui", "options") == null ? Map.of() : words.entries();
        for (Located value : values.items()) {
            if (value.text() != null && !known.containsKey(value.text())) {
                findings.add(
                        words,
                        "field " + name + " has no words for " + value.text(),
                        "Add it to x-ui.options in zh and en");
            }
        }
    }

    void check(Located hints) {
        hints.entries()
                .forEach(
                        (key, value) -> {
                            if (!HINTS.contains(key)) {
                                findings.add(value, "unknown hint " + key, "Use one of " + HINTS);
                            } else if (key.equals("widget")
                                    && !WIDGETS.contains(String.valueOf(value.text()))) {
                                findings.add(
                                        value,
                                        "unknown widget " + value.text(),
                                        "Use one of " + WIDGETS);
                            }
                        });
        for (String words : List.of("label", "hint", "unit")) {
            Located text = hints.find(words);
            if (text != null) {
                Fields.words(text, findings);
            }
        }
        Located options = hints.find("options");
        if (options != null) {
            options.entries().values().forEach(option -> Fields.words(option, findings));
        }
        sections(hints);
        showIf(hints);
    }

    private void sections(Located hints) {
        Located sections = hints.find("sections");
        if (sections != null) {
            for (Located section : sections.items()) {
                Fields fields = new Fields(section, findings);
                fields.text("key");
                fields.words("title");
                fields.optionalWords("hint");
                fields.items("fields", field -> field).forEach(this::sectionField);
                fields.done();
            }
        }
        Located section = hints.find("section");
        if (section != null && !sectionKeys().contains(String.valueOf(section.text()))) {
            findings.add(
                    section, "there is no section " + section.text(), "Add it to x-ui.sections");
        }
    }

    private void sectionField(Located field) {
        Located properties = root.find("properties");
        if (properties != null && !properties.entries().containsKey(field.text())) {
            findings.add(field, field.text() + " is no field", "Name a property of this form");
        }
    }

    private Set<String> sectionKeys() {
        Located sections = root.find("x-ui", "sections");
        return sections == null
                ? Set.of()
                : sections.items().stream()
                        .map(section -> String.valueOf(section.nearest("key").text()))
                        .collect(Collectors.toSet());
    }

    private void showIf(Located hints) {
        Located condition = hints.find("showIf");
        if (condition != null) {
            Fields fields = new Fields(condition, findings);
            String neighbour = fields.text("field");
            if (!neighbour.isEmpty() && !names.contains(neighbour)) {
                findings.add(condition, "there is no field " + neighbour, "Name another field");
            }
            if (fields.optional("equals").isEmpty() && fields.optional("in").isEmpty()) {
                findings.add(condition, "showIf says no value", "Add equals or in");
            }
            fields.done();
        }
    }

    /** Pages show the fields under {@code properties}, and in sections where the form has some. */
    void fieldsShown() {
        branches(root);
        Located sections = root.find("x-ui", "sections");
        if (sections == null) {
            return;
        }
        Set<String> placed = new HashSet<>();
        for (Located section : sections.items()) {
            for (Located field : items(section, "fields")) {
                if (!placed.add(String.valueOf(field.text()))) {
                    findings.add(
                            field, "field " + field.text() + " is in two sections", "Keep one");
                }
            }
        }
        entries(root, "properties")
                .forEach(
                        (name, field) -> {
                            if (!placed.contains(name) && field.find("x-ui", "section") == null) {
                                findings.add(
                                        field,
                                        "field " + name + " is in no section",
                                        "Name it under fields of one of x-ui.sections");
                            }
                        });
    }

    /** The form's own branches, and theirs, speak of fields that pages show. */
    private void branches(Located schema) {
        Map<String, Located> shown = entries(root, "properties");
        for (String key : List.of("if", "then", "else")) {
            Located branch = schema.find(key);
            if (branch != null) {
                entries(branch, "properties")
                        .forEach(
                                (name, at) -> {
                                    if (!shown.containsKey(name)) {
                                        hidden(name, at);
                                    }
                                });
                branches(branch);
            }
        }
        for (String key : List.of("allOf", "anyOf", "oneOf")) {
            items(schema, key).forEach(this::branches);
        }
    }

    private void hidden(String name, Located at) {
        findings.add(
                at,
                "no page shows field " + name + ", which a branch speaks of",
                "Mend its name, or describe it under properties of the form, with showIf");
    }

    private static Map<String, Located> entries(Located place, String key) {
        Located found = place.find(key);
        return found == null ? Map.of() : found.entries();
    }

    private static List<Located> items(Located place, String key) {
        Located found = place.find(key);
        return found == null ? List.of() : found.items();
    }
}
