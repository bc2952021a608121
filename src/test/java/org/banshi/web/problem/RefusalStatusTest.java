package org.banshi.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.app.material.PicturesBusyException;
import org.banshi.eventstore.crypto.ErasedPersonException;
import org.junit.jupiter.api.Test;

class RefusalStatusTest {

    @Test
    void gives_a_status_of_its_own_only_to_codes_that_somebody_refuses_with() throws IOException {
        String refusing =
                sources(Path.of("../command-side/domain/src/main/java"))
                        + sources(Path.of("main/java"));

        assertThat(RefusalStatus.special())
                .allSatisfy(code -> assertThat(refusing).contains('"' + code + '"'));
    }

    @Test
    void tells_wrong_values_from_wrong_people_and_wrong_moments() {
        assertThat(RefusalStatus.of("form-invalid")).isEqualTo(422);
        assertThat(RefusalStatus.of("work-item-other-body")).isEqualTo(403);
        assertThat(RefusalStatus.of("stale-version")).isEqualTo(412);
        assertThat(RefusalStatus.of("application-withdrawn")).isEqualTo(409);
    }

    @Test
    void asks_to_come_again_where_others_look_at_papers() {
        assertThat(new Failures().of(new PicturesBusyException()).status()).isEqualTo(503);
    }

    @Test
    void tells_that_nothing_more_is_kept_of_whoever_was_erased() {
        assertThat(new Failures().of(new ErasedPersonException()).status()).isEqualTo(409);
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("RefusalStatus.java"))
                    .map(RefusalStatusTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
