package org.banshi.app.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiTest;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationEvent.DeliveryRequested;
import org.banshi.command.contract.benefit.BenefitEvent.Rerated;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

/**
 * The subsidies' tables of each year reach what runs, through the clock and the real packages. On a
 * clock that nobody has moved: what came late is made good for three years only.
 */
@BanshiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class ReratingTest {

    @Autowired private CommandGateway commands;
    @Autowired private Catalogue catalogue;
    @Autowired private EventLog log;

    @Test
    void a_nursing_subsidy_of_2024_is_raised_by_the_table_of_2025_with_what_is_owed()
            throws IOException {
        PersonId person = new PersonId(UUID.randomUUID().toString());
        Subsidies subsidies = new Subsidies(commands, catalogue);
        LocalDate granted = LocalDate.parse("2024-11-15");
        BenefitId benefit =
                subsidies.granted(
                        subsidies.filed(person, granted),
                        person,
                        "disability-nursing-subsidy",
                        new BigDecimal("270.00"),
                        granted);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rerated(benefit)).isNotEmpty());
        Rerated first = rerated(benefit).get(0);
        // Ten yuan more since January 2025, whatever the tables after it say.
        assertThat(first.monthlyAmount()).isGreaterThanOrEqualTo(new BigDecimal("280.00"));
        assertThat(first.arrears()).isGreaterThanOrEqualTo(new BigDecimal("120.00"));
        assertThat(first.reason()).contains("2025-01");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(log.readStream(first.application().value()))
                                        .extracting(Recorded::event)
                                        .filteredOn(DeliveryRequested.class::isInstance)
                                        .extracting(it -> ((DeliveryRequested) it).document())
                                        .contains("rate-change"));
    }

    @Test
    void what_was_granted_at_the_figure_carried_from_the_year_before_is_made_good()
            throws IOException {
        PersonId person = new PersonId(UUID.randomUUID().toString());
        Subsidies subsidies = new Subsidies(commands, catalogue);
        LocalDate granted = LocalDate.parse("2025-02-10");
        BenefitId benefit =
                subsidies.granted(
                        subsidies.filed(person, granted),
                        person,
                        "disability-nursing-subsidy",
                        new BigDecimal("270.00"),
                        granted);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rerated(benefit)).isNotEmpty());
        Rerated first = rerated(benefit).get(0);
        assertThat(first.monthlyAmount()).isGreaterThanOrEqualTo(new BigDecimal("280.00"));
        assertThat(first.standard()).isEqualTo(first.monthlyAmount());
        assertThat(first.arrears()).isGreaterThanOrEqualTo(new BigDecimal("100.00"));
        assertThat(first.reason()).contains("2025-03");
    }

    private List<Rerated> rerated(BenefitId benefit) {
        return log.readStream(benefit.value()).stream()
                .map(Recorded::event)
                .filter(Rerated.class::isInstance)
                .map(Rerated.class::cast)
                .toList();
    }
}
