package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.axonframework.modelling.command.ConcurrencyException;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.engine.EngineEvent.IncidentOpened;
import org.banshi.command.contract.engine.EngineEvent.IncidentResolved;
import org.banshi.eventstore.DuplicateRequestException;
import org.banshi.process.incident.Incidents;
import org.banshi.process.world.MovableClock;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.banshi.process.world.StandInDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class FailedJobTest {

    private static final String SECRET = "石秀英 13800000000";

    @Autowired private Office office;
    @Autowired private StandInDomain domain;
    @Autowired private Incidents incidents;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void mend() {
        domain.mend();
    }

    @Test
    void a_job_that_fails_three_times_is_an_incident_until_a_supervisor_retries_it() {
        breakRule();
        ApplicationId application = accepted();
        String instance = office.instance(application);
        waitForIncident(instance);

        assertThat(attempts(application)).isEqualTo(3);
        IncidentOpened opened = office.events(instance, IncidentOpened.class).get(0);
        assertThat(opened.application()).isEqualTo(application);
        assertThat(opened.activity()).isEqualTo("fee");
        assertThat(opened.failure()).isEqualTo(IllegalStateException.class.getName());

        domain.mend();
        Map<String, String> request =
                Map.of(
                        DuplicateRequestException.KEY,
                        opened.incident(),
                        DuplicateRequestException.HASH,
                        "hash");
        assertThat(incidents.retry(opened.incident(), office.officer("supervisor"), request))
                .isTrue();
        office.until(() -> !office.tasks(application).isEmpty());
        assertThat(receipt(opened.incident())).isEqualTo(instance);

        assertThat(office.events(instance, IncidentResolved.class))
                .extracting(IncidentResolved::incident)
                .containsExactly(opened.incident());
        assertThat(resolvedBy(instance)).isEqualTo("supervisor");
        assertThat(office.story(application)).contains("application.rule-decided");
        assertThat(incidents.retry(opened.incident(), office.officer("supervisor"), Map.of()))
                .isFalse();
        office.assertNoHistory();
    }

    @Test
    void neither_text_nor_trace_of_a_failure_is_stored() {
        breakRule();
        ApplicationId application = accepted();
        waitForIncident(office.instance(application));

        assertThat(jdbc.sql("SELECT exception_msg_ FROM act_ru_job").query(String.class).list())
                .contains(IllegalStateException.class.getName())
                .noneMatch(text -> text.contains(SECRET));
        assertThat(jdbc.sql("SELECT incident_msg_ FROM act_ru_incident").query(String.class).list())
                .noneMatch(text -> text.contains(SECRET));
        assertThat(
                        office.count(
                                """
                                SELECT count(*) FROM act_ge_bytearray
                                WHERE name_ NOT LIKE '%.bpmn'"""))
                .isZero();
    }

    @Test
    void a_job_that_loses_a_race_is_repeated_without_counting_as_a_failure() {
        domain.fail(
                ApplicationCommand.DecideByRule.class,
                () -> new ConcurrencyException("somebody was quicker"));
        ApplicationId application = accepted();
        String instance = office.instance(application);
        advanceUntil(() -> attempts(application) >= 5);
        domain.mend();
        advanceUntil(() -> !office.tasks(application).isEmpty());

        assertThat(office.events(instance, IncidentOpened.class)).isEmpty();
    }

    @Test
    void an_unknown_incident_is_not_retried() {
        assertThat(incidents.retry("none", office.officer("supervisor"), Map.of())).isFalse();
    }

    private void breakRule() {
        domain.fail(
                ApplicationCommand.DecideByRule.class,
                () -> new IllegalStateException("cannot decide for " + SECRET));
    }

    private ApplicationId accepted() {
        ApplicationId application = office.open();
        office.complete(application, "check-papers", "accept");
        return application;
    }

    private int attempts(ApplicationId application) {
        return (int)
                domain.received(ApplicationCommand.DecideByRule.class).stream()
                        .filter(command -> command.application().equals(application))
                        .count();
    }

    private void waitForIncident(String instance) {
        advanceUntil(() -> !office.events(instance, IncidentOpened.class).isEmpty());
    }

    /** Business time passes, so that the pauses between attempts do. */
    private void advanceUntil(Callable<Boolean> condition) {
        office.until(
                () -> {
                    clock.advance(Duration.ofSeconds(5));
                    return condition.call();
                });
    }

    private String receipt(String key) {
        return jdbc.sql("SELECT stream FROM event_receipt WHERE key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private String resolvedBy(String instance) {
        return office.stream(instance).stream()
                .filter(recorded -> recorded.event() instanceof IncidentResolved)
                .map(recorded -> recorded.stamp().by().account())
                .reduce((earlier, later) -> List.of(earlier, later).toString())
                .orElseThrow();
    }
}
