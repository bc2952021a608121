package org.banshi.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The description of the interface is whole, and changes only on purpose. */
@WebSliceTest
class ApiDescriptionTest {

    private static final Path SNAPSHOT = Path.of("test/resources/web/api.json");

    private final ObjectMapper json =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private final JsonNode api;

    @Autowired
    ApiDescriptionTest(MockMvc mvc) throws Exception {
        api =
                json.readTree(
                        mvc.perform(get("/v3/api-docs"))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void says_of_every_operation_what_it_does_and_how_it_fails() {
        operations(
                (name, operation) -> {
                    assertThat(operation.path("summary").asText()).as(name).isNotBlank();
                    JsonNode responses = operation.path("responses");
                    assertThat(responses.fieldNames())
                            .toIterable()
                            .as(name)
                            .anyMatch(s -> s.startsWith("2"));
                    for (String failure : new String[] {"400", "401", "403", "500", "503"}) {
                        assertThat(
                                        responses
                                                .path(failure)
                                                .at(
                                                        "/content/application~1problem+json/schema/$ref")
                                                .asText())
                                .as(name + " " + failure)
                                .isEqualTo("#/components/schemas/Problem");
                    }
                });
    }

    @Test
    void takes_an_idempotency_key_wherever_something_is_written() {
        operations(
                (name, operation) -> {
                    if (name.startsWith("post") && !name.contains("/sessions")) {
                        assertThat(operation.path("parameters").findValuesAsText("name"))
                                .as(name)
                                .contains("Idempotency-Key");
                    }
                });
    }

    /** To change it on purpose: copy target/api.json over the snapshot. */
    @Test
    void is_what_programs_rely_on() throws Exception {
        ((ObjectNode) api).remove("servers");
        String described = json.writeValueAsString(json.treeToValue(api, Object.class)) + "\n";
        Files.writeString(Path.of("target/api.json"), described);

        assertThat(described).isEqualTo(Files.readString(SNAPSHOT));
    }

    private void operations(BiConsumer<String, JsonNode> check) {
        assertThat(api.path("paths").size()).isGreaterThan(20);
        api.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation ->
                                                        check.accept(
                                                                operation.getKey()
                                                                        + " "
                                                                        + path.getKey(),
                                                                operation.getValue())));
    }
}
