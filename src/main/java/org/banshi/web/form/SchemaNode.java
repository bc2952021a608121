package org.banshi.web.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.banshi.catalogue.form.JsonForm;
import org.banshi.command.contract.text.Text;
import org.banshi.web.form.FormView.Choice;
import org.banshi.web.form.FormView.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON Schema, with the {@code x-ui} hints that pages go by.
 *
 * <p>Of the schema: {@code type}, {@code properties}, {@code items}, {@code required}, {@code if},
 * {@code then}, {@code else}, {@code allOf}, {@code enum}, {@code const}, {@code format}, {@code
 * maxLength}, {@code minimum}, {@code maximum}, {@code minItems}, {@code maxItems}, {@code title},
 * {@code description} and local {@code $ref}. Of {@code x-ui}: {@code label}, {@code hint}, {@code
 * unit} (texts), {@code widget}, {@code options} (text by value), {@code showIf} ({@code {field,
 * equals}} or {@code {field, in}}), {@code section} (a key), and on the root {@code sections} (key,
 * title, hint, fields).
 */
record SchemaNode(JsonNode root, JsonNode node) {

    /** When a field is asked: while its neighbour {@code field} has one of {@code values}. */
    record Condition(String field, List<String> values) {}

    static SchemaNode root(JsonNode schema) {
        return new SchemaNode(schema, schema);
    }

    private SchemaNode at(JsonNode place) {
        JsonNode target = place;
        for (int hops = 0; hops < 8 && target.path("$ref").asText().startsWith("#"); hops++) {
            JsonNode referred = root.at(target.path("$ref").asText().substring(1));
            if (target.has("x-ui") && referred.isObject()) {
                ObjectNode merged = referred.deepCopy();
                merged.set("x-ui", target.get("x-ui"));
                referred = merged;
            }
            target = referred;
        }
        return new SchemaNode(root, target);
    }

    Map<String, SchemaNode> properties() {
        Map<String, SchemaNode> properties = new LinkedHashMap<>();
        node.path("properties")
                .properties()
                .forEach(entry -> properties.put(entry.getKey(), at(entry.getValue())));
        return properties;
    }

    SchemaNode items() {
        return at(node.path("items"));
    }

    /**
     * Whether validation asks for a property beside these values: always, or in the branch that
     * they choose. Conditions are the form's own validation to decide.
     */
    boolean requires(String property, Map<String, ? extends @Nullable Object> values) {
        return lists(node.path("required"), property)
                || node.has("if") && branch(values).requires(property, values)
                || StreamSupport.stream(node.path("allOf").spliterator(), false)
                        .anyMatch(part -> at(part).requires(property, values));
    }

    private SchemaNode branch(Map<String, ? extends @Nullable Object> values) {
        JsonNode condition = node.path("if");
        if (condition instanceof ObjectNode own && root.has("$defs")) {
            condition = own.deepCopy().set("$defs", root.get("$defs"));
        }
        return at(node.path(JsonForm.holds(condition, values) ? "then" : "else"));
    }

    private static boolean lists(JsonNode names, String property) {
        return StreamSupport.stream(names.spliterator(), false)
                .anyMatch(name -> name.asText().equals(property));
    }

    String type() {
        JsonNode type = node.path("type");
        String first = type.isArray() ? type.path(0).asText() : type.asText();
        if (!first.isEmpty()) {
            return first;
        }
        return node.has("properties")
                ? "object"
                : node.path("const").isBoolean() ? "boolean" : "string";
    }

    boolean isObject() {
        return type().equals("object");
    }

    /** Rows of fields, unlike several ticks of one question. */
    boolean isRows() {
        return type().equals("array") && items().isObject();
    }

    boolean isTicks() {
        return type().equals("array") && !items().isObject();
    }

    Text label(String fallback) {
        Text own = text("label");
        if (own != null) {
            return own;
        }
        String title = node.path("title").asText(fallback);
        return Text.of(title, title);
    }

    @Nullable Text text(String hint) {
        JsonNode words = ui().path(hint);
        if (words.isTextual()) {
            return Text.of(words.asText(), words.asText());
        }
        return words.has("zh")
                ? Text.of(
                        words.path("zh").asText(),
                        words.path("en").asText(words.path("zh").asText()))
                : null;
    }

    JsonNode ui() {
        JsonNode hints = node.path("x-ui");
        return hints.isObject() ? hints : MissingNode.getInstance();
    }

    JsonNode keyword(String name) {
        return node.path(name);
    }

    @Nullable Condition condition() {
        JsonNode when = ui().path("showIf");
        if (!when.isObject()) {
            return null;
        }
        List<String> values = new ArrayList<>();
        if (when.has("equals")) {
            values.add(when.path("equals").asText());
        }
        when.path("in").forEach(value -> values.add(value.asText()));
        return new Condition(when.path("field").asText(), values);
    }

    List<Choice> choices() {
        JsonNode values = isTicks() ? items().keyword("enum") : keyword("enum");
        JsonNode words = ui().path("options");
        List<Choice> choices = new ArrayList<>();
        values.forEach(
                value -> {
                    JsonNode label = words.path(value.asText());
                    String zh = label.path("zh").asText(label.asText(value.asText()));
                    choices.add(
                            new Choice(value.asText(), Text.of(zh, label.path("en").asText(zh))));
                });
        return choices;
    }

    Kind kind() {
        String widget = ui().path("widget").asText();
        switch (type()) {
            case "object":
                return Kind.GROUP;
            case "array":
                if (isRows()) {
                    return Kind.ROWS;
                }
                // Free texts are typed one a line.
                return choices().isEmpty() ? Kind.MULTILINE : Kind.TICKS;
            case "boolean":
                return node.has("const") || widget.equals("checkbox") ? Kind.TICK : Kind.YES_NO;
            case "integer":
                return node.has("enum") ? choice(widget) : Kind.INTEGER;
            case "number":
                return Kind.DECIMAL;
            default:
                return node.has("enum") ? choice(widget) : ofText(widget);
        }
    }

    private Kind choice(String widget) {
        boolean few = node.path("enum").size() <= 4;
        return widget.equals("radio") || few && !widget.equals("select") ? Kind.RADIO : Kind.SELECT;
    }

    private Kind ofText(String widget) {
        String format = node.path("format").asText();
        if (widget.equals("textarea") || widget.equals("multiline")) {
            return Kind.MULTILINE;
        }
        if (format.equals("date") || widget.equals("date")) {
            return Kind.DATE;
        }
        if (widget.equals("month")) {
            return Kind.MONTH;
        }
        if (format.equals("email")) {
            return Kind.EMAIL;
        }
        if (widget.equals("phone") || widget.equals("tel") || format.contains("mobile")) {
            return Kind.PHONE;
        }
        if (widget.equals("money") || format.equals("decimal") || format.equals("money")) {
            return Kind.DECIMAL;
        }
        return node.path("maxLength").asInt() > 300 ? Kind.MULTILINE : Kind.TEXT;
    }
}
