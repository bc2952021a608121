package org.banshi.catalogue.check;

import java.util.List;
import java.util.Set;
import org.banshi.catalogue.form.Formats;
import org.banshi.catalogue.form.MetaSchema;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;

/** Forms: valid JSON Schema 2020-12, self-contained, and with hints that pages understand. */
final class FormCheck {

    private static final Set<String> STANDARD_FORMATS =
            Set.of("date", "email", "date-time", "time", "uri");
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
    private final FormHints hints;

    private FormCheck(Located root, Findings findings) {
        this.root = root;
        this.findings = findings;
        this.hints = new FormHints(root, findings);
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
        schema(root);
        hints.fieldsShown();
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
            hints.check(schema.nearest("x-ui"));
        }
        Located properties = schema.find("properties");
        if (properties != null) {
            properties.entries().forEach(hints::field);
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
}
