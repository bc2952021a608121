package org.banshi.web.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.banshi.command.contract.application.FormData;
import org.jspecify.annotations.Nullable;

/**
 * Turns posted fields, named by JSON pointers, into what the schema asks for. Blank fields and rows
 * are left out, and so is what is not asked under the other answers. A text where a number belongs
 * stays as it is, for the schema to object to.
 */
public final class FormBinder {

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,10})?");
    private static final int MOST_ROWS = 200;

    private FormBinder() {}

    /** What was posted for {@code schema}. */
    public static FormData bind(JsonNode schema, Map<String, String[]> posted) {
        return new FormData(object(SchemaNode.root(schema), "", posted));
    }

    /**
     * What was posted for some of the form's own fields, among the others as they were before.
     *
     * @param shown whether the page had room for the field of this name
     */
    public static FormData part(
            JsonNode schema,
            Map<String, String[]> posted,
            FormData before,
            Predicate<String> shown) {
        SchemaNode form = SchemaNode.root(schema);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        form.properties()
                .forEach(
                        (name, property) -> {
                            Object value =
                                    shown.test(name)
                                            ? value(property, "/" + name, posted)
                                            : before.values().get(name);
                            if (value != null) {
                                values.put(name, value);
                            }
                        });
        leaveOutUnasked(form, values);
        return new FormData(values);
    }

    private static Map<String, @Nullable Object> object(
            SchemaNode schema, String pointer, Map<String, String[]> posted) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        schema.properties()
                .forEach(
                        (name, property) -> {
                            Object value = value(property, pointer + "/" + name, posted);
                            if (value != null) {
                                values.put(name, value);
                            }
                        });
        leaveOutUnasked(schema, values);
        return values;
    }

    private static void leaveOutUnasked(SchemaNode schema, Map<String, @Nullable Object> values) {
        schema.properties()
                .forEach(
                        (name, property) -> {
                            if (!Conditions.asked(property, values)) {
                                values.remove(name);
                            }
                        });
    }

    private static @Nullable Object value(
            SchemaNode schema, String pointer, Map<String, String[]> posted) {
        if (schema.isObject()) {
            Map<String, @Nullable Object> values = object(schema, pointer, posted);
            return values.isEmpty() ? null : values;
        }
        if (schema.isRows()) {
            List<Object> rows = rows(schema, pointer, posted);
            return rows.isEmpty() ? null : rows;
        }
        String[] given = posted.getOrDefault(pointer, new String[0]);
        if (schema.isTicks()) {
            List<Object> ticked = new ArrayList<>();
            Arrays.stream(given)
                    .flatMap(
                            text ->
                                    schema.choices().isEmpty()
                                            ? text.lines()
                                            : Arrays.stream(new String[] {text}))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> ticked.add(scalar(schema.items().type(), text)));
            return ticked.isEmpty() ? null : ticked;
        }
        String text = given.length == 0 ? "" : given[0].strip();
        return text.isEmpty() ? null : scalar(schema.type(), text);
    }

    private static List<Object> rows(
            SchemaNode schema, String pointer, Map<String, String[]> posted) {
        TreeSet<Integer> numbers = new TreeSet<>();
        String prefix = pointer + "/";
        for (String name : posted.keySet()) {
            if (name.startsWith(prefix)) {
                String number = name.substring(prefix.length()).split("/", 2)[0];
                if (number.matches("\\d{1,3}")) {
                    numbers.add(Integer.valueOf(number));
                }
            }
        }
        List<Object> rows = new ArrayList<>();
        for (int number : numbers) {
            Map<String, @Nullable Object> row = object(schema.items(), prefix + number, posted);
            if (!row.isEmpty() && rows.size() < MOST_ROWS) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Object scalar(String type, String text) {
        switch (type) {
            case "boolean":
                return text.equals("true") ? Boolean.TRUE : text.equals("false") ? false : text;
            case "integer":
                String digits = text.replaceAll("[,，\\s]", "");
                return INTEGER.matcher(digits).matches() ? whole(digits) : text;
            case "number":
                String plain = text.replaceAll("[,，\\s]", "");
                return DECIMAL.matcher(plain).matches() ? new BigDecimal(plain) : text;
            default:
                return text;
        }
    }

    private static Object whole(String digits) {
        long value = Long.parseLong(digits);
        return value == (int) value ? (Object) (int) value : (Object) value;
    }
}
