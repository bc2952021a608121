package org.banshi.catalogue.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.Facets;
import org.banshi.catalogue.form.Formats;
import org.banshi.catalogue.form.MetaSchema;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;

/** Forms: valid JSON Schema 2020-12, self-contained, and with words for whoever fills them in. */
final class FormCheck {

    private static final Set<String> STANDARD_FORMATS =
            Set.of("date", "email", "date-time", "time", "uri");
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
    private static final List<String> BY_NAME =
            List.of("properties", "patternProperties", "$defs", "dependentSchemas");
    private static final List<String> SINGLE =
            List.of("items", "contains", "additionalProperties", "if", "then", "else", "not");
    private static final List<String> LISTED = List.of("allOf", "anyOf", "oneOf", "prefixItems");

    /** What JSON Schema 2020-12 knows, and our hints; a validator passes over anything else. */
    private static final Set<String> KEYWORDS =
            Set.of(
                    "$schema",
                    "$id",
                    "$ref",
                    "$defs",
                    "$comment",
                    "$anchor",
                    "title",
                    "description",
                    "default",
                    "examples",
                    "deprecated",
                    "readOnly",
                    "writeOnly",
                    "type",
                    "enum",
                    "const",
                    "format",
                    "pattern",
                    "minLength",
                    "maxLength",
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                    "items",
                    "prefixItems",
                    "contains",
                    "minContains",
                    "maxContains",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "unevaluatedItems",
                    "properties",
                    "patternProperties",
                    "additionalProperties",
                    "unevaluatedProperties",
                    "propertyNames",
                    "required",
                    "dependentRequired",
                    "dependentSchemas",
                    "minProperties",
                    "maxProperties",
                    "allOf",
                    "anyOf",
                    "oneOf",
                    "not",
                    "if",
                    "then",
                    "else",
                    "x-ui");

    private final Findings findings;
    private final Located root;
    private final Set<String> names = new HashSet<>();

    private FormCheck(Located root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    static void check(Subject subject) {
        subject.forms().forEach((path, form) -> new FormCheck(form, subject.findings()).check());
    }

    private void check() {
        if (!root.isMap() || root.entries().isEmpty()) {
            return;
        }
        for (MetaSchema.Fault fault : MetaSchema.faults(root.plain())) {
            findings.add(at(fault.pointer()), "not JSON Schema 2020-12", fault.message());
        }
        Located type = root.find("type");
        if (type == null || !"object".equals(type.text())) {
            findings.add(root, "a form is an object", "Write \"type\": \"object\" at the top");
        }
        collectNames(root);
        schema(root);
        fieldsShown();
    }

    /** Pages show the fields under {@code properties}, and in sections where the form has some. */
    private void fieldsShown() {
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

    private void collectNames(Located place) {
        Located properties = place.find("properties");
        if (properties != null) {
            names.addAll(properties.entries().keySet());
        }
        place.entries().values().forEach(this::collectNames);
        place.items().forEach(this::collectNames);
    }

    private Located at(String pointer) {
        Located here = root;
        for (String part : pointer.split("/")) {
            if (part.isEmpty()) {
                continue;
            }
            String key = part.replace("~1", "/").replace("~0", "~");
            Located below = here.find(key);
            if (below == null
                    && key.matches("\\d+")
                    && here.items().size() > Integer.parseInt(key)) {
                below = here.items().get(Integer.parseInt(key));
            }
            if (below == null) {
                return here;
            }
            here = below;
        }
        return here;
    }

    private void schema(Located schema) {
        if (!schema.isMap()) {
            return;
        }
        keywords(schema);
        references(schema);
        format(schema);
        requiredNames(schema);
        if (schema.find("x-ui") != null) {
            hints(schema.nearest("x-ui"));
        }
        Located properties = schema.find("properties");
        if (properties != null) {
            properties.entries().forEach(this::field);
        }
        for (String key : BY_NAME) {
            Located below = schema.find(key);
            if (below != null) {
                below.entries().values().forEach(this::schema);
            }
        }
        for (String key : SINGLE) {
            Located below = schema.find(key);
            if (below != null) {
                schema(below);
            }
        }
        for (String key : LISTED) {
            Located below = schema.find(key);
            if (below != null) {
                below.items().forEach(this::schema);
            }
        }
    }

    private void keywords(Located schema) {
        schema.entries()
                .forEach(
                        (key, value) -> {
                            if (!KEYWORDS.contains(key)) {
                                findings.add(
                                        value,
                                        "\"" + key + "\" is no keyword of JSON Schema",
                                        "Mend its spelling or remove it; hints of ours stand under"
                                                + " x-ui");
                            }
                        });
    }

    private void references(Located schema) {
        Located reference = schema.find("$ref");
        if (reference != null && reference.text() != null) {
            String target = reference.text();
            if (!target.startsWith("#/$defs/")) {
                findings.add(
                        reference,
                        "a form refers to nothing outside",
                        "Use #/$defs/… of this file");
            } else if (root.find("$defs", target.substring("#/$defs/".length())) == null) {
                findings.add(reference, "there is no " + target, "Add it under $defs");
            }
        }
        if (schema.find("$id") != null) {
            findings.add(schema.nearest("$id"), "a form has no address", "Remove $id");
        }
    }

    private void format(Located schema) {
        Located format = schema.find("format");
        if (format != null
                && !STANDARD_FORMATS.contains(String.valueOf(format.text()))
                && !Formats.names().contains(String.valueOf(format.text()))) {
            findings.add(
                    format,
                    "unknown format " + format.text(),
                    "Use one of " + Formats.names() + " or " + STANDARD_FORMATS);
        }
    }

    /** A required name that no property of the same place describes can never be filled in. */
    private void requiredNames(Located schema) {
        Located required = schema.find("required");
        Located properties = root.find("properties");
        if (required == null || schema != root || properties == null) {
            return;
        }
        for (Located name : required.items()) {
            if (!properties.entries().containsKey(name.text())) {
                findings.add(name, name.text() + " is no property", "Describe it or remove it");
            }
        }
    }

    /** A place under {@code properties} is a field, unless it only narrows one (no type). */
    private void field(String name, Located schema) {
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

    private void hints(Located hints) {
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
}
