package org.banshi.command.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.Candidate;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RankingKeys;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundCommand.BeginRanking;
import org.banshi.command.contract.settlement.RoundCommand.CloseRound;
import org.banshi.command.contract.settlement.RoundCommand.OpenRound;
import org.banshi.command.contract.settlement.RoundCommand.PostNotice;
import org.banshi.command.contract.settlement.RoundCommand.PostNoticeSlice;
import org.banshi.command.contract.settlement.RoundCommand.RankSlice;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.command.domain.invented.InventedCatalogue;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

/** A round from its announcement to its end; figures of 2024 (domain rules §4.4). */
class RoundTest {

    private static final RegionCode GUANGZHOU = new RegionCode("440100");
    private static final RoundId ROUND = RoundId.of(GUANGZHOU, 2026);
    private static final Actor CITY = Actor.officer("city", "city-newcomer", GUANGZHOU);
    private static final Actor DISTRICT =
            Actor.officer("district", "county-newcomer", new RegionCode("440106"));
    private static final String AFTER_WINDOW = "2026-05-07";
    private static final RoundEvent BEGUN = new RoundEvent.RankingBegun(ROUND);

    @Test
    void is_announced_once_by_the_city() {
        OpenRound command = open("2026-04-06", "2026-05-06", 2, "2026-06-05", CITY);

        given().when(command).happens(opened(2));
        given(opened(2)).when(command).refused("settlement-round-exists");
        given().when(open("2026-04-06", "2026-05-06", 2, "2026-06-05", DISTRICT))
                .refused("settlement-city-only");
        given().when(open("2026-04-06", "2026-05-06", 2, "2026-06-05", LIN_SELF))
                .refused("settlement-city-only");
    }

    @Test
    void is_refused_with_dates_or_a_quota_that_make_no_sense() {
        given().when(open("2026-05-07", "2026-05-06", 2, "2026-06-05", CITY))
                .refused("settlement-terms-impossible");
        given().when(open("2026-04-06", "2026-05-06", 0, "2026-06-05", CITY))
                .refused("settlement-terms-impossible");
        given().when(open("2026-04-06", "2026-05-06", 2, "2026-05-06", CITY))
                .refused("settlement-terms-impossible");
    }

    @Test
    void is_ranked_after_its_window_and_once() {
        BeginRanking early = new BeginRanking(ROUND, on("2026-05-06", CITY));
        BeginRanking begin = new BeginRanking(ROUND, on(AFTER_WINDOW, CITY));

        given(opened(2)).when(early).refused("settlement-window-open");
        given(opened(2)).when(begin).happens(BEGUN);
        given(opened(2), BEGUN).when(begin).refused("settlement-not-now");
        given(opened(2))
                .when(new BeginRanking(ROUND, on(AFTER_WINDOW, CLERK)))
                .refused("settlement-city-only");
    }

    @Test
    void those_tied_at_the_edge_all_get_a_place_E6() {
        List<Candidate> list =
                List.of(
                        candidate("c", "210", 80, 60),
                        candidate("a", "208", 120, 96),
                        candidate("b", "208", 120, 96),
                        candidate("d", "206", 200, 200));
        List<RankedCandidate> ranked =
                List.of(
                        ranked("c", "210", 80, 60, 1),
                        ranked("a", "208", 120, 96, 2),
                        ranked("b", "208", 120, 96, 2),
                        ranked("d", "206", 200, 200, 4));
        String digest = RankingDigest.of("", ranked);

        given(opened(2), BEGUN)
                .when(rank(0, list, true))
                .happens(
                        new RoundEvent.SliceRanked(ROUND, 0, ranked, digest, true),
                        new RoundEvent.RankingCompleted(ROUND, 4, 3, digest));
    }

    @Test
    void the_second_and_third_key_decide_between_equal_points() {
        given(opened(2), BEGUN)
                .when(
                        rank(
                                0,
                                List.of(
                                        candidate("z", "208", 121, 1),
                                        candidate("y", "208", 120, 97),
                                        candidate("x", "208.0", 120, 96)),
                                false))
                .happens(
                        slice(
                                0,
                                "",
                                false,
                                ranked("z", "208", 121, 1, 1),
                                ranked("y", "208", 120, 97, 2),
                                ranked("x", "208", 120, 96, 3)));
    }

    @Test
    void a_tie_goes_on_from_one_slice_to_the_next() {
        RoundEvent first =
                slice(0, "", false, ranked("c", "210", 80, 60, 1), ranked("a", "208", 120, 96, 2));
        String before = ((RoundEvent.SliceRanked) first).digest();
        RoundEvent second =
                slice(1, before, true, ranked("b", "208", 120, 96, 2), ranked("d", "206", 1, 1, 4));

        given(opened(2), BEGUN, first)
                .when(
                        rank(
                                1,
                                List.of(
                                        candidate("b", "208", 120, 96),
                                        candidate("d", "206", 1, 1)),
                                true))
                .happens(
                        second,
                        new RoundEvent.RankingCompleted(
                                ROUND, 4, 3, ((RoundEvent.SliceRanked) second).digest()));
    }

    @Test
    void nobody_in_it_is_a_list_too() {
        String digest = RankingDigest.of("", List.of());

        given(opened(2), BEGUN)
                .when(rank(0, List.of(), true))
                .happens(
                        new RoundEvent.SliceRanked(ROUND, 0, List.of(), digest, true),
                        new RoundEvent.RankingCompleted(ROUND, 0, 0, digest));
    }

    @Test
    void takes_no_slice_out_of_turn_out_of_order_or_twice() {
        RoundEvent first = slice(0, "", false, ranked("c", "208", 80, 60, 1));
        List<Candidate> next = List.of(candidate("d", "206", 1, 1));

        given(opened(2), BEGUN, first).when(rank(0, next, false)).nothingHappens();
        given(opened(2), BEGUN, first)
                .when(rank(2, next, false))
                .refused("settlement-slice-out-of-order");
        given(opened(2), BEGUN, first)
                .when(rank(1, List.of(candidate("e", "210", 1, 1)), false))
                .refused("settlement-slice-out-of-order");
        given(opened(2), BEGUN, first)
                .when(rank(1, List.of(candidate("c", "208", 80, 60)), false))
                .refused("settlement-slice-out-of-order");
        given(opened(2), BEGUN, first)
                .when(rank(1, List.of(), false))
                .refused("settlement-slice-out-of-order");
        given(opened(2), BEGUN)
                .when(rank(0, many(RoundCommand.SLICE + 1), false))
                .refused("settlement-slice-out-of-order");
        given(opened(2)).when(rank(0, next, false)).refused("settlement-not-now");
        given(opened(2), BEGUN)
                .when(new RankSlice(ROUND, 0, next, false, on(AFTER_WINDOW, CITY)))
                .refused("settlement-city-only");
    }

    @Test
    void every_line_changes_the_digest() {
        String digest = RankingDigest.of("", List.of(ranked("a", "208", 120, 96, 1)));

        assertThat(digest).hasSize(64);
        assertThat(
                        List.of(
                                RankingDigest.of("", List.of(ranked("b", "208", 120, 96, 1))),
                                RankingDigest.of("", List.of(ranked("a", "207", 120, 96, 1))),
                                RankingDigest.of("", List.of(ranked("a", "208", 121, 96, 1))),
                                RankingDigest.of("", List.of(ranked("a", "208", 120, 95, 1))),
                                RankingDigest.of("", List.of(ranked("a", "208", 120, 96, 2))),
                                RankingDigest.of("x", List.of(ranked("a", "208", 120, 96, 1)))))
                .doesNotContain(digest)
                .doesNotHaveDuplicates();
    }

    @Test
    void its_notice_follows_the_on_site_check_and_ends_before_it_closes() {
        RoundEvent[] ranked = ranked();
        PostNotice post = new PostNotice(ROUND, on("2026-06-08", CITY));
        RoundEvent posted =
                new RoundEvent.NoticePosted(
                        ROUND,
                        LocalDate.parse("2026-06-08"),
                        new DueDate(LocalDate.parse("2026-06-15"), false));
        List<CandidacyId> listed = List.of(id("a"));
        RoundEvent slice = new RoundEvent.NoticeSlicePosted(ROUND, 0, listed, true);

        given(ranked)
                .when(new PostNotice(ROUND, on("2026-06-05", CITY)))
                .refused("settlement-confirmation-open");
        given(ranked).when(post).happens(posted);
        given(opened(2), BEGUN).when(post).refused("settlement-not-now");
        given(with(ranked, posted))
                .when(new PostNoticeSlice(ROUND, 0, listed, true, on("2026-06-08", PROCESS)))
                .happens(slice);
        given(with(ranked, posted))
                .when(new PostNoticeSlice(ROUND, 1, listed, true, on("2026-06-08", PROCESS)))
                .refused("settlement-slice-out-of-order");
        given(with(ranked, posted))
                .when(new PostNoticeSlice(ROUND, 0, listed, true, on("2026-06-08", CITY)))
                .refused("settlement-city-only");
        given(with(ranked, posted, slice))
                .when(new CloseRound(ROUND, on("2026-06-15", CITY)))
                .refused("settlement-notice-up");
        given(with(ranked, posted, slice))
                .when(new CloseRound(ROUND, on("2026-06-16", CITY)))
                .happens(new RoundEvent.RoundClosed(ROUND));
        given(ranked)
                .when(new CloseRound(ROUND, on("2026-06-16", CITY)))
                .refused("settlement-not-now");
    }

    private static RoundEvent[] ranked() {
        RoundEvent.SliceRanked slice = slice(0, "", true, ranked("a", "208", 120, 96, 1));
        return new RoundEvent[] {
            opened(2), BEGUN, slice, new RoundEvent.RankingCompleted(ROUND, 1, 1, slice.digest())
        };
    }

    private static RoundEvent[] with(RoundEvent[] story, RoundEvent... more) {
        List<RoundEvent> all = new ArrayList<>(List.of(story));
        all.addAll(List.of(more));
        return all.toArray(RoundEvent[]::new);
    }

    private static List<Candidate> many(int count) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(candidate("p" + i, String.valueOf(10_000 - i), 1, 1));
        }
        return candidates;
    }

    private static OpenRound open(
            String from, String until, int quota, String confirmBy, Actor by) {
        return new OpenRound(
                ROUND,
                GUANGZHOU,
                2026,
                LocalDate.parse(from),
                LocalDate.parse(until),
                quota,
                LocalDate.parse(confirmBy),
                5,
                true,
                on("2026-04-01", by));
    }

    private static RoundEvent opened(int quota) {
        return new RoundEvent.RoundOpened(
                ROUND,
                GUANGZHOU,
                2026,
                LocalDate.parse("2026-04-06"),
                LocalDate.parse("2026-05-06"),
                quota,
                LocalDate.parse("2026-06-05"),
                5,
                true);
    }

    private static RankSlice rank(int slice, List<Candidate> candidates, boolean last) {
        return new RankSlice(ROUND, slice, candidates, last, on(AFTER_WINDOW, PROCESS));
    }

    private static RoundEvent.SliceRanked slice(
            int slice, String before, boolean last, RankedCandidate... lines) {
        return new RoundEvent.SliceRanked(
                ROUND, slice, List.of(lines), RankingDigest.of(before, List.of(lines)), last);
    }

    private static CandidacyId id(String person) {
        return CandidacyId.of(ROUND, new PersonId(person));
    }

    private static Candidate candidate(String person, String base, int medical, int permit) {
        return new Candidate(id(person), new RankingKeys(new BigDecimal(base), medical, permit));
    }

    private static RankedCandidate ranked(
            String person, String base, int medical, int permit, int rank) {
        return new RankedCandidate(
                id(person), new RankingKeys(new BigDecimal(base), medical, permit), rank);
    }

    private static Given given(RoundEvent... story) {
        return new Given(List.of(story));
    }

    private record Given(List<RoundEvent> story) {

        Then when(RoundCommand command) {
            AggregateTestFixture<SettlementRound> fixture =
                    new AggregateTestFixture<>(SettlementRound.class);
            fixture.registerInjectableResource(
                    (Catalogue) new InventedCatalogue(InventedService.lanternPermit()));
            return new Then(
                    story.isEmpty()
                            ? fixture.givenNoPriorActivity().when(command)
                            : fixture.given(story).when(command));
        }
    }

    private record Then(ResultValidator<SettlementRound> result) {

        void happens(RoundEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
        }

        void nothingHappens() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void refused(String code) {
            result.expectException(RefusedException.class)
                    .expectExceptionMessage(code)
                    .expectNoEvents();
        }
    }
}
