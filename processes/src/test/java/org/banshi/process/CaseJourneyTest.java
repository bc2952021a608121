package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.process.world.MovableClock;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.banshi.process.world.StandInPorts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class CaseJourneyTest {

    @Autowired private Office office;
    @Autowired private MovableClock clock;
    @Autowired private StandInPorts ports;
    @Autowired private JdbcClient jdbc;

    @Test
    void a_case_runs_from_application_to_delivery() {
        ApplicationId application = office.open();
        String instance = office.instance(application);

        office.complete(application, "check-papers", "accept");
        office.until(() -> !office.tasks(application).isEmpty());
        office.complete(application, "decide-stall", "grant", Map.of("opinion", "同意"));
        assertThat(office.story(application)).endsWith("social.public-notice-posted");
        clock.advance(Duration.ofDays(9));
        office.until(() -> office.story(application).contains("application.delivered"));
        office.settle();

        assertThat(office.story(application))
                .containsExactly(
                        "application.applied",
                        "application.stage-started",
                        "application.accepted",
                        "application.rule-decided",
                        "application.register-asked",
                        "application.register-answered",
                        "application.stage-started",
                        "application.step-completed",
                        "social.public-notice-posted",
                        "application.concluded",
                        "application.delivery-requested",
                        "application.delivered");
        assertThat(ports.sent())
                .anyMatch(text -> text.contains("STALL-" + application.value().substring(0, 8)));
        assertThat(visited(instance))
                .containsExactly(
                        "applied",
                        "check-papers",
                        "papers",
                        "fee",
                        "ask-trade",
                        "wait-trade",
                        "decide-stall",
                        "show",
                        "shown",
                        "grant",
                        "tell",
                        "told",
                        "done");
        assertThat(
                        office.count(
                                "SELECT count(*) FROM act_ru_execution WHERE proc_inst_id_ = ?",
                                instance))
                .isZero();
    }

    @Test
    void a_transaction_is_one_step_of_its_instance() {
        ApplicationId application = office.open();
        String instance = office.instance(application);
        assertThat(office.stream(instance)).hasSize(1);

        office.complete(application, "check-papers", "supplement", papers());

        assertThat(office.stream(instance)).hasSize(2);
        EngineEvent.Step step = office.events(instance, EngineEvent.Step.class).get(1);
        assertThat(step.processDefinition()).isEqualTo("market-stall:1");
        assertThat(step.application()).isEqualTo(application);
        assertThat(step.moves())
                .extracting(EngineEvent.Move::kind, EngineEvent.Move::activity)
                .containsExactly(
                        tuple("activity-end", "check-papers"),
                        tuple("activity-start", "papers"),
                        tuple("activity-end", "papers"),
                        tuple("activity-start", "wait-supplement"));
        assertThat(office.stream(instance).get(1).stamp().by().account()).isEqualTo("lin");
    }

    @Test
    void the_engine_keeps_no_history_and_nothing_personal() {
        ApplicationId application = office.open();
        office.complete(application, "check-papers", "supplement", papers());

        office.assertNoHistory();
        List<String> texts =
                jdbc.sql("SELECT text_ FROM act_ru_variable WHERE text_ IS NOT NULL")
                        .query(String.class)
                        .list();
        assertThat(texts)
                .isNotEmpty()
                .allMatch(text -> text.matches("[0-9a-f-]{36}|[0-9]{6}|1|[a-z-]+"));
    }

    private List<String> visited(String instance) {
        return office.events(instance, EngineEvent.Step.class).stream()
                .flatMap(step -> step.moves().stream())
                .filter(move -> move.kind().equals("activity-start"))
                .map(EngineEvent.Move::activity)
                .toList();
    }

    private static Map<String, Object> papers() {
        return Map.of("items", List.of("photo"), "reason", "照片不清楚");
    }
}
