package org.banshi.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.banshi.app.BanshiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The description that the application serves is whole, and changes only on purpose. */
@BanshiTest
class ApiDescriptionTest {

    private static final Path SNAPSHOT = Path.of("test/resources/web/api.json");

    private final ObjectMapper json =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    @LocalServerPort private int port;
    private JsonNode api;

    @BeforeEach
    void ask() throws Exception {
        URI docs = URI.create("http://localhost:" + port + "/v3/api-docs");
        api =
                json.readTree(
                        HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(docs).build(),
                                        BodyHandlers.ofString(StandardCharsets.UTF_8))
                                .body());
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
                    // A preview, a look and a check write nothing; who is erased is so once.
                    if (name.startsWith("post")
                            && !name.contains("/sessions")
                            && !name.contains("/audit/")
                            && !name.contains("/erasure")
                            && !name.endsWith("/reveals")
                            && !name.endsWith("/previews")) {
                        assertThat(operation.path("parameters").findValuesAsText("name"))
                                .as(name)
                                .contains("Idempotency-Key");
                    }
                });
    }

    @Test
    void asks_for_nothing_that_the_session_says() {
        operations(
                (name, operation) ->
                        assertThat(
                                        StreamSupport.stream(
                                                operation.path("parameters").spliterator(), false))
                                .as(name)
                                .extracting(parameter -> parameter.path("name").asText())
                                .doesNotContain("caller"));
    }

    /** To change it on purpose: copy target/api.json over the snapshot. */
    @Test
    void is_what_programs_rely_on() throws Exception {
        ((ObjectNode) api).remove("servers");
        ((ObjectNode) api).set("tags", inOrder(api.path("tags")));
        String described = json.writeValueAsString(json.treeToValue(api, Object.class)) + "\n";
        Files.writeString(Path.of("target/api.json"), described);

        assertThat(described)
                .withFailMessage("target/api.json is no longer what %s says", SNAPSHOT)
                .isEqualTo(Files.readString(SNAPSHOT));
    }

    /** They come in any. */
    private JsonNode inOrder(JsonNode tags) {
        ArrayNode ordered = json.createArrayNode();
        StreamSupport.stream(tags.spliterator(), false)
                .sorted(Comparator.comparing(tag -> tag.path("name").asText()))
                .forEach(ordered::add);
        return ordered;
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
