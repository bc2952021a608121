package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.domain.application.ApplicationClaims;
import org.banshi.command.domain.arbitration.ArbitrationClaims;
import org.banshi.eventstore.ClaimConflictException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Which dispute comes before the committee, and how often, on the real bus, engine and log; and
 * what becomes of it when somebody does not come.
 */
@OnStage
@DirtiesContext
class DisputesOnceTest extends DisputeStage {

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

    @Test
    void an_employer_is_the_same_by_its_name_as_by_its_number() throws Exception {
        Scenario scenario = scenario("award-on-its-last-days");
        clock.set(scenario.clock());
        player(scenario)
                .as("golden-by-name")
                .apply(against(scenario, List.of(Map.of("name", "广州演示灯笼厂"))));
        GoldenPlayer again = player(scenario).as("golden-by-name");

        assertThatThrownBy(
                        () ->
                                again.apply(
                                        against(
                                                scenario,
                                                List.of(
                                                        Map.of(
                                                                "name",
                                                                "广州演示灯笼厂",
                                                                "number",
                                                                "91440106MA0000B2XX")))))
                .isInstanceOfSatisfying(
                        ClaimConflictException.class,
                        taken ->
                                assertThat(taken.kind())
                                        .isEqualTo(ApplicationClaims.OPEN_APPLICATION));
    }

    @Test
    void a_respondent_that_was_added_is_not_sued_for_the_same_in_another_case() throws Exception {
        Scenario scenario = moved(scenario("award-on-its-last-days"), "2026-02-13");
        clock.set(scenario.clock());
        GoldenPlayer one = player(scenario).as("golden-added");
        one.play(scenario, scenario.actions().subList(0, 1));
        one.complete(new Action.Complete("review-papers", "accept", FormData.empty()));
        one.beside(
                new Action.Beside(
                        "arbitration.party",
                        "",
                        new FormData(
                                Map.of(
                                        "side",
                                        "RESPONDENT",
                                        "role",
                                        "EMPLOYER",
                                        "details",
                                        Map.of("name", "演示劳务公司")))));

        GoldenPlayer other = player(scenario).as("golden-added");
        other.apply(against(scenario, List.of(Map.of("name", "演示劳务公司"))));

        assertThatThrownBy(
                        () ->
                                other.complete(
                                        new Action.Complete(
                                                "review-papers", "accept", FormData.empty())))
                .isInstanceOfSatisfying(
                        ClaimConflictException.class,
                        taken -> assertThat(taken.kind()).isEqualTo(ArbitrationClaims.DISPUTE));
    }

    private static Action.Apply against(Scenario scenario, List<Map<String, String>> respondents) {
        Action.Apply apply = (Action.Apply) scenario.actions().get(0);
        Map<String, Object> form = new HashMap<>(apply.form().values());
        form.put("respondents", respondents);
        return new Action.Apply(new FormData(form), apply.materials());
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
}
