package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.banshi.app.workbench.LongOverdue;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.worklist.LateItem;
import org.banshi.web.form.InventedRoster;
import org.banshi.web.form.Roster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Worked examples of labour arbitration that need more than one case or an input of their own, on
 * the real bus, engine and log. The others are golden scenarios, which name their examples.
 */
@OnStage
@DirtiesContext
class ArbitrationExamplesTest extends DisputeStage {

    @Autowired private JdbcClient jdbc;
    @Autowired private LongOverdue tasks;

    @ParameterizedTest(name = "F4: {0} workers, same claim {1}: {2}")
    @CsvSource({"12, true, collective", "9, true, ordinary", "11, false, separate"})
    void f4_goes_by_the_size_of_the_group_and_whether_it_claims_the_same(
            int workers, boolean same, String path) throws Exception {
        List<Map<String, Object>> members = new ArrayList<>();
        for (int i = 1; i < workers; i++) {
            members.add(Map.of("name", "工友" + i, "number", "44010619040401013X"));
        }

        ApplicationId filed =
                file("2026-09-14", Map.of("group", "group", "sameClaim", same, "members", members));

        assertThat(outcome(filed, "grouping")).isEqualTo(path);
        assertThat(goesFirst(filed)).isEqualTo(path.equals("collective"));
    }

    /** Whether it stands before the others in the list of those who decide on its acceptance. */
    private boolean goesFirst(ApplicationId filed) {
        return Awaitility.await()
                .until(
                        () ->
                                jdbc.sql("SELECT goes_first FROM work_item WHERE application = ?")
                                        .param(filed.value())
                                        .query(Boolean.class)
                                        .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void a_roster_of_three_hundred_from_a_table_becomes_one_collective_case() throws Exception {
        Roster roster =
                Roster.of(catalogue.current(SERVICE).orElseThrow().form().schema(), "members")
                        .orElseThrow();
        Roster.Table table = roster.read(InventedRoster.of(300, 3));
        assertThat(table.wrong()).isEmpty();

        GoldenPlayer player =
                filing(
                        "2026-09-14",
                        Map.of("group", "group", "sameClaim", true, "members", table.rows()));
        player.complete(new Action.Complete("review-papers", "accept", FormData.empty()));

        assertThat(outcome(player.application(), "grouping")).isEqualTo("collective");
        List<ArbitrationEvent.PartyJoined> parties =
                events(player.application(), ArbitrationEvent.PartyJoined.class);
        assertThat(parties).hasSize(302);
        assertThat(parties.stream().filter(it -> it.side() == Side.CLAIMANT && it.speaks()))
                .hasSize(4);
    }

    @Test
    void a_task_that_nobody_does_goes_before_those_above_by_the_round_and_once() throws Exception {
        GoldenPlayer player =
                filing("2026-09-14", Map.of("claims", List.of(claim("PAY", "2022-05-01"))));
        LateItem task = Awaitility.await().until(() -> task(player), Objects::nonNull);
        WorkingCalendar calendar = catalogue.reference().calendar();
        LocalDate turns = task.due();
        while (calendar.workingDaysBetween(task.due(), turns) < 5) {
            turns = turns.plusDays(1);
        }

        goesRound(turns.minusDays(1));
        assertThat(escalations(task)).isEmpty();
        goesRound(turns);
        goesRound(turns.plusDays(1));

        assertThat(escalations(task))
                .extracting(one -> ((WorkItemEvent.Escalated) one.event()).region().value())
                .containsExactly("440100");
        assertThat(escalations(task).get(0).stamp().by().kind()).isEqualTo(Actor.Kind.SYSTEM);
        player.complete(new Action.Complete("review-papers", "accept", FormData.empty()));
        assertThat(events(player.application(), ApplicationEvent.Accepted.class)).hasSize(1);
    }

    private @Nullable LateItem task(GoldenPlayer player) {
        return jdbc.sql("SELECT work_item, due FROM work_item WHERE application = ?")
                .param(player.application().value())
                .query(LateItem.class)
                .optional()
                .orElse(null);
    }

    private void goesRound(LocalDate day) {
        clock.set(day.atTime(9, 0).atZone(Stamp.ZONE).toInstant());
        tasks.turn();
    }

    private List<Recorded> escalations(LateItem task) {
        return log.readStream(task.workItem()).stream()
                .filter(it -> it.event() instanceof WorkItemEvent.Escalated)
                .toList();
    }

    @ParameterizedTest(name = "F7: filed on {0}: {1}")
    @CsvSource({"2026-03-02, in-time", "2026-03-03, late"})
    void f7_counts_one_year_from_leaving_to_the_next_working_day(String day, String outcome)
            throws Exception {
        ApplicationId filed = file(day, Map.of("knewOn", "2022-06-01", "leftOn", "2025-03-01"));

        assertThat(outcome(filed, "limitation")).isEqualTo(outcome);
    }

    @Test
    void f7_begins_anew_when_the_time_was_broken() throws Exception {
        ApplicationId filed =
                file(
                        "2026-03-03",
                        Map.of(
                                "knewOn",
                                "2022-06-01",
                                "leftOn",
                                "2025-03-01",
                                "brokenOn",
                                "2025-08-01"));

        assertThat(outcome(filed, "limitation")).isEqualTo("in-time");
    }

    @ParameterizedTest(name = "F8: asked on {0}: {1}")
    @CsvSource({"2026-10-08, admissible", "2026-10-09, late"})
    void f8_gives_both_sides_until_the_first_working_day_after_the_holiday(
            String day, String outcome) throws Exception {
        Scenario scenario = scenario("mediation-confirmation", "confirmed-on-the-last-days");
        clock.set(Instant.parse(day + "T01:00:00Z"));
        version = catalogue.current("mediation-confirmation").orElseThrow().version();
        GoldenPlayer player = player(scenario);

        player.apply((Action.Apply) scenario.actions().get(0));

        assertThat(outcome(player.application(), "admission")).isEqualTo(outcome);
    }

    @Test
    void pay_that_is_in_time_is_not_called_late_with_what_is_claimed_beside_it() throws Exception {
        ApplicationId filed =
                file(
                        "2026-03-02",
                        Map.of(
                                "knewOn",
                                "2022-06-01",
                                "leftOn",
                                "2025-03-01",
                                "claims",
                                List.of(claim("PAY", "2022-01-01"), claim("HOURS", "2022-01-01"))));

        assertThat(outcome(filed, "limitation")).isEqualTo("partly-late");
    }

    @Test
    void other_claims_in_time_do_not_save_pay_a_year_after_the_relation_ended() throws Exception {
        ApplicationId filed =
                file(
                        "2026-04-10",
                        Map.of(
                                "knewOn",
                                "2025-06-02",
                                "leftOn",
                                "2025-03-01",
                                "claims",
                                List.of(claim("PAY", "2022-01-01"), claim("HOURS", "2022-01-01"))));

        assertThat(outcome(filed, "limitation")).isEqualTo("pay-late");
    }

    @Test
    void f16_ends_a_mediation_on_its_day_and_no_office_suspends_it() throws Exception {
        Scenario scenario = scenario("labour-mediation", "ends-by-itself-in-time");
        version = catalogue.current("labour-mediation").orElseThrow().version();
        GoldenPlayer player = play(scenario, 4);
        Actor centre = Actor.officer("golden-officer", "mediation-centre", scenario.region());

        assertThatThrownBy(
                        () ->
                                commands.sendAndWait(
                                        new ApplicationCommand.Suspend(
                                                player.application(),
                                                "等待证据",
                                                new Stamp(clock.now(), centre))))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        no -> assertThat(no.refusal().code()).isEqualTo("ends-by-itself"));
        player.play(scenario, scenario.actions().subList(4, scenario.actions().size()));

        assertThat(outcome(player.application(), "ending")).isEqualTo("expired");
        assertThat(events(player.application(), Concluded.class)).hasSize(1);
    }
}
