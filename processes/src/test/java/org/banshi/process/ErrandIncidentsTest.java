package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.engine.EngineEvent.IncidentOpened;
import org.banshi.command.contract.engine.EngineEvent.IncidentResolved;
import org.banshi.process.delivery.WhenDeliveryRequestedThenSend;
import org.banshi.process.incident.Incidents;
import org.banshi.process.register.WhenRegisterAskedThenAsk;
import org.banshi.process.world.MovableClock;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.banshi.process.world.StandInDomain;
import org.banshi.process.world.StandInPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An errand is tried five times in these tests. */
@ProcessTest
class ErrandIncidentsTest {

    private static final int MANY = 1_000;

    @Autowired private Office office;
    @Autowired private StandInPorts ports;
    @Autowired private StandInDomain domain;
    @Autowired private Incidents incidents;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void mend() {
        ports.refuseMessages(0);
        domain.mend();
    }

    @Test
    void a_document_that_cannot_be_sent_is_an_incident_until_a_supervisor_retries_it() {
        ports.refuseMessages(MANY);
        ApplicationId application = granted();
        String incident = waitForIncident(application);

        assertThat(events(incident))
                .containsExactly(
                        new IncidentOpened(
                                incident,
                                incident,
                                application,
                                WhenDeliveryRequestedThenSend.NAME,
                                IllegalStateException.class.getName()));
        assertThat(attempts(application)).isEqualTo(5);
        assertThat(office.story(application)).doesNotContain("application.delivered");

        ports.refuseMessages(0);
        assertThat(incidents.retry(incident, office.officer("supervisor"), Map.of())).isTrue();
        office.until(() -> office.story(application).contains("application.delivered"));

        assertThat(events(incident))
                .last()
                .isEqualTo(new IncidentResolved(incident, incident, application));
        assertThat(office.stream(incident).get(1).stamp().by().account()).isEqualTo("supervisor");
        assertThat(incidents.retry(incident, office.officer("supervisor"), Map.of())).isFalse();
        office.until(() -> errands(application) == 0);
    }

    @Test
    void an_errand_that_fails_again_after_a_retry_is_another_incident() {
        ports.refuseMessages(MANY);
        ApplicationId application = granted();
        String first = waitForIncident(application);

        incidents.retry(first, office.officer("supervisor"), Map.of());

        office.until(() -> !open(application).isEmpty());
        assertThat(open(application)).doesNotContain(first);
    }

    @Test
    void an_answer_that_is_never_recorded_is_an_incident_too() {
        domain.fail(
                ApplicationCommand.RecordRegisterAnswer.class,
                () -> new IllegalStateException("the log is away"));
        ApplicationId application = office.open();
        office.complete(application, "check-papers", "accept");

        assertThat(events(waitForIncident(application)))
                .extracting("activity")
                .containsExactly(WhenRegisterAskedThenAsk.NAME);
    }

    /** A case that is granted and whose decision is to be told. */
    private ApplicationId granted() {
        ApplicationId application = office.open();
        office.complete(application, "check-papers", "accept");
        office.until(() -> !office.tasks(application).isEmpty());
        office.complete(application, "decide-stall", "grant", Map.of("opinion", "同意"));
        clock.advance(Duration.ofDays(9));
        return application;
    }

    private String waitForIncident(ApplicationId application) {
        office.until(() -> !open(application).isEmpty());
        return open(application).get(0);
    }

    private List<String> open(ApplicationId application) {
        return jdbc.sql(
                        """
                        SELECT incident::text FROM process_errand
                        WHERE application = ?::uuid AND incident IS NOT NULL""")
                .param(application.value())
                .query(String.class)
                .list();
    }

    private List<EngineEvent> events(String incident) {
        return office.events(incident, EngineEvent.class);
    }

    private long attempts(ApplicationId application) {
        return office.count(
                "SELECT attempts FROM process_errand WHERE application = ?::uuid",
                application.value());
    }

    private long errands(ApplicationId application) {
        return office.count(
                "SELECT count(*) FROM process_errand WHERE application = ?::uuid",
                application.value());
    }
}
