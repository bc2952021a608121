package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.eventstore.Subscriptions;
import org.banshi.process.reaction.EngineSubscription;
import org.banshi.process.world.Faults;
import org.banshi.process.world.LostReplies;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The transaction dies at its worst moments: no event without engine state, nor the reverse. */
@ProcessTest
class AllOrNothingTest {

    /** Where a fault strikes, and how. */
    interface Blow {
        void prepare(AllOrNothingTest test);
    }

    @Autowired private Office office;
    @Autowired private Faults faults;
    @Autowired private LostReplies lostReplies;
    @Autowired private Subscriptions readers;
    @Autowired private DataSource dataSource;
    @Autowired private JdbcClient jdbc;
    @Autowired private CommandGateway commands;

    static Stream<Named<Blow>> blows() {
        return Stream.of(
                Named.of(
                        "failure after the engine's flush, before the append",
                        t -> t.faults.beforeAppend(AllOrNothingTest::fail)),
                Named.of(
                        "failure when all is ready for append and commit",
                        t -> t.faults.atAppend(AllOrNothingTest::fail)),
                Named.of(
                        "connection killed before the append",
                        t -> t.faults.beforeAppend(t::killConnection)),
                Named.of(
                        "connection killed at the commit",
                        t -> t.faults.atAppend(t::killConnection)));
    }

    @AfterEach
    void clear() {
        faults.clear();
    }

    @ParameterizedTest
    @MethodSource("blows")
    void an_officers_completion_leaves_nothing_behind_and_can_be_repeated(Blow blow) {
        ApplicationId application = office.open();
        String task = office.task(application, "check-papers");
        String instance = office.instance(application);
        List<String> engine = engineState(instance);

        blow.prepare(this);
        assertThatThrownBy(() -> refuse(application)).isInstanceOf(RuntimeException.class);

        assertThat(office.story(application))
                .containsExactly("application.applied", "application.stage-started");
        assertThat(office.story(task)).containsExactly("work-item.opened");
        assertThat(office.story(instance)).containsExactly("engine.step");
        assertThat(engineState(instance)).isEqualTo(engine);

        refuse(application);
        assertThat(office.story(application)).endsWith("application.acceptance-refused");
        assertThat(office.story(task)).containsExactly("work-item.opened", "work-item.completed");
        assertThat(engineState(instance)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("blows")
    void the_engines_reader_starts_each_case_exactly_once(Blow blow) {
        blow.prepare(this);
        ApplicationId application = office.apply();
        office.settle();

        assertThat(office.story(application))
                .containsExactly("application.applied", "application.stage-started");
        assertThat(
                        office.count(
                                "SELECT count(*) FROM act_ru_execution WHERE business_key_ = ?",
                                application.value()))
                .isEqualTo(1);
        assertThat(office.story(office.instance(application))).containsExactly("engine.step");
        assertThat(readers.parked(EngineSubscription.NAME)).isEmpty();
    }

    @Test
    void a_commit_whose_reply_got_lost_is_told_as_what_it_was() {
        ApplicationId application = office.open();
        faults.atAppend(lostReplies::loseNext);

        assertThatCode(() -> refuse(application)).doesNotThrowAnyException();

        assertThat(office.story(application)).containsOnlyOnce("application.acceptance-refused");
        assertThat(office.tasks(application)).isEmpty();
    }

    @Test
    void a_reader_whose_commit_reply_got_lost_starts_no_case_twice() {
        faults.atAppend(lostReplies::loseNext);
        ApplicationId application = office.apply();
        office.settle();

        assertThat(office.story(application))
                .containsExactly("application.applied", "application.stage-started");
        assertThat(office.tasks(application)).hasSize(1);
    }

    @Test
    void a_reader_that_is_reset_starts_no_case_twice() {
        ApplicationId application = office.open();

        readers.reset(EngineSubscription.NAME, () -> {});
        office.settle();

        assertThat(office.story(application))
                .containsExactly("application.applied", "application.stage-started");
        assertThat(office.tasks(application)).hasSize(1);
    }

    @Test
    void an_officer_who_loses_a_race_against_the_citizen_is_served_all_the_same() {
        ApplicationId application = office.open();
        faults.beforeAppend(() -> supplementMeanwhile(application));

        refuse(application);

        assertThat(office.story(application))
                .containsExactly(
                        "application.applied",
                        "application.stage-started",
                        "application.supplemented",
                        "application.acceptance-refused");
        assertThat(office.tasks(application)).isEmpty();
    }

    @Test
    void an_officer_who_loses_every_race_is_told_kindly() {
        ApplicationId application = office.open();
        String task = office.task(application, "check-papers");
        loseEveryRace(application);

        assertThatThrownBy(() -> refuse(application))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("changed-meanwhile"));

        assertThat(office.task(application, "check-papers")).isEqualTo(task);
        assertThat(office.story(task)).containsExactly("work-item.opened");
    }

    @Test
    void events_are_appended_after_the_engine_has_flushed_and_in_one_transaction() {
        ApplicationId application = office.open();
        String instance = office.instance(application);
        faults.beforeAppend(
                () -> {
                    assertThat(engineState(instance)).isEmpty();
                    assertThat(office.story(application)).hasSize(2);
                });

        refuse(application);

        List<EngineEvent.Step> steps = office.events(instance, EngineEvent.Step.class);
        assertThat(steps.get(1).moves()).last().extracting("kind").isEqualTo("instance-end");
        long first = office.stream(application.value()).get(2).position();
        assertThat(office.stream(instance).get(1).position()).isEqualTo(first + 1);
    }

    private void refuse(ApplicationId application) {
        office.complete(application, "check-papers", "refuse", Map.of("reason", "out-of-town"));
    }

    private void loseEveryRace(ApplicationId application) {
        faults.beforeAppend(
                () -> {
                    supplementMeanwhile(application);
                    loseEveryRace(application);
                });
    }

    /** Another transaction of another thread, as it comes from another node. */
    private void supplementMeanwhile(ApplicationId application) {
        CompletableFuture.runAsync(
                        () ->
                                commands.sendAndWait(
                                        new ApplicationCommand.Supplement(
                                                application,
                                                FormData.empty(),
                                                List.of(),
                                                office.citizen())))
                .join();
    }

    private List<String> engineState(String instance) {
        return jdbc.sql(
                        """
                        SELECT id_ || ':' || rev_ || ':' || coalesce(act_id_, '')
                        FROM act_ru_execution WHERE proc_inst_id_ = ? ORDER BY id_""")
                .param(instance)
                .query(String.class)
                .list();
    }

    private static void fail() {
        throw new IllegalStateException("struck");
    }

    /** Ends this transaction's server process, as a failing host would. */
    private void killConnection() {
        int pid = jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single();
        LostReplies.kill(dataSource, pid);
    }
}
