package org.banshi.catalogue.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.banshi.catalogue.LanternLicence;
import org.banshi.catalogue.pack.PackageLoader;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.RegisterOutcome;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {

    private final List<Scenario> scenarios =
            new PackageLoader(LanternLicence.reference())
                    .scenarios(LanternLicence.NAME, LanternLicence.valid().files());

    @Test
    void reads_what_was_given_done_and_expected() {
        Scenario granted =
                scenarios.stream()
                        .filter(s -> s.file().equals("scenarios/granted.yaml"))
                        .findFirst()
                        .orElseThrow();

        assertThat(granted.clock()).isEqualTo(Instant.parse("2026-09-14T01:00:00Z"));
        assertThat(granted.registers().get("shops").outcome()).isEqualTo(RegisterOutcome.NO_ANSWER);
        assertThat(granted.actions())
                .hasExactlyElementsOfTypes(
                        Action.Apply.class,
                        Action.Complete.class,
                        Action.Supplement.class,
                        Action.Complete.class,
                        Action.Complete.class,
                        Action.AdvanceTo.class,
                        Action.Complete.class,
                        Action.Rate.class);
        assertThat(granted.expect().dates())
                .containsEntry("application.accepted#1.due.day", LocalDate.of(2026, 9, 28));
        assertThat(granted.expect().conclusion()).isEqualTo(Conclusion.APPROVED);
        assertThat(granted.expect().result()).containsEntry("deposit", "3.00");
        assertThat(granted.expect().path()).containsExactly("approve");
    }

    @Test
    void come_in_the_order_of_their_files() {
        assertThat(scenarios)
                .extracting(Scenario::file)
                .containsExactly(
                        "scenarios/denied.yaml",
                        "scenarios/granted.yaml",
                        "scenarios/refused.yaml");
    }
}
