package org.banshi.web.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.person.Masks;
import org.jspecify.annotations.Nullable;

/**
 * Masks the numbers in a form's answers that stand for a person, told by their {@code format}, and
 * those that the form says to mask, such as a bank account: what others read by default.
 */
public final class FormMask {

    private FormMask() {}

    /** The same answers, masked. */
    public static FormData mask(JsonNode schema, FormData data) {
        return new FormData(object(SchemaNode.root(schema), data.values()));
    }

    private static Map<String, @Nullable Object> object(
            SchemaNode schema, Map<String, ? extends @Nullable Object> values) {
        Map<String, SchemaNode> properties = schema.properties();
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        values.forEach(
                (name, value) -> {
                    SchemaNode property = properties.get(name);
                    masked.put(name, property == null ? value : value(property, value));
                });
        return masked;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object value(SchemaNode schema, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(schema, (Map<String, Object>) map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> value(schema.items(), one)).toList();
        }
        return value instanceof String text ? text(schema, text) : value;
    }

    private static String text(SchemaNode schema, String text) {
        if (schema.ui().path("masked").asBoolean()) {
            return Masks.ending(text);
        }
        String format = schema.keyword("format").asText();
        if (format.equals("identity-number")) {
            return Masks.identityNumber(text);
        }
        return format.contains("mobile") || format.contains("phone") ? Masks.phone(text) : text;
    }
}
