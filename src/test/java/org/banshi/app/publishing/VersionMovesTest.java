package org.banshi.app.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiSettings;
import org.banshi.app.BanshiTest;
import org.banshi.app.casefile.CaseMoment;
import org.banshi.app.casefile.CaseMoments;
import org.banshi.catalogue.Publishing.Running;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.VersionChanged;
import org.banshi.command.contract.application.ApplicationEvent.VersionKept;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.StayReason;
import org.banshi.command.contract.application.VersionPolicy;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.process.engine.RunningCases;
import org.banshi.process.engine.RunningCases.Standing;
import org.banshi.process.task.TaskCompletion;
import org.banshi.process.version.VersionMoves;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.audit.CaseCourse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Running cases when a version with a policy of its own is published, through the real engine. */
@BanshiTest
class VersionMovesTest {

    private static final String SERVICE = "residence-permit";
    private static final Actor WINDOW =
            Actor.officer("tianhe-newcomer", "newcomer-service", new RegionCode("440106"));

    @Autowired private BanshiSettings settings;
    @Autowired private Publisher publisher;
    @Autowired private Previews previews;
    @Autowired private CommandGateway commands;
    @Autowired private TaskCompletion completion;
    @Autowired private RunningCases running;
    @Autowired private VersionMoves moves;
    @Autowired private BusinessClock clock;
    @Autowired private EventLog log;
    @Autowired private JdbcClient jdbc;
    @Autowired private DataSource dataSource;
    @Autowired private CaseMoments moments;

    @Test
    void migrated_cases_go_on_where_they_stand_and_the_task_with_them() {
        ServiceVersion first = publish("{running: pinned}", text("process.bpmn"));
        String application = standingAt("review-papers", first);
        assertThat(previews.of(SERVICE, with("{running: migrated}", text("process.bpmn"))).groups())
                .filteredOn(it -> it.version() == first.version())
                .singleElement()
                .satisfies(it -> assertThat(it.fate()).isEqualTo(Running.MIGRATED));

        ServiceVersion second = publish("{running: migrated}", text("process.bpmn"));

        followed(application, first, second, VersionPolicy.MIGRATED, null);
        seenByAnAuditor(application, first, second);
        complete(application, "accept");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !parts(application).contains("review-papers"));
        assertThat(running.find(application).orElseThrow().version()).isEqualTo(second.version());

        again(second, application);
        assertThat(events(application, VersionChanged.class)).as("once").hasSize(1);
    }

    @Test
    void a_case_whose_place_is_gone_stays_with_its_version_and_says_why() {
        ServiceVersion first = publish("{running: pinned}", text("process.bpmn"));
        String application = standingAt("review-papers", first);

        ServiceVersion second =
                publish(
                        "{running: migrated}",
                        text("process.bpmn")
                                .replace("\"review-papers\"", "\"read-papers\"")
                                .replace(">review-papers<", ">read-papers<"));

        stayed(application, first, second, StayReason.PLACE_GONE);
        assertThat(moves.kept(second)).containsKey(StayReason.PLACE_GONE);
        complete(application, "accept");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !parts(application).contains("review-papers"));
        assertThat(running.find(application).orElseThrow().version()).isEqualTo(first.version());
    }

    @Test
    void fast_forwarded_cases_are_taken_to_the_step_unless_acceptance_lies_between() {
        ServiceVersion first = publish("{running: pinned}", text("process.bpmn"));
        String fresh = standingAt("review-papers", first);
        String accepted = standingAt("review-papers", first);
        complete(accepted, "accept");
        await().atMost(Duration.ofSeconds(30)).until(() -> waits(accepted, "verify", "review"));

        ServiceVersion second =
                publish("{running: fast-forwarded, to: approve-permit}", text("process.bpmn"));

        followed(accepted, first, second, VersionPolicy.FAST_FORWARDED, "approve-permit");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> parts(accepted).equals(List.of("approve-permit")));
        stayed(fresh, first, second, StayReason.ACCEPTANCE_BETWEEN);

        ServiceVersion third =
                publish(
                        "{running: fast-forwarded, to: approve-permit}",
                        text("process.bpmn") + "<!-- again -->");
        stayed(accepted, second, third, StayReason.PAST_THE_STEP);
    }

    /**
     * The mover's connection dies when engine, event and tick are written and nothing is committed;
     * then another one begins, as after a node's death.
     */
    @Test
    void a_node_that_dies_in_the_middle_of_moving_leaves_no_case_out_and_moves_none_twice()
            throws Exception {
        ServiceVersion first = publish("{running: pinned}", text("process.bpmn"));
        List<String> cases =
                IntStream.range(0, 3).mapToObj(n -> standingAt("review-papers", first)).toList();

        ServiceVersion second = publish("{running: migrated}", text("process.bpmn"));
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                // What every append needs, as the last thing before its commit.
                statement.execute("LOCK TABLE event_heads IN SHARE MODE");
                await().atMost(Duration.ofSeconds(30)).until(() -> movesKilled(statement) > 0);
            } finally {
                other.rollback();
            }
        }
        moves.stop();
        assertThat(cases.stream().flatMap(it -> events(it, VersionChanged.class).stream()))
                .as("moved while nothing could be appended")
                .hasSizeLessThan(cases.size());
        jdbc.sql("UPDATE version_move_case SET due_at = now() WHERE state = 'waiting'").update();
        moves.start();

        cases.forEach(it -> followed(it, first, second, VersionPolicy.MIGRATED, null));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(moves.progress(second).orElseThrow().waiting()).isZero());
        for (String one : cases) {
            assertThat(events(one, VersionChanged.class)).as("once").hasSize(1);
            assertThat(events(one, VersionKept.class)).isEmpty();
        }
    }

    /** Ends the connections that wait for the log with a tick in hand. */
    private static int movesKilled(Statement statement) throws SQLException {
        try (ResultSet killed =
                statement.executeQuery(
                        """
                        SELECT count(pg_terminate_backend(l.pid)) FROM pg_locks l
                        WHERE l.relation = 'version_move_case'::regclass
                            AND l.mode = 'RowExclusiveLock' AND l.granted
                            AND cardinality(pg_blocking_pids(l.pid)) > 0""")) {
            killed.next();
            return killed.getInt(1);
        }
    }

    /** Before the move on the old version, after it on the new one; the task waits in both. */
    private void seenByAnAuditor(String application, ServiceVersion from, ServiceVersion to) {
        List<Recorded> own = log.readStream(application);
        String number = ((Applied) own.get(0).event()).number();
        long moved =
                own.stream()
                        .filter(it -> it.event() instanceof VersionChanged)
                        .findFirst()
                        .orElseThrow()
                        .position();
        Scope auditor = new Scope("auditor-1", null, Set.of(Scope.Role.AUDITOR), null, null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> moments.course(number, auditor).orElseThrow().until(moved) > 1);
        CaseCourse course = moments.course(number, auditor).orElseThrow();

        for (long position : List.of(moved - 1, moved, Long.MAX_VALUE)) {
            CaseMoment moment = moments.at(course, position).orElseThrow();
            ServiceVersion then = position < moved ? from : to;
            assertThat(moment.setting().pinned()).isEqualTo(then);
            assertThat(moment.setting().hash()).isNotEmpty();
            assertThat(moment.progress().serviceVersion()).isEqualTo(then.version());
            assertThat(moment.tasks())
                    .last()
                    .satisfies(it -> assertThat(it.state()).isEqualTo(CaseMoment.TaskState.OPEN));
        }
    }

    private void followed(
            String application,
            ServiceVersion from,
            ServiceVersion to,
            VersionPolicy policy,
            String step) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> {
                            assertThat(events(application, VersionChanged.class))
                                    .singleElement()
                                    .satisfies(
                                            it -> {
                                                assertThat(it.from()).isEqualTo(from);
                                                assertThat(it.to()).isEqualTo(to);
                                                assertThat(it.policy()).isEqualTo(policy);
                                                assertThat(it.step()).isEqualTo(step);
                                            });
                            assertThat(running.find(application).map(Standing::version))
                                    .contains(to.version());
                        });
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                jdbc.sql(
                                                                """
                                                                SELECT service_version FROM work_item
                                                                WHERE application = ?
                                                                    AND state IN ('open', 'claimed')""")
                                                        .param(application)
                                                        .query(Integer.class)
                                                        .list())
                                        .containsExactly(to.version()));
    }

    private void stayed(
            String application, ServiceVersion kept, ServiceVersion offered, StayReason reason) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(events(application, VersionKept.class))
                                        .last()
                                        .satisfies(
                                                it -> {
                                                    assertThat(it.kept()).isEqualTo(kept);
                                                    assertThat(it.offered()).isEqualTo(offered);
                                                    assertThat(it.reason()).isEqualTo(reason);
                                                }));
        assertThat(running.find(application).map(Standing::version)).contains(kept.version());
    }

    /** As after a node that died before it ticked the case off. */
    private void again(ServiceVersion version, String application) {
        jdbc.sql(
                        """
                        UPDATE version_move_case SET state = 'waiting', due_at = now()
                        WHERE service = ? AND version = ? AND application = ?::uuid""")
                .params(SERVICE, version.version(), application)
                .update();
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                jdbc.sql(
                                                """
                                                        SELECT state FROM version_move_case
                                                        WHERE service = ? AND version = ?
                                                            AND application = ?::uuid""")
                                        .params(SERVICE, version.version(), application)
                                        .query(String.class)
                                        .single()
                                        .equals("moved"));
    }

    private <E extends Event> List<E> events(String application, Class<E> type) {
        return log.readStream(application).stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<String> parts(String application) {
        return running.find(application).map(Standing::parts).orElse(List.of());
    }

    private boolean waits(String application, String... anyOf) {
        return List.of(anyOf).containsAll(parts(application)) && !parts(application).isEmpty();
    }

    private String standingAt(String part, ServiceVersion version) {
        String application = PermitCase.apply(commands, clock, original(), version);
        await().atMost(Duration.ofSeconds(30)).until(() -> parts(application).contains(part));
        return application;
    }

    private void complete(String application, String outcome) {
        String task =
                jdbc.sql(
                                """
                                SELECT t.id_ FROM act_ru_task t
                                    JOIN act_ru_execution p ON p.id_ = t.proc_inst_id_
                                WHERE p.business_key_ = ?""")
                        .param(application)
                        .query(String.class)
                        .single();
        Stamp stamp = new Stamp(clock.now(), WINDOW);
        commands.sendAndWait(new WorkItemCommand.Claim(task, null, stamp));
        completion.complete(task, outcome, FormData.empty(), stamp, null);
    }

    private ServiceVersion publish(String publishing, String process) {
        return publisher.publish(
                SERVICE,
                with(publishing, process),
                new Stamp(clock.now(), Actor.system("publishing test")));
    }

    private PackageFiles original() {
        return PackageFiles.ofFolder(settings.bpmn().resolve("services").resolve(SERVICE));
    }

    private String text(String file) {
        return original().text(file);
    }

    private PackageFiles with(String publishing, String process) {
        PackageFiles original = original();
        Map<String, byte[]> files = new TreeMap<>();
        original.paths().forEach(path -> files.put(path, original.find(path).orElseThrow()));
        files.put(
                "service.yaml",
                (text("service.yaml")
                                + "publishing: "
                                + publishing
                                + " # "
                                + UUID.randomUUID()
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        files.put("process.bpmn", process.getBytes(StandardCharsets.UTF_8));
        return PackageFiles.of(files);
    }
}
