package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.banshi.app.Shipped;
import org.banshi.catalogue.pack.PackageFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Every golden scenario of every package on the real bus, engine and log; together they take every
 * sequence flow of every process.
 */
@OnStage
@DirtiesContext
class GoldenScenariosTest {

    private static final Path COVERAGE = Path.of("target/path-coverage.txt");
    private static final Map<String, PackageFiles> PACKAGES = Shipped.packages();

    @Autowired private Theatre theatre;

    @BeforeAll
    static void forget() throws IOException {
        Files.deleteIfExists(COVERAGE);
    }

    /** All, or those that a writer of packages names: {@code -Dgolden=benefit-review,…}. */
    static List<String> services() {
        String named = System.getProperty("golden", "");
        return PACKAGES.keySet().stream()
                .filter(it -> named.isEmpty() || List.of(named.split(",")).contains(it))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void come_true_and_leave_no_path_untaken(String service) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        Theatre.Report report =
                theatre.play(
                        service,
                        PACKAGES.get(service),
                        new PrintStream(said, true, StandardCharsets.UTF_8));

        Files.writeString(
                COVERAGE,
                report.paths() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        System.out.println(report.paths());
        assertThat(report.cameTrue()).as(said.toString(StandardCharsets.UTF_8)).isTrue();
        assertThat(report.untaken()).as(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
