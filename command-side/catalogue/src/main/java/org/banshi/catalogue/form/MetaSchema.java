package org.banshi.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a schema is itself valid. */
public final class MetaSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MetaSchema() {}

    /** What is wrong at a place of a schema. */
    public record Fault(String pointer, String message) {}

    /** Wherever it runs: findings are kept in English, and told in the language of the reader. */
    private static final SchemaRegistryConfig IN_ENGLISH =
            SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();

    private static final class Loaded {
        static final Schema META =
                SchemaRegistry.withDefaultDialect(
                                SpecificationVersion.DRAFT_2020_12,
                                builder -> builder.schemaRegistryConfig(IN_ENGLISH))
                        .getSchema(
                                SchemaLocation.of(
                                        SpecificationVersion.DRAFT_2020_12.getDialectId()));
    }

    /** What JSON Schema 2020-12 finds wrong with a schema, given as plain maps and lists. */
    public static List<Fault> faults(@Nullable Object schema) {
        List<Error> errors = Loaded.META.validate(JSON.<JsonNode>valueToTree(schema));
        return errors.stream()
                .map(e -> new Fault(e.getInstanceLocation().toString(), sentence(e.getMessage())))
                .toList();
    }

    private static String sentence(String message) {
        String says =
                message.replaceFirst("\\.$", "")
                        .replaceFirst("^(.*) found, (.*) expected$", "is $1, and must be $2");
        return "It " + says;
    }
}
