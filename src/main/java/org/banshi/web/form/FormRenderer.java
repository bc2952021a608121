package org.banshi.web.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.catalogue.FieldError;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.text.Text;
import org.banshi.web.form.FormView.Field;
import org.banshi.web.form.FormView.Kind;
import org.banshi.web.form.FormView.Mistake;
import org.banshi.web.form.FormView.Row;
import org.banshi.web.form.FormView.Section;
import org.jspecify.annotations.Nullable;

/** Lays out a form from its schema, the answers so far, and what is wrong with them. */
public final class FormRenderer {

    private final SchemaNode schema;
    private final Map<String, @Nullable Object> data;
    private final Map<String, Text> errors = new LinkedHashMap<>();
    private final String grown;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> placed = new LinkedHashSet<>();

    private FormRenderer(
            JsonNode schema, FormData data, List<FieldError> errors, @Nullable String grown) {
        this.schema = SchemaNode.root(schema);
        this.data = data.values();
        this.grown = grown == null ? "" : grown;
        errors.forEach(error -> this.errors.putIfAbsent(error.pointer(), error.message()));
    }

    /** The form, with its errors where they belong. */
    public static FormView render(JsonNode schema, FormData data, List<FieldError> errors) {
        return render(schema, data, errors, null);
    }

    /** The same with one more row at the pointer {@code grown}. */
    public static FormView render(
            JsonNode schema, FormData data, List<FieldError> errors, @Nullable String grown) {
        return new FormRenderer(schema, data, errors, grown).view();
    }

    /** The form's own fields by name, without answers: for labels and words of values. */
    public static Map<String, Field> fields(JsonNode schema) {
        Map<String, Field> fields = new LinkedHashMap<>();
        FormRenderer renderer = new FormRenderer(schema, FormData.empty(), List.of(), null);
        renderer.collect(renderer.schema, "", fields);
        return fields;
    }

    private void collect(SchemaNode object, String pointer, Map<String, Field> fields) {
        Map<String, SchemaNode> properties = object.properties();
        properties.forEach(
                (name, property) ->
                        fields.putIfAbsent(
                                name,
                                field(property, name, pointer + "/" + name, false, false, null)));
        properties.forEach(
                (name, property) -> {
                    collect(property, pointer + "/" + name, fields);
                    collect(property.items(), pointer + "/" + name + "/0", fields);
                });
    }

    private FormView view() {
        List<Section> sections = sections();
        errors.forEach(
                (pointer, message) -> {
                    if (!placed.contains(pointer)) {
                        mistakes.add(new Mistake(nearest(pointer), message));
                    }
                });
        return new FormView(sections, mistakes);
    }

    private List<Section> sections() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, JsonNode> heads = new LinkedHashMap<>();
        for (JsonNode head : schema.ui().path("sections")) {
            String key = head.path("key").asText(head.path("id").asText());
            heads.put(key, head);
            fields.put(key, new ArrayList<>());
            head.path("fields").forEach(name -> fields.get(key).add(name.asText()));
        }
        Set<String> listed = new LinkedHashSet<>();
        fields.values().forEach(listed::addAll);
        schema.properties()
                .forEach(
                        (name, property) -> {
                            if (!listed.contains(name)) {
                                String key = property.ui().path("section").asText();
                                fields.computeIfAbsent(key, made -> new ArrayList<>()).add(name);
                            }
                        });
        List<Section> sections = new ArrayList<>();
        fields.forEach(
                (key, names) -> {
                    List<Field> shown = fields(schema, names, "", data);
                    if (!shown.isEmpty()) {
                        sections.add(
                                new Section(
                                        key,
                                        text(heads.get(key), "title"),
                                        text(heads.get(key), "hint"),
                                        shown));
                    }
                });
        return sections;
    }

    private List<Field> fields(
            SchemaNode object,
            Iterable<String> names,
            String pointer,
            Map<String, ? extends @Nullable Object> values) {
        Map<String, SchemaNode> properties = object.properties();
        Set<String> deciding = new LinkedHashSet<>();
        properties.values().stream()
                .map(SchemaNode::condition)
                .forEach(
                        condition -> {
                            if (condition != null) {
                                deciding.add(condition.field());
                            }
                        });
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            SchemaNode property = properties.get(name);
            if (property != null && Conditions.asked(property, values)) {
                fields.add(
                        field(
                                property,
                                name,
                                pointer + "/" + name,
                                object.requires(name, values),
                                deciding.contains(name),
                                values.get(name)));
            }
        }
        return fields;
    }

    /** A label that is a sentence loses its full stop before a colon. */
    private static String bare(String label) {
        return label.replaceFirst("[。.]$", "");
    }

    private Field field(
            SchemaNode property,
            String name,
            String pointer,
            boolean required,
            boolean decides,
            @Nullable Object value) {
        Kind kind = property.kind();
        Text error = errors.get(pointer);
        placed.add(pointer);
        if (error != null) {
            Text label = property.label(name);
            mistakes.add(
                    new Mistake(
                            id(pointer),
                            Text.of(
                                    bare(label.zh()) + "：" + error.zh(),
                                    bare(label.en()) + ": " + error.en())));
        }
        List<Row> rows = kind == Kind.ROWS ? rows(property, pointer, required, value) : List.of();
        int most = property.keyword("maxItems").asInt(Integer.MAX_VALUE);
        return new Field(
                pointer,
                id(pointer),
                kind,
                property.label(name),
                property.text("hint"),
                property.text("unit"),
                required,
                decides,
                typed(kind, value),
                property.choices(),
                property.keyword("maxLength").isInt()
                        ? (Integer) property.keyword("maxLength").asInt()
                        : null,
                bound(property, "minimum"),
                bound(property, "maximum"),
                error,
                kind == Kind.GROUP
                        ? fields(property, property.properties().keySet(), pointer, map(value))
                        : List.of(),
                rows,
                kind == Kind.ROWS && rows.size() < most);
    }

    private List<Row> rows(
            SchemaNode property, String pointer, boolean required, @Nullable Object value) {
        List<?> given = value instanceof List<?> list ? list : List.of();
        int least = Math.max(property.keyword("minItems").asInt(), required ? 1 : 0);
        int count = Math.max(given.size() + (grown.equals(pointer) ? 1 : 0), least);
        List<Row> rows = new ArrayList<>();
        SchemaNode item = property.items();
        for (int i = 0; i < count; i++) {
            String place = pointer + "/" + i;
            Map<String, ?> values = i < given.size() ? map(given.get(i)) : Map.of();
            rows.add(
                    new Row(
                            place,
                            id(place),
                            i + 1,
                            fields(item, item.properties().keySet(), place, values)));
        }
        return rows;
    }

    /** The id of the nearest field around a pointer that has no field of its own. */
    private String nearest(String pointer) {
        String around = pointer;
        while (!around.isEmpty() && !placed.contains(around)) {
            around = around.substring(0, around.lastIndexOf('/'));
        }
        return around.isEmpty() ? "form" : id(around);
    }

    private static String id(String pointer) {
        return "f" + pointer.replace('/', '-');
    }

    private static @Nullable String bound(SchemaNode property, String keyword) {
        JsonNode bound = property.keyword(keyword);
        return bound.isNumber() ? bound.decimalValue().toPlainString() : null;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
    }

    private static List<String> typed(Kind kind, @Nullable Object value) {
        if (kind == Kind.GROUP || kind == Kind.ROWS) {
            return List.of();
        }
        List<String> texts = texts(value);
        return kind == Kind.MULTILINE && texts.size() > 1
                ? List.of(String.join("\n", texts))
                : texts;
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(FormRenderer::text).toList();
        }
        return value == null ? List.of() : List.of(text(value));
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private static @Nullable Text text(@Nullable JsonNode head, String name) {
        JsonNode words = head == null ? null : head.get(name);
        if (words == null) {
            return null;
        }
        return words.isTextual()
                ? Text.of(words.asText(), words.asText())
                : Text.of(words.path("zh").asText(), words.path("en").asText());
    }
}
