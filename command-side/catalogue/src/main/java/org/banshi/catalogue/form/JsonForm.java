package org.banshi.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.FormSchema;
import org.banshi.command.contract.application.FormData;
import org.jspecify.annotations.Nullable;

/** A form as JSON Schema. Compiled when first used; safe for use by many threads. */
public final class JsonForm implements FormSchema {

    static final String TODAY = "today";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final JsonNode schema;
    private volatile @Nullable Schema compiled;

    /**
     * @param schema a JSON Schema 2020-12 of an object; never modified afterwards
     */
    public JsonForm(JsonNode schema) {
        this.schema = schema;
    }

    /** A form given as plain maps and lists. */
    public static JsonForm of(@Nullable Object schema) {
        return new JsonForm(JSON.<JsonNode>valueToTree(schema));
    }

    /**
     * Whether {@code data} satisfies {@code part}, a piece of a form's schema such as the condition
     * of a branch. Unlike a whole form, a piece says nothing of other properties.
     */
    public static boolean holds(JsonNode part, Map<String, ? extends @Nullable Object> data) {
        return Registry.REGISTRY
                .getSchema(part)
                .validate(JSON.<JsonNode>valueToTree(data))
                .isEmpty();
    }

    /** Loading the dialect takes a moment, so nothing touches this class before the first form. */
    private static final class Registry {

        static final SchemaRegistry REGISTRY = start();

        private static SchemaRegistry start() {
            Dialect standard = Dialects.getDraft202012();
            Dialect ours =
                    Dialect.builder(standard.getId(), standard)
                            .formats(Formats.all())
                            .keyword(new NonValidationKeyword("x-ui"))
                            .build();
            SchemaRegistryConfig config =
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
            return SchemaRegistry.withDialect(
                    ours,
                    builder ->
                            builder.schemaRegistryConfig(config)
                                    .schemaCacheEnabled(false)
                                    .schemaLoader(loader -> loader.fetchRemoteResources(false)));
        }
    }

    @Override
    public List<FieldError> validate(FormData data) {
        return errors(data, null);
    }

    @Override
    public List<FieldError> validate(FormData data, LocalDate today) {
        return errors(data, today);
    }

    private List<FieldError> errors(FormData data, @Nullable LocalDate today) {
        JsonNode node = JSON.valueToTree(data.values());
        List<Error> found =
                compiled()
                        .validate(
                                node,
                                execution -> {
                                    if (today != null) {
                                        execution.getCollectorContext().put(TODAY, today);
                                    }
                                });
        Map<String, FieldError> errors = new LinkedHashMap<>();
        for (Error error : found) {
            FieldError told = FieldErrors.of(error, node, today);
            errors.putIfAbsent(told.pointer() + " " + told.code(), told);
        }
        return List.copyOf(errors.values());
    }

    @Override
    public JsonNode schema() {
        return schema.deepCopy();
    }

    private Schema compiled() {
        Schema ready = compiled;
        if (ready == null) {
            ready = Registry.REGISTRY.getSchema(ClosedSchema.of(schema));
            compiled = ready;
        }
        return ready;
    }
}
