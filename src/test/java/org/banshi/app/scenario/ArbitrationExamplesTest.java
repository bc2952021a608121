package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.Shipped;
import org.banshi.app.workbench.LongOverdue;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.domain.application.ApplicationClaims;
import org.banshi.command.domain.arbitration.ArbitrationClaims;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.process.task.TaskCompletion;
import org.banshi.query.contract.worklist.LateItem;
import org.banshi.web.form.InventedRoster;
import org.banshi.web.form.Roster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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
class ArbitrationExamplesTest {

    private static final String SERVICE = "labour-arbitration";
    private static final Map<String, PackageFiles> PACKAGES = Shipped.packages();

    @Autowired private CommandGateway commands;
    @Autowired private TaskCompletion completion;
    @Autowired private Catalogue catalogue;
    @Autowired private Stage stage;
    @Autowired private StageClock clock;
    @Autowired private EventLog log;
    @Autowired private JdbcClient jdbc;
    @Autowired private LongOverdue tasks;

    private ServiceVersion version;

    @BeforeEach
    void findTheItem() {
        version = catalogue.current(SERVICE).orElseThrow().version();
    }

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

    @Test
    void one_person_has_two_disputes_before_the_committee_at_once_and_the_same_one_only_once()
            throws Exception {
        Scenario scenario = scenario("award-on-its-last-days");
        clock.set(scenario.clock());
        Scenario first = moved(scenario, "2026-02-10");
        GoldenPlayer one = player(first).as("golden-two-disputes");
        one.play(first, first.actions().subList(0, 1));
        GoldenPlayer other = player(scenario).as("golden-two-disputes");
        Scenario second = moved(scenario, "2026-02-11");

        assertThatThrownBy(() -> other.play(second, second.actions().subList(0, 1)))
                .isInstanceOfSatisfying(
                        ClaimConflictException.class,
                        taken ->
                                assertThat(taken.kind())
                                        .isEqualTo(ApplicationClaims.OPEN_APPLICATION));
        one.complete(new Action.Complete("review-papers", "accept", FormData.empty()));
        GoldenPlayer again = player(second).as("golden-two-disputes");
        again.play(second, second.actions().subList(0, 1));
        again.complete(new Action.Complete("review-papers", "accept", FormData.empty()));

        assertThat(events(again.application(), ArbitrationEvent.Docketed.class)).hasSize(1);
        GoldenPlayer same = player(first).as("golden-two-disputes");
        same.play(first, first.actions().subList(0, 1));
        assertThatThrownBy(
                        () ->
                                same.complete(
                                        new Action.Complete(
                                                "review-papers", "accept", FormData.empty())))
                .isInstanceOfSatisfying(
                        ClaimConflictException.class,
                        taken -> assertThat(taken.kind()).isEqualTo(ArbitrationClaims.DISPUTE));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "labour-mediation, ends-by-itself-in-time",
        "mediation-confirmation, confirmed-on-the-last-days",
        "labour-arbitration, award-on-its-last-days"
    })
    void two_employers_at_once_but_neither_of_them_twice(String service, String name)
            throws Exception {
        Scenario scenario = scenario(service, name);
        clock.set(scenario.clock());
        version = catalogue.current(service).orElseThrow().version();
        String worker = "golden-two-employers-" + service;
        player(scenario).as(worker).apply(against(scenario, List.of(Map.of("name", "广州演示灯具厂"))));
        GoldenPlayer other = player(scenario).as(worker);

        other.apply(against(scenario, List.of(Map.of("name", "广州演示灯芯厂"))));

        assertThat(events(other.application(), Applied.class)).hasSize(1);
        GoldenPlayer same = player(scenario).as(worker);
        assertThatThrownBy(
                        () ->
                                same.apply(
                                        against(
                                                scenario,
                                                List.of(
                                                        Map.of("name", "另一家"),
                                                        Map.of("name", "广州演示 灯具厂")))))
                .isInstanceOfSatisfying(
                        ClaimConflictException.class,
                        taken ->
                                assertThat(taken.kind())
                                        .isEqualTo(ApplicationClaims.OPEN_APPLICATION));
    }

    private static Action.Apply against(Scenario scenario, List<Map<String, String>> respondents) {
        Action.Apply apply = (Action.Apply) scenario.actions().get(0);
        Map<String, Object> form = new HashMap<>(apply.form().values());
        form.put("respondents", respondents);
        return new Action.Apply(new FormData(form), apply.materials());
    }

    private static Map<String, Object> claim(String kind, String since) {
        return Map.of("kind", kind, "since", since, "amount", 8000, "grounds", "拖欠");
    }

    @Test
    void f13_does_not_accept_the_same_dispute_again_after_a_no_show() throws Exception {
        Scenario noShow = scenario("claimant-does-not-come");
        play(noShow, noShow.actions().size());

        assertThatThrownBy(() -> play(noShow, 2))
                .isInstanceOfSatisfying(
                        ClaimConflictException.class,
                        taken -> assertThat(taken.kind()).isEqualTo(ArbitrationClaims.DISPUTE));
    }

    @Test
    void f13_accepts_it_again_after_a_voluntary_withdrawal() throws Exception {
        Scenario withdrawn = scenario("withdrawn");
        play(withdrawn, withdrawn.actions().size());

        GoldenPlayer again = play(withdrawn, 2);

        assertThat(events(again.application(), ArbitrationEvent.Docketed.class)).hasSize(1);
    }

    @Test
    void what_a_partial_award_decided_stays_decided_where_the_rest_is_broken_off()
            throws Exception {
        Scenario two = scenario("final-and-not-final-in-two-awards");
        Scenario scenario =
                claiming(two, List.of(claim("PAY", "2024-05-01"), claim("DAMAGES", "2025-01-07")));
        clock.set(scenario.clock());
        GoldenPlayer player = player(scenario).as("golden-partly-decided");
        player.play(scenario, scenario.actions().subList(0, indexOf("make-award", scenario)));
        player.complete(
                new Action.Complete(
                        "make-award",
                        "partial-award",
                        new FormData(
                                Map.of(
                                        "items",
                                        List.of(Map.of("claim", "c1")),
                                        "reasons",
                                        "工资数额没有争议。"))));
        player.terminate(new Action.Terminate("其余请求已向人民法院起诉。"));

        GoldenPlayer rest = player(scenario).as("golden-partly-decided");
        Scenario undecided = claiming(two, List.of(claim("DAMAGES", "2025-01-07")));
        rest.play(undecided, undecided.actions().subList(0, 2));
        assertThat(events(rest.application(), ArbitrationEvent.Docketed.class)).hasSize(1);
        Scenario decided = claiming(two, List.of(claim("PAY", "2024-05-01")));
        GoldenPlayer again = player(scenario).as("golden-partly-decided");
        assertThatThrownBy(() -> again.play(decided, decided.actions().subList(0, 2)))
                .isInstanceOfSatisfying(
                        ClaimConflictException.class,
                        taken -> assertThat(taken.kind()).isEqualTo(ArbitrationClaims.DISPUTE));
    }

    /** Whoever has no phone is told by a paper, which takes its time. */
    @Test
    void a_no_show_takes_away_the_tasks_for_what_was_brought_in_before() throws Exception {
        Scenario scenario = moved(withoutPhone(scenario("claimant-does-not-come")), "2026-01-19");
        int hearing = indexOf("hear", scenario);
        GoldenPlayer player = play(scenario, hearing);
        player.beside(
                new Action.Beside(
                        "arbitration.claim",
                        "",
                        new FormData(
                                Map.of(
                                        "party", "a1",
                                        "kind", "DAMAGES",
                                        "since", "2026-03-01",
                                        "amount", 9000,
                                        "grounds", "违法解除"))));
        assertThat(stage.open(player.application())).containsExactly("decide-claim", "hear");

        player.complete((Action.Complete) scenario.actions().get(hearing));

        assertThat(stage.open(player.application())).isEmpty();
    }

    @Test
    void gives_half_a_day_of_an_arbitrator_to_one_of_two_cases_that_ask_at_once() throws Exception {
        Scenario scenario = scenario("award-on-its-last-days");
        int hearing = indexOf("set-hearing", scenario);
        GoldenPlayer one = play(moved(scenario, "2026-01-30"), hearing);
        GoldenPlayer other = play(moved(scenario, "2026-01-31"), hearing);
        Action.Complete set = (Action.Complete) scenario.actions().get(hearing);

        List<Callable<Boolean>> both = List.of(() -> sets(one, set), () -> sets(other, set));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Boolean> done = new ArrayList<>();
        for (Future<Boolean> result : threads.invokeAll(both)) {
            done.add(result.get());
        }
        threads.shutdown();

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(
                        events(one.application(), ArbitrationEvent.HearingSet.class).size()
                                + events(other.application(), ArbitrationEvent.HearingSet.class)
                                        .size())
                .isEqualTo(1);
    }

    /** Whether the hearing was set; false when what it needs is booked. */
    private static boolean sets(GoldenPlayer player, Action.Complete set) {
        try {
            player.complete(set);
            return true;
        } catch (ClaimConflictException taken) {
            assertThat(taken.kind()).isEqualTo(ArbitrationClaims.HEARING_SLOT);
            return false;
        }
    }

    private ApplicationId file(String day, Map<String, ?> changes) throws Exception {
        return filing(day, changes).application();
    }

    private GoldenPlayer filing(String day, Map<String, ?> changes) throws Exception {
        Scenario scenario = scenario("award-on-its-last-days");
        Action.Apply apply = (Action.Apply) scenario.actions().get(0);
        Map<String, Object> form = new HashMap<>(apply.form().values());
        form.put(
                "claims",
                List.of(
                        Map.of(
                                "kind",
                                "PAY",
                                "since",
                                "2022-01-01",
                                "amount",
                                8000,
                                "grounds",
                                "拖欠")));
        form.putAll(changes);
        clock.set(Instant.parse(day + "T01:00:00Z"));
        GoldenPlayer player = player(scenario);
        player.apply(new Action.Apply(new FormData(form), apply.materials()));
        return player;
    }

    /** The same, about something that happened on another day: another dispute. */
    private static Scenario moved(Scenario scenario, String since) {
        return claiming(scenario, List.of(claim("PAY", since)));
    }

    private static Scenario claiming(Scenario scenario, List<Map<String, Object>> claims) {
        List<Action> actions = new ArrayList<>(scenario.actions());
        Action.Apply apply = (Action.Apply) actions.get(0);
        Map<String, Object> form = new HashMap<>(apply.form().values());
        form.put("claims", claims);
        actions.set(0, new Action.Apply(new FormData(form), apply.materials()));
        return like(scenario, scenario.applicant(), actions);
    }

    private static Scenario withoutPhone(Scenario scenario) {
        Applicant applicant = scenario.applicant();
        return like(
                scenario,
                new Applicant(applicant.name(), applicant.identityNumber(), "", null),
                scenario.actions());
    }

    private static Scenario like(Scenario scenario, Applicant applicant, List<Action> actions) {
        return new Scenario(
                scenario.file(),
                scenario.title(),
                scenario.clock(),
                scenario.region(),
                applicant,
                scenario.benefits(),
                scenario.spared(),
                scenario.registers(),
                actions,
                scenario.expect());
    }

    private GoldenPlayer play(Scenario scenario, int actions) throws Exception {
        clock.set(scenario.clock());
        GoldenPlayer player = player(scenario);
        player.play(scenario, scenario.actions().subList(0, actions));
        return player;
    }

    private GoldenPlayer player(Scenario scenario) {
        return new GoldenPlayer(
                commands,
                completion,
                catalogue,
                stage,
                clock,
                version,
                "labour-arbitration",
                scenario,
                false);
    }

    private static int indexOf(String step, Scenario scenario) {
        for (int i = 0; i < scenario.actions().size(); i++) {
            if (scenario.actions().get(i) instanceof Action.Complete task
                    && task.step().equals(step)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no step " + step);
    }

    private static Scenario scenario(String name) {
        return scenario(SERVICE, name);
    }

    private static Scenario scenario(String service, String name) {
        String path = "scenarios/" + name + ".yaml";
        PackageFiles files = PACKAGES.get(service);
        return new ScenarioReader(new Findings()).read(path, files.find(path).orElseThrow());
    }

    private String outcome(ApplicationId application, String decision) {
        return events(application, RuleDecided.class).stream()
                .filter(decided -> decided.decision().equals(decision))
                .map(RuleDecided::outcome)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private <E extends Event> List<E> events(ApplicationId application, Class<E> type) {
        return log.readStream(application.value()).stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
