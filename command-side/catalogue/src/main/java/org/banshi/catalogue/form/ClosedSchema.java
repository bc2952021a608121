package org.banshi.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Closes a schema: wherever an object is described and nothing is said about other properties,
 * those become errors. The keyword is {@code unevaluatedProperties}, which also sees properties
 * that a branch ({@code if}, {@code then}, {@code allOf} …) allows; hence it is put where a value
 * begins and never inside a branch.
 */
final class ClosedSchema {

    private static final List<String> VALUES_BY_NAME = List.of("properties", "patternProperties");
    private static final List<String> VALUES =
            List.of("items", "contains", "additionalProperties", "unevaluatedProperties");
    private static final List<String> BRANCHES =
            List.of("if", "then", "else", "not", "allOf", "anyOf", "oneOf", "prefixItems");
    private static final List<String> BRANCHES_BY_NAME = List.of("$defs", "dependentSchemas");
    private static final List<String> SIGNS_OF_AN_OBJECT =
            List.of("properties", "$ref", "allOf", "anyOf", "oneOf", "if", "dependentSchemas");

    private ClosedSchema() {}

    /** A closed copy. */
    static JsonNode of(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        value(copy);
        return copy;
    }

    private static void value(JsonNode schema) {
        branch(schema);
        if (schema instanceof ObjectNode object
                && describesObject(object)
                && !object.has("additionalProperties")
                && !object.has("unevaluatedProperties")) {
            object.put("unevaluatedProperties", false);
        }
    }

    private static boolean describesObject(ObjectNode schema) {
        return "object".equals(schema.path("type").asText())
                || SIGNS_OF_AN_OBJECT.stream().anyMatch(schema::has);
    }

    private static void branch(JsonNode schema) {
        if (!schema.isObject()) {
            return;
        }
        VALUES_BY_NAME.forEach(key -> schema.path(key).forEach(ClosedSchema::value));
        VALUES.forEach(key -> value(schema.path(key)));
        BRANCHES_BY_NAME.forEach(key -> schema.path(key).forEach(ClosedSchema::branch));
        for (String key : BRANCHES) {
            JsonNode below = schema.path(key);
            if (!below.isArray()) {
                branch(below);
            } else if (key.equals("prefixItems")) {
                below.forEach(ClosedSchema::value);
            } else {
                below.forEach(ClosedSchema::branch);
            }
        }
    }
}
