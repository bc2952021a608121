package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.audit.RankingRecount;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
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
import org.banshi.eventstore.Recorded;
import org.banshi.process.task.TaskCompletion;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.points.PointsAccountView.Published;
import org.banshi.query.contract.points.PointsAccountView.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The worked examples E, from the form to the answer: packages, engine, policies, account, round
 * and read model are the real ones; nothing of the answer stands in a file. (E11 is a golden
 * scenario.)
 */
@OnStage
@DirtiesContext
class PointsExamplesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RegionCode GUANGZHOU = new RegionCode("440100");
    private static final Actor POLICE = Actor.system("county-police");
    private static final Actor CITY = Actor.officer("city", "city-newcomer", GUANGZHOU);
    private static final Actor WINDOW =
            Actor.officer("window", "newcomer-service", Newcomer.TIANHE);
    private static final Scope AUDITOR =
            new Scope("auditor", null, Set.of(Scope.Role.AUDITOR), null, null);

    @Autowired private CommandGateway commands;
    @Autowired private QueryGateway queries;
    @Autowired private TaskCompletion completion;
    @Autowired private Catalogue catalogue;
    @Autowired private Stage stage;
    @Autowired private StageClock clock;
    @Autowired private StageRegister register;
    @Autowired private EventLog log;

    @Test
    void e1_adds_up_takes_a_pushed_penalty_off_and_may_apply() throws Exception {
        openRound(2025, 10);
        Newcomer newcomer =
                born("1987-09-01")
                        .permit("since", "2019-10-01")
                        .permit("countedTo", "2025-10-01")
                        .insured(72, 60)
                        .claims("rentedSince", "2021-10-01")
                        .claims("education", "college")
                        .claims("donations", List.of("2021-12-01", "2022-12-01", "2023-12-01"))
                        .claims(
                                "volunteering",
                                List.of(
                                        Map.of("year", 2024, "hours", 120),
                                        Map.of("year", 2025, "hours", 60)))
                        .scoredOn("2025-10-09");
        push(newcomer, "public-security-penalty", List.of("2023-06-01"), "2025-10-09");

        Published score = awaitScore(newcomer, "188");
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
                            assertThat(it.source().zh()).contains("《广州市积分制服务管理指标体系及分值表》");
                        });
        assertThat(eligibility(newcomer.seeksPlace("2025-10-10"))).isEqualTo("eligible");
    }

    @Test
    void e3_stays_below_the_threshold() throws Exception {
        openRound(2023, 10);
        Newcomer newcomer =
                born("1994-03-01")
                        .permit("since", "2019-10-01")
                        .permit("countedTo", "2023-10-01")
                        .insured(48, 0)
                        .claims("rentedSince", "2021-10-01")
                        .claims("education", "secondary")
                        .scoredOn("2023-10-09");

        Published score = awaitScore(newcomer, "122");
        assertThat(score.base()).isEqualByComparingTo("112");
        assertThat(eligibility(newcomer.seeksPlace("2023-10-10"))).isEqualTo("score");
    }

    @Test
    void e4_penalties_never_take_a_score_below_zero() throws Exception {
        Newcomer newcomer = born("1960-01-01").claims("ownHome", true).insured(0, 0);
        newcomer.permit("since", "2025-09-01").permit("countedTo", "2025-09-01");
        newcomer.scoredOn("2025-10-09");
        awaitScore(newcomer, "20");

        push(
                newcomer,
                "public-security-penalty",
                List.of("2023-06-01", "2024-06-01", "2025-06-01"),
                "2025-10-09");

        assertThat(awaitScore(newcomer, "0").minus()).isEqualByComparingTo("30");
    }

    @ParameterizedTest(name = "E5: born {0}, round of 2024: {1}")
    @CsvSource({"1978-01-01, eligible", "1977-12-31, age"})
    void e5_counts_age_by_the_year_of_the_round(String born, String outcome) throws Exception {
        if (log.readStream(RoundId.of(GUANGZHOU, 2024).value()).isEmpty()) {
            openRound(2024, 10);
        }
        Newcomer newcomer =
                born(born)
                        .permit("since", "2012-10-01")
                        .permit("countedTo", "2024-10-01")
                        .insured(72, 0)
                        .scoredOn("2024-10-09");

        assertThat(eligibility(newcomer.seeksPlace("2024-10-10"))).isEqualTo(outcome);
    }

    @Test
    void e6_places_all_who_tie_at_the_edge_and_e10_false_papers_end_it() throws Exception {
        openRound(2022, 2);
        // The four insurances beside the medical one, and the fund, make the base points up.
        Newcomer a = candidate("1990-01-01", "2014-10-01", 120, 84).medical(120);
        Newcomer b = candidate("1990-01-01", "2014-10-01", 120, 84).medical(120);
        Newcomer c = candidate("1990-01-01", "2017-10-01", 156, 24).medical(80);
        Newcomer d = candidate("1976-11-01", "2006-02-01", 36, 12).medical(200);
        c.claims("ownHome", true);
        enter(a, "208", null, () -> {});
        enter(b, "208", null, () -> {});
        enter(c, "210", null, () -> {});
        // A second application is not accepted, and holds up nobody.
        assertThat(eligibility(a.refusedAgainOn("2022-10-11"))).isEqualTo("entered");
        RoundId round = RoundId.of(GUANGZHOU, 2022);
        RoundCommand begin = new RoundCommand.BeginRanking(round, on("2022-11-09", CITY));
        // That each kind of insurance needs its four years is not sure (rules §4.4).
        enter(
                d,
                "206",
                "各险种是否均须满四年待市级确认，医疗保险已满四年。",
                () -> assertThat(refusalOf(begin)).isEqualTo("settlement-applications-in-hand"));
        send(begin);

        assertThat(awaitStanding(c, "placed").rank()).isEqualTo(1);
        assertThat(awaitStanding(a, "placed").rank()).isEqualTo(2);
        assertThat(awaitStanding(b, "placed").rank()).isEqualTo(2);
        Standing out = awaitStanding(d, "entered");
        assertThat(out.rank()).isEqualTo(4);
        assertThat(out.medicalMonths()).isEqualTo(200);
        assertThat(out.permitMonths()).isEqualTo(200);
        RankingRecount.Recount recount = new RankingRecount(log).of(round).orElseThrow();
        assertThat(recount.agrees()).as(recount.toString()).isTrue();
        assertThat(recount.candidates()).isEqualTo(4);
        assertThat(recount.placed()).isEqualTo(3);

        CandidacyId first = CandidacyId.of(round, c.person());
        send(new CandidacyCommand.ConfirmOnSite(first, on("2022-11-20", WINDOW)));
        send(new RoundCommand.PostNotice(round, on("2022-12-09", CITY)));
        awaitStanding(c, "published");
        send(new CandidacyCommand.IssueCard(first, "RH-2022-1", on("2022-12-19", WINDOW)));
        awaitStanding(c, "card-issued");
        send(new CandidacyCommand.Revoke(first, "学历证书系伪造", on("2023-08-03", WINDOW)));

        awaitStanding(c, "revoked");
        PointsAccountView account =
                await().atMost(PATIENCE)
                        .until(() -> find(c).orElseThrow(), it -> it.barredUntil() != null);
        assertThat(account.barredUntil()).isEqualTo(LocalDate.parse("2028-08-03"));
        assertThat(account.score()).isNull();
    }

    @Test
    void e8_a_criminal_penalty_stops_whatever_the_score_which_stays() throws Exception {
        openRound(2026, 10);
        Newcomer newcomer =
                born("1985-01-01")
                        .permit("since", "2009-10-01")
                        .permit("countedTo", "2026-10-01")
                        .insured(96, 0)
                        .claims("education", "bachelor")
                        .claims("ownHome", true)
                        .claims("donations", List.of("2024-01-01", "2025-01-01", "2026-01-01"))
                        .scoredOn("2026-10-09");
        awaitScore(newcomer, "300");
        push(newcomer, "criminal-penalty", List.of("2023-10-01"), "2026-10-09");

        await().atMost(PATIENCE)
                .until(() -> find(newcomer).map(it -> it.score().barred()).orElse(false));
        assertThat(find(newcomer).orElseThrow().score().total())
                .as("what counts for the child's school is untouched")
                .isEqualByComparingTo("300");
        assertThat(eligibility(newcomer.seeksPlace("2026-10-10"))).isEqualTo("criminal-penalty");
    }

    @Test
    void time_changes_a_score_on_its_day_and_a_permit_that_runs_out_suspends_the_account()
            throws Exception {
        Newcomer newcomer =
                born("1981-11-01")
                        .permit("since", "2019-10-01")
                        .permit("countedTo", "2021-10-01")
                        .permit("validUntil", "2022-10-01")
                        .insured(12, 0)
                        .scoredOn("2021-11-17");
        awaitScore(newcomer, "56");

        moveTo("2022-11-01");

        await().atMost(PATIENCE)
                .until(() -> find(newcomer).orElseThrow().status().equals("suspended"));
        PointsCommand.Reactivate ask =
                new PointsCommand.Reactivate(
                        PointsAccountId.of(newcomer.person()),
                        on("2022-11-02", Actor.citizen("newcomer", newcomer.person())));
        assertThat(refusalOf(ask)).isEqualTo("points-permit-suspended");
        send(
                new PointsCommand.Push(
                        PointsAccountId.of(newcomer.person()),
                        "permit-years",
                        new FormData(
                                Map.of(
                                        "since", "2019-10-01",
                                        "countedTo", "2022-11-02",
                                        "validUntil", "2024-11-02")),
                        "county-police",
                        on("2022-11-02", POLICE)));
        send(ask);
        // Three years of permit; of 41 years of age two points less.
        awaitScore(newcomer, "62");

        moveTo("2023-11-01");

        awaitScore(newcomer, "60");
    }

    private String refusalOf(Object command) {
        try {
            send(command);
            return "none";
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** The clock goes on, and what falls due is sent. */
    private void moveTo(String day) {
        clock.set(Instant.parse(day + "T01:00:00Z"));
    }

    private Newcomer candidate(String born, String permit, int insured, int fund) {
        return born(born)
                .permit("since", permit)
                .permit("countedTo", "2022-10-01")
                .insured(insured, fund);
    }

    private void enter(Newcomer newcomer, String base, @Nullable String cleared, Runnable meanwhile)
            throws Exception {
        newcomer.scoredOn("2022-10-09");
        Published score =
                await().atMost(PATIENCE)
                        .until(
                                () -> find(newcomer).map(PointsAccountView::score).orElse(null),
                                it -> it != null);
        assertThat(score.base()).isEqualByComparingTo(base);
        newcomer.enteredOn("2022-10-10", cleared, meanwhile);
    }

    private void openRound(int year, int quota) {
        send(
                new RoundCommand.OpenRound(
                        RoundId.of(GUANGZHOU, year),
                        GUANGZHOU,
                        year,
                        LocalDate.of(year, 10, 8),
                        LocalDate.of(year, 11, 8),
                        quota,
                        LocalDate.of(year, 12, 8),
                        5,
                        true,
                        on(year + "-10-01", CITY)));
    }

    private Newcomer born(String day) {
        return new Newcomer(commands, completion, catalogue, stage, clock, register, day);
    }

    private void push(Newcomer newcomer, String indicator, List<String> days, String day) {
        send(
                new PointsCommand.Push(
                        PointsAccountId.of(newcomer.person()),
                        indicator,
                        new FormData(Map.of("days", days)),
                        "county-police",
                        on(day, POLICE)));
    }

    private String eligibility(ApplicationId application) {
        return log.readStream(application.value()).stream()
                .map(Recorded::event)
                .filter(RuleDecided.class::isInstance)
                .map(RuleDecided.class::cast)
                .filter(it -> it.decision().equals("eligibility"))
                .map(RuleDecided::outcome)
                .findFirst()
                .orElseThrow();
    }

    private Published awaitScore(Newcomer newcomer, String total) {
        BigDecimal wanted = new BigDecimal(total);
        return await().alias("a score of " + total)
                .atMost(PATIENCE)
                .until(
                        () -> find(newcomer).map(PointsAccountView::score).orElse(null),
                        it -> it != null && it.total().compareTo(wanted) == 0);
    }

    private Standing awaitStanding(Newcomer newcomer, String status) {
        return await().alias(status)
                .atMost(PATIENCE)
                .until(
                        () -> find(newcomer).orElseThrow().standings().get(0),
                        it -> it.status().equals(status) && it.rank() != null);
    }

    private Optional<PointsAccountView> find(Newcomer newcomer) {
        PersonId person = newcomer.person();
        return queries.query(
                        new FindPointsAccount(person.value(), AUDITOR),
                        ResponseTypes.optionalInstanceOf(PointsAccountView.class))
                .join();
    }

    private void send(Object command) {
        commands.sendAndWait(command);
    }

    private static Stamp on(String day, Actor by) {
        return new Stamp(Instant.parse(day + "T01:00:00Z"), by);
    }
}
