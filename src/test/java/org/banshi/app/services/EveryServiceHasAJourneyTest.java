package org.banshi.app.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One spelling finds a service everywhere; here: its folder of data and its journey through the
 * pages.
 */
class EveryServiceHasAJourneyTest {

    static Stream<String> services() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("../bpmn/services"))) {
            return folders.map(folder -> folder.getFileName().toString()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void has_a_journey(String service) throws IOException {
        Path journeys =
                Path.of("test/java/org/banshi/app/services").resolve(service.replace("-", ""));
        assertThat(journeys).isDirectory();
        try (Stream<Path> files = Files.list(journeys)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(file -> file.endsWith("JourneyTest.java"));
        }
    }
}
