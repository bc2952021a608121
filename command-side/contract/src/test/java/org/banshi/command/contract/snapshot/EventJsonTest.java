package org.banshi.command.contract.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of every event as approved, before encryption. Whoever changes it raises the revision,
 * adds an upcaster and approves a new file beside the old one, whose name has the revision in it.
 */
class EventJsonTest {

    private static final Path APPROVED = Path.of("src/test/resources/events");

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    @ParameterizedTest
    @MethodSource("events")
    void writes_an_event_as_approved(Class<?> type) throws Exception {
        String now = mapper.writeValueAsString(EventSamples.of(type)) + "\n";

        assertThat(now).as("JSON of %s, approved in %s", type, file(type)).isEqualTo(read(type));
    }

    @ParameterizedTest
    @MethodSource("events")
    void reads_an_event_from_its_approved_json(Class<?> type) throws Exception {
        assertThat(parse(type)).isEqualTo(EventSamples.of(type));
    }

    @Test
    void approves_nothing_that_is_no_event() throws IOException {
        Set<String> current = events().map(EventJsonTest::name).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .allSatisfy(
                            it ->
                                    assertThat(current)
                                            .contains(it.replaceFirst("\\.r\\d+\\.json$", "")));
        }
    }

    static Stream<Class<?>> events() {
        return EventSamples.types();
    }

    private Event parse(Class<?> type) throws JsonProcessingException, IOException {
        return (Event) mapper.readValue(read(type), type);
    }

    private static String name(Class<?> type) {
        return type.getAnnotation(Stored.class).value();
    }

    private static String file(Class<?> type) {
        return name(type) + ".r" + type.getAnnotation(Stored.class).revision() + ".json";
    }

    private static String read(Class<?> type) throws IOException {
        try (InputStream in = EventJsonTest.class.getResourceAsStream("/events/" + file(type))) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
