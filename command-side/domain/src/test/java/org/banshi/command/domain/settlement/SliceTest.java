package org.banshi.command.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.Candidate;
import org.banshi.command.contract.settlement.ListSoFar;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RankingKeys;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundCommand.RankSlice;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.command.contract.settlement.SliceId;
import org.junit.jupiter.api.Test;

/** The lines of a round's list and their ranks (domain rules §4.4). */
class SliceTest {

    private static final RoundId ROUND = RoundId.of(new RegionCode("440100"), 2026);
    private static final int QUOTA = 2;

    @Test
    void those_tied_at_the_edge_all_get_a_place_E6() {
        RoundEvent.SliceRanked ranked =
                slice(
                        0,
                        ListSoFar.EMPTY,
                        true,
                        line("c", "210", 80, 60, 1),
                        line("a", "208", 120, 96, 2),
                        line("b", "208", 120, 96, 2),
                        line("d", "206", 200, 200, 4));

        assertThat(ranked.soFar().placed()).isEqualTo(3);
        assertThat(ranked.soFar().candidates()).isEqualTo(4);
        happens(
                rank(
                        0,
                        ListSoFar.EMPTY,
                        true,
                        candidate("c", "210", 80, 60),
                        candidate("a", "208", 120, 96),
                        candidate("b", "208", 120, 96),
                        candidate("d", "206", 200, 200)),
                ranked);
    }

    @Test
    void the_second_and_third_key_decide_between_equal_points() {
        happens(
                rank(
                        0,
                        ListSoFar.EMPTY,
                        false,
                        candidate("z", "208", 121, 1),
                        candidate("y", "208", 120, 97),
                        candidate("x", "208.0", 120, 96)),
                slice(
                        0,
                        ListSoFar.EMPTY,
                        false,
                        line("z", "208", 121, 1, 1),
                        line("y", "208", 120, 97, 2),
                        line("x", "208", 120, 96, 3)));
    }

    @Test
    void a_tie_goes_on_from_one_slice_to_the_next() {
        ListSoFar first =
                slice(
                                0,
                                ListSoFar.EMPTY,
                                false,
                                line("c", "210", 80, 60, 1),
                                line("a", "208", 120, 96, 2))
                        .soFar();
        RoundEvent.SliceRanked second =
                slice(1, first, true, line("b", "208", 120, 96, 2), line("d", "206", 1, 1, 4));

        assertThat(second.soFar().placed()).isEqualTo(3);
        happens(
                rank(1, first, true, candidate("b", "208", 120, 96), candidate("d", "206", 1, 1)),
                second);
    }

    @Test
    void nobody_in_it_is_a_list_too() {
        happens(rank(0, ListSoFar.EMPTY, true), slice(0, ListSoFar.EMPTY, true));
    }

    @Test
    void takes_no_candidates_out_of_order_twice_or_too_many() {
        ListSoFar first = slice(0, ListSoFar.EMPTY, false, line("c", "208", 80, 60, 1)).soFar();
        List<Candidate> many = new ArrayList<>();
        for (int i = 0; i <= RoundCommand.SLICE; i++) {
            many.add(candidate("p" + i, String.valueOf(10_000 - i), 1, 1));
        }

        refused(rank(1, first, false, candidate("e", "210", 1, 1)));
        refused(rank(1, first, false, candidate("c", "208", 80, 60)));
        refused(rank(1, first, false));
        refused(rank(1, ListSoFar.EMPTY, false, candidate("d", "206", 1, 1)));
        refused(rank(0, first, false, candidate("d", "206", 1, 1)));
        refused(rank(0, ListSoFar.EMPTY, false, many.toArray(Candidate[]::new)));
    }

    @Test
    void is_ranked_once_and_by_the_process_alone() {
        RankSlice again = rank(0, ListSoFar.EMPTY, false, candidate("d", "206", 1, 1));

        fixture()
                .given(slice(0, ListSoFar.EMPTY, false, line("c", "208", 80, 60, 1)))
                .when(again)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        RankSlice byClerk = rank(CLERK, 0, ListSoFar.EMPTY, false, candidate("d", "206", 1, 1));
        fixture()
                .givenNoPriorActivity()
                .when(byClerk)
                .expectException(RefusedException.class)
                .expectExceptionMessage("settlement-city-only");
    }

    @Test
    void every_line_changes_the_digest() {
        String digest = RankingDigest.of("", List.of(line("a", "208", 120, 96, 1)));

        assertThat(digest).hasSize(64);
        assertThat(
                        List.of(
                                RankingDigest.of("", List.of(line("b", "208", 120, 96, 1))),
                                RankingDigest.of("", List.of(line("a", "207", 120, 96, 1))),
                                RankingDigest.of("", List.of(line("a", "208", 121, 96, 1))),
                                RankingDigest.of("", List.of(line("a", "208", 120, 95, 1))),
                                RankingDigest.of("", List.of(line("a", "208", 120, 96, 2))),
                                RankingDigest.of("x", List.of(line("a", "208", 120, 96, 1)))))
                .doesNotContain(digest)
                .doesNotHaveDuplicates();
    }

    private static void happens(RankSlice command, RoundEvent event) {
        fixture().givenNoPriorActivity().when(command).expectEvents(event);
    }

    private static void refused(RankSlice command) {
        ResultValidator<SettlementSlice> result = fixture().givenNoPriorActivity().when(command);
        result.expectException(RefusedException.class)
                .expectExceptionMessage("settlement-slice-out-of-order")
                .expectNoEvents();
    }

    private static AggregateTestFixture<SettlementSlice> fixture() {
        return new AggregateTestFixture<>(SettlementSlice.class);
    }

    private static RankSlice rank(
            int slice, ListSoFar before, boolean last, Candidate... candidates) {
        return rank(PROCESS, slice, before, last, candidates);
    }

    private static RankSlice rank(
            Actor by, int slice, ListSoFar before, boolean last, Candidate... candidates) {
        return new RankSlice(
                SliceId.of(ROUND, slice),
                ROUND,
                slice,
                QUOTA,
                before,
                List.of(candidates),
                last,
                on("2026-05-07", by));
    }

    private static RoundEvent.SliceRanked slice(
            int slice, ListSoFar before, boolean last, RankedCandidate... lines) {
        return new RoundEvent.SliceRanked(
                ROUND,
                slice,
                List.of(lines),
                SliceDecider.with(before, List.of(lines), QUOTA),
                last);
    }

    private static Candidate candidate(String person, String base, int medical, int permit) {
        return new Candidate(
                CandidacyId.of(ROUND, new PersonId(person)),
                new RankingKeys(new BigDecimal(base), medical, permit));
    }

    private static RankedCandidate line(
            String person, String base, int medical, int permit, int rank) {
        return new RankedCandidate(
                CandidacyId.of(ROUND, new PersonId(person)),
                new RankingKeys(new BigDecimal(base), medical, permit),
                rank);
    }
}
