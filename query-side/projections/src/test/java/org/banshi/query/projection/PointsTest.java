package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.ItemOrigin;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.ObjectionStage;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.Score;
import org.banshi.command.contract.points.ScoreCause;
import org.banshi.command.contract.points.ScoreLine;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.ListSoFar;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RankingKeys;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.command.contract.settlement.SliceId;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.points.FindOpenObjections;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.FindRound;
import org.banshi.query.contract.points.FindRounds;
import org.banshi.query.contract.points.ObjectionRow;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.points.PointsAccountView.Said;
import org.banshi.query.contract.points.RoundView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a points account shows, and to whom. */
class PointsTest {

    private static final PersonId LIN = new PersonId("lin");
    private static final PointsAccountId ACCOUNT = PointsAccountId.of(LIN);
    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final RoundId ROUND = RoundId.of(TIANHE, 2026);
    private static final CandidacyId CANDIDACY = CandidacyId.of(ROUND, LIN);
    private static final ApplicationId FIRST =
            new ApplicationId("00000000-0000-4000-8000-0000000000aa");
    private static final RankingKeys KEYS = new RankingKeys(new BigDecimal("48"), 72, 72);

    private final World world = new World();
    private final Story story = world.story;

    @BeforeEach
    void open() {
        account(new PointsEvent.AccountOpened(ACCOUNT, LIN, TIANHE, LocalDate.parse("1988-03-07")));
        account(new PointsEvent.AdjustmentBegun(ACCOUNT, LIN, FIRST));
    }

    @Test
    void shows_points_per_indicator_once_a_score_is_published() {
        assertThat(mine().adjusting()).isTrue();
        assertThat(mine().score()).isNull();

        scored();

        PointsAccountView account = mine();
        assertThat(account.status()).isEqualTo("active");
        assertThat(account.adjusting()).isFalse();
        assertThat(account.score().total()).isEqualByComparingTo("48");
        assertThat(account.score().objectBy())
                .isEqualTo(new DueDate(LocalDate.parse("2026-10-14"), false));
        assertThat(account.score().lines())
                .extracting(PointsAccountView.Line::indicator, PointsAccountView.Line::points)
                .containsExactly(tuple("permit-years", new BigDecimal("48")), tuple("award", null));
    }

    @Test
    void is_seen_by_the_holder_and_the_newcomer_offices_of_the_region_alone() {
        scored();

        assertThat(find(LIN.value(), World.citizen("lin"))).isPresent();
        assertThat(find(LIN.value(), World.citizen("wu"))).isEmpty();
        assertThat(find(null, World.citizen("wu"))).isEmpty();
        assertThat(find(LIN.value(), World.officer("a", "newcomer-service", "440106"))).isPresent();
        assertThat(find(LIN.value(), World.officer("a", "city-newcomer", "440100"))).isPresent();
        assertThat(find(LIN.value(), World.officer("a", "county-newcomer", "440104"))).isEmpty();
        assertThat(find(LIN.value(), World.officer("a", "county-civil", "440106"))).isEmpty();
        assertThat(find(LIN.value(), World.supervisor("440100"))).isPresent();
        assertThat(find(LIN.value(), World.supervisor("440300"))).isEmpty();
        assertThat(find(LIN.value(), World.auditor())).isPresent();
        assertThat(find(null, World.auditor())).as("has no account of its own").isEmpty();

        Scope agent = World.agent("lin", Set.of(), Set.of());
        assertThat(find(null, agent)).isPresent();
        Story.Case c = story.applied("440106001", "lin", "林小灯");
        story.of(c, new Protected(c.id(), LIN, "遭受暴力", false));
        assertThat(find(null, agent)).as("who may be feared").isEmpty();
        assertThat(find(null, World.citizen("lin"))).isPresent();
    }

    @Test
    void tells_of_each_line_until_when_it_may_be_contested() {
        scored();

        assertThat(mine().score().lines())
                .extracting(line -> line.objectBy().day())
                .containsOnly(LocalDate.parse("2026-10-14"));
    }

    @Test
    void shows_how_far_an_objection_has_come() {
        scored();
        DueDate due = new DueDate(LocalDate.parse("2026-09-23"), false);
        account(new PointsEvent.ObjectionRaised(ACCOUNT, LIN, 1, "permit-years", "少算", due));
        account(
                new PointsEvent.ObjectionPassedOn(
                        ACCOUNT, LIN, 1, ObjectionStage.DISTRICT, "请核", due));
        assertThat(mine().objections())
                .containsExactly(objection("DISTRICT", due, null, new Said("少算", "请核", null)));
        assertThat(open("newcomer-service", "440106"))
                .extracting(ObjectionRow::person, ObjectionRow::stage, ObjectionRow::due)
                .containsExactly(tuple("lin", "DISTRICT", due));
        assertThat(open("newcomer-service", "440104")).isEmpty();

        account(new PointsEvent.ObjectionDecided(ACCOUNT, LIN, 1, true, "属实"));
        assertThat(mine().objections())
                .containsExactly(objection("DISTRICT", null, true, new Said("少算", "请核", "属实")));
        assertThat(open("newcomer-service", "440106")).isEmpty();
    }

    @Test
    void says_what_points_rest_on_who_published_them_and_when_time_changes_them() {
        account(
                new PointsEvent.ItemRecorded(
                        ACCOUNT,
                        LIN,
                        "permit-years",
                        ItemOrigin.CLAIMED,
                        FIRST,
                        FormData.empty(),
                        List.of("permit"),
                        List.of()));
        scored();

        assertThat(mine().score().lines().get(0).basis())
                .isEqualTo(
                        new PointsAccountView.Basis(
                                "CLAIMED",
                                LocalDate.parse("2026-09-14"),
                                List.of("permit"),
                                List.of()));
        assertThat(mine().score().cause()).isEqualTo("APPLICATION");
        assertThat(mine().score().by().in("zh")).contains("county-newcomer");
        assertThat(mine().score().nextOn()).isEqualTo(LocalDate.parse("2027-03-07"));

        account(new PointsEvent.ItemWithdrawn(ACCOUNT, LIN, "permit-years"));
        assertThat(mine().score().lines().get(0).basis()).isNull();
    }

    @Test
    void tells_of_a_round_in_numbers() {
        story.add(
                "settlement-round",
                ROUND.value(),
                new RoundEvent.RoundOpened(
                        ROUND,
                        new RegionCode("440100"),
                        2026,
                        LocalDate.parse("2026-10-08"),
                        LocalDate.parse("2026-11-08"),
                        1,
                        LocalDate.parse("2026-12-08"),
                        5,
                        true));
        CandidacyId wu = CandidacyId.of(ROUND, new PersonId("wu"));
        candidate(CANDIDACY, LIN);
        candidate(wu, new PersonId("wu"));
        story.add("settlement-round", ROUND.value(), new RoundEvent.RankingBegun(ROUND));
        story.add(
                "settlement-slice",
                SliceId.of(ROUND, 0).value(),
                new RoundEvent.SliceRanked(
                        ROUND,
                        0,
                        List.of(
                                new RankedCandidate(CANDIDACY, KEYS, 1),
                                new RankedCandidate(wu, KEYS, 1)),
                        new ListSoFar(2, 2, "d", new RankedCandidate(wu, KEYS, 1)),
                        true));
        world.catchUp();

        RoundView round =
                world.ask(
                                new FindRound(ROUND.value()),
                                ResponseTypes.optionalInstanceOf(RoundView.class))
                        .orElseThrow();
        assertThat(round.status()).isEqualTo("ranking");
        assertThat(round.candidates()).isEqualTo(2);
        assertThat(round.ranked()).isEqualTo(2);
        assertThat(round.exceeded()).as("two tie for one place").isTrue();
        assertThat(round.edge()).isEqualTo(new RoundView.Edge(1, KEYS.base(), 72, 72, 2));

        story.add(
                "settlement-round",
                ROUND.value(),
                new RoundEvent.RankingCompleted(ROUND, 2, 2, "d"));
        story.add(
                "candidacy",
                wu.value(),
                new CandidacyEvent.Placed(wu, new PersonId("wu"), 1, round.confirmBy()));
        world.catchUp();
        assertThat(
                        world.ask(
                                new FindRounds("440100"),
                                ResponseTypes.multipleInstancesOf(RoundView.class)))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.status()).isEqualTo("ranked");
                            assertThat(it.digest()).isEqualTo("d");
                            assertThat(it.told()).isEqualTo(1);
                        });
    }

    private void candidate(CandidacyId candidacy, PersonId person) {
        story.add(
                "candidacy",
                candidacy.value(),
                new CandidacyEvent.Entered(candidacy, person, ROUND, TIANHE, FIRST, KEYS));
    }

    private static PointsAccountView.Objection objection(
            String stage, DueDate due, Boolean upheld, Said said) {
        return new PointsAccountView.Objection(
                1,
                "permit-years",
                stage,
                due,
                upheld,
                Text.of("permit-years", "permit-years"),
                LocalDate.parse("2026-09-14"),
                said);
    }

    private List<ObjectionRow> open(String body, String region) {
        world.catchUp();
        return world.ask(
                new FindOpenObjections(World.officer("a", body, region)),
                ResponseTypes.multipleInstancesOf(ObjectionRow.class));
    }

    @Test
    void says_when_an_account_does_not_count() {
        scored();
        account(new PointsEvent.AccountLapsed(ACCOUNT, LIN, LapseReason.PERMIT_SUSPENDED));
        assertThat(mine().status()).isEqualTo("suspended");
        account(new PointsEvent.AccountReactivated(ACCOUNT, LIN));
        assertThat(mine().status()).isEqualTo("active");
        account(new PointsEvent.AccountVoided(ACCOUNT, LIN, "伪造", LocalDate.parse("2031-09-14")));
        assertThat(mine().status()).isEqualTo("barred");
        assertThat(mine().barredUntil()).isEqualTo(LocalDate.parse("2031-09-14"));
        assertThat(mine().score()).isNull();

        world.clock("2031-09-14T01:00:00Z");
        assertThat(mine().status()).isEqualTo("active");
        assertThat(mine().barredUntil()).isNull();
    }

    @Test
    void shows_the_rank_and_what_became_of_it() {
        story.add(
                "candidacy",
                CANDIDACY.value(),
                new CandidacyEvent.Entered(CANDIDACY, LIN, ROUND, TIANHE, FIRST, KEYS));
        assertThat(mine().standings()).containsExactly(standing("entered", null, null));

        story.add(
                "settlement-round",
                ROUND.value(),
                new RoundEvent.SliceRanked(
                        ROUND,
                        0,
                        List.of(new RankedCandidate(CANDIDACY, KEYS, 7)),
                        ListSoFar.EMPTY,
                        true));
        assertThat(mine().standings()).containsExactly(standing("entered", 7, null));

        LocalDate confirmBy = LocalDate.parse("2026-11-06");
        story.add(
                "candidacy",
                CANDIDACY.value(),
                new CandidacyEvent.Placed(CANDIDACY, LIN, 7, confirmBy));
        assertThat(mine().standings()).containsExactly(standing("placed", 7, confirmBy));
    }

    @Test
    void keeps_the_frame_and_loses_the_points_with_the_persons_key() {
        scored();
        world.catchUp();
        world.personal.destroy(LIN);

        assertThat(mine().score()).isNull();
        assertThat(mine().status()).isEqualTo("active");
    }

    private void scored() {
        account(
                new PointsEvent.ScoreDetermined(
                        ACCOUNT,
                        LIN,
                        ScoreCause.APPLICATION,
                        FIRST,
                        "GZ-2021",
                        "digest",
                        LocalDate.parse("2026-09-14"),
                        new Score(
                                List.of(
                                        new ScoreLine("permit-years", new BigDecimal("48")),
                                        new ScoreLine("award", null)),
                                new BigDecimal("48"),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                new BigDecimal("48"),
                                new BigDecimal("48"),
                                false,
                                true),
                        LocalDate.parse("2027-03-07")));
    }

    private void account(PointsEvent event) {
        story.add("points-account", ACCOUNT.value(), event);
    }

    private static PointsAccountView.Standing standing(
            String status, Integer rank, LocalDate confirmBy) {
        return new PointsAccountView.Standing(
                ROUND.value(), status, KEYS.base(), 72, 72, rank, confirmBy);
    }

    private PointsAccountView mine() {
        return find(null, World.citizen("lin")).orElseThrow();
    }

    private Optional<PointsAccountView> find(String person, Scope scope) {
        world.catchUp();
        return world.ask(
                new FindPointsAccount(person, scope),
                ResponseTypes.optionalInstanceOf(PointsAccountView.class));
    }
}
