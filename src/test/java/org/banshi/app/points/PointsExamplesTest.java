package org.banshi.app.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.BanshiTest;
import org.banshi.app.audit.RankingRecount;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.eventstore.EventLog;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.points.PointsAccountView.Standing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The worked examples E that are about accounts and rounds, through bus, log, policies and read
 * model of the running application. Those about applications (E3, E5, E8, E11) are golden
 * scenarios.
 */
@BanshiTest
class PointsExamplesTest {

    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final RegionCode GUANGZHOU = new RegionCode("440100");
    private static final Actor PROCESS = Actor.system("policies");
    private static final Actor CITY = Actor.officer("city", "city-newcomer", GUANGZHOU);
    private static final Actor WINDOW = Actor.officer("window", "newcomer-service", TIANHE);
    private static final Scope AUDITOR =
            new Scope("auditor", null, Set.of(Scope.Role.AUDITOR), null, null);

    @Autowired CommandGateway commands;
    @Autowired QueryGateway queries;
    @Autowired EventLog log;

    @Test
    void a_whole_account_adds_up_and_a_pushed_penalty_takes_ten_off_E1() {
        PersonId person = new PersonId("e1");
        Map<String, Object> items = new LinkedHashMap<>();
        items.put("permit-years.since", "2020-05-01");
        items.put("rented-home.since", "2022-05-01");
        for (String insurance :
                List.of("pension", "medical", "unemployment", "injury", "maternity")) {
            items.put("insurance." + insurance, 72);
        }
        items.put("housing-fund.fund", 60);
        items.put("education.level", "college");
        items.put("blood.days", List.of("2022-01-01", "2023-01-01", "2024-01-01"));
        items.put(
                "volunteer.rows",
                List.of(Map.of("year", 2024, "hours", 120), Map.of("year", 2025, "hours", 60)));
        score(person, "1988-01-01", items);
        push(person, "public-security-penalty", List.of("2023-06-01"));

        PointsAccountView.Published score = awaitScore(person, "188");
        assertThat(score.base()).isEqualByComparingTo("168");
        assertThat(score.plus()).isEqualByComparingTo("30");
        assertThat(score.minus()).isEqualByComparingTo("10");
        assertThat(score.settlement()).isEqualByComparingTo("188");
        assertThat(score.provisional()).isFalse();
        assertThat(score.lines())
                .filteredOn(it -> it.indicator().equals("insurance"))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.points()).isEqualByComparingTo("60");
                            assertThat(it.source()).contains("S26");
                        });
    }

    @Test
    void penalties_never_take_a_score_below_zero_E4() {
        PersonId person = new PersonId("e4");
        score(person, "1940-01-01", Map.of("own-home.holds", true));
        push(person, "public-security-penalty", List.of("2023-06-01", "2024-06-01", "2025-06-01"));

        PointsAccountView.Published score = awaitScore(person, "0");
        assertThat(score.minus()).isEqualByComparingTo("30");
    }

    @Test
    void a_criminal_penalty_bars_whatever_the_score_E8() {
        PersonId person = new PersonId("e8");
        score(person, "1990-01-01", Map.of("own-home.holds", true));
        push(person, "criminal-penalty", List.of("2023-05-06"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> find(person).map(it -> it.score().barred()).orElse(false));
        assertThat(find(person).orElseThrow().score().total()).isEqualByComparingTo("50");
    }

    @Test
    void those_tied_at_the_edge_are_all_placed_and_false_papers_end_it_E6_E10() {
        RoundId round = RoundId.of(GUANGZHOU, 2030);
        send(
                new RoundCommand.OpenRound(
                        round,
                        GUANGZHOU,
                        2030,
                        LocalDate.parse("2026-04-06"),
                        LocalDate.parse("2026-05-06"),
                        2,
                        LocalDate.parse("2026-06-05"),
                        5,
                        true,
                        on("2026-04-01", CITY)));
        enter(round, "e6-a", "208", 120, 96);
        enter(round, "e6-b", "208", 120, 96);
        enter(round, "e6-c", "210", 80, 60);
        enter(round, "e6-d", "206", 200, 200);
        send(new RoundCommand.BeginRanking(round, on("2026-05-07", CITY)));

        assertThat(awaitStanding("e6-c", "placed").rank()).isEqualTo(1);
        assertThat(awaitStanding("e6-a", "placed").rank()).isEqualTo(2);
        assertThat(awaitStanding("e6-b", "placed").rank()).isEqualTo(2);
        assertThat(awaitStanding("e6-d", "entered").rank()).isEqualTo(4);

        RankingRecount.Recount recount = new RankingRecount(log).of(round).orElseThrow();
        assertThat(recount.agrees()).as(recount.toString()).isTrue();
        assertThat(recount.candidates()).isEqualTo(4);
        assertThat(recount.placed()).isEqualTo(3);

        CandidacyId c = CandidacyId.of(round, new PersonId("e6-c"));
        send(new CandidacyCommand.ConfirmOnSite(c, on("2026-05-20", WINDOW)));
        send(new RoundCommand.PostNotice(round, on("2026-06-08", CITY)));
        awaitStanding("e6-c", "published");
        send(new CandidacyCommand.IssueCard(c, "RH-2030-1", on("2026-06-16", WINDOW)));
        awaitStanding("e6-c", "card-issued");
        send(new CandidacyCommand.Revoke(c, "学历证书系伪造", on("2026-08-03", WINDOW)));

        awaitStanding("e6-c", "revoked");
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                find(new PersonId("e6-c"))
                                        .map(it -> it.status().equals("barred"))
                                        .orElse(false));
        PointsAccountView account = find(new PersonId("e6-c")).orElseThrow();
        assertThat(account.barredUntil()).isEqualTo(LocalDate.parse("2031-08-03"));
        assertThat(account.score()).isNull();
    }

    private void enter(RoundId round, String name, String base, int medical, int permit) {
        PersonId person = new PersonId(name);
        score(person, "1990-01-01", Map.of("permit-years.since", "2018-05-01"));
        send(
                new CandidacyCommand.Enter(
                        CandidacyId.of(round, person),
                        person,
                        round,
                        TIANHE,
                        application(),
                        new BigDecimal(base),
                        medical,
                        permit,
                        on("2026-05-06", PROCESS)));
    }

    private void score(PersonId person, String born, Map<String, Object> items) {
        ApplicationId application = application();
        PointsAccountId account = PointsAccountId.of(person);
        send(
                new PointsCommand.BeginAdjustment(
                        account,
                        person,
                        TIANHE,
                        LocalDate.parse(born),
                        application,
                        on("2026-05-06", PROCESS)));
        send(
                new PointsCommand.Determine(
                        account,
                        application,
                        LocalDate.parse("2026-05-06"),
                        new FormData(items),
                        on("2026-05-06", PROCESS)));
    }

    private void push(PersonId person, String indicator, List<String> days) {
        send(
                new PointsCommand.Push(
                        PointsAccountId.of(person),
                        indicator,
                        new FormData(Map.of("days", days)),
                        "county-police",
                        on("2026-05-07", PROCESS)));
    }

    private PointsAccountView.Published awaitScore(PersonId person, String total) {
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                find(person)
                                        .map(PointsAccountView::score)
                                        .map(it -> it.total().compareTo(new BigDecimal(total)) == 0)
                                        .orElse(false));
        return find(person).orElseThrow().score();
    }

    private Standing awaitStanding(String person, String status) {
        PersonId id = new PersonId(person);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                find(id).stream()
                                        .flatMap(it -> it.standings().stream())
                                        .anyMatch(
                                                it ->
                                                        it.status().equals(status)
                                                                && it.rank() != null));
        return find(id).orElseThrow().standings().get(0);
    }

    private Optional<PointsAccountView> find(PersonId person) {
        return queries.query(
                        new FindPointsAccount(person.value(), AUDITOR),
                        ResponseTypes.optionalInstanceOf(PointsAccountView.class))
                .join();
    }

    private void send(Object command) {
        commands.sendAndWait(command);
    }

    private static ApplicationId application() {
        return new ApplicationId(UUID.randomUUID().toString());
    }

    private static Stamp on(String day, Actor by) {
        return new Stamp(Instant.parse(day + "T01:00:00Z"), by);
    }
}
