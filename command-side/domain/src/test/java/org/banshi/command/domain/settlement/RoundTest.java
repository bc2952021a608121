package org.banshi.command.domain.settlement;

import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

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
import org.banshi.command.contract.settlement.ApplicationsInHand;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundCommand.BeginRanking;
import org.banshi.command.contract.settlement.RoundCommand.CloseRound;
import org.banshi.command.contract.settlement.RoundCommand.CompleteRanking;
import org.banshi.command.contract.settlement.RoundCommand.OpenRound;
import org.banshi.command.contract.settlement.RoundCommand.PostNotice;
import org.banshi.command.contract.settlement.RoundCommand.PostNoticeSlice;
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
        given(opened(2)).withInHand(1).when(begin).refused("settlement-applications-in-hand");
        given(opened(2))
                .when(new BeginRanking(ROUND, on(AFTER_WINDOW, CLERK)))
                .refused("settlement-city-only");
    }

    @Test
    void is_complete_with_its_last_slice_and_once() {
        CompleteRanking complete = new CompleteRanking(ROUND, 4, 3, "d", on("2026-05-07", PROCESS));

        given(opened(2), BEGUN)
                .when(complete)
                .happens(new RoundEvent.RankingCompleted(ROUND, 4, 3, "d"));
        given(opened(2)).when(complete).refused("settlement-not-now");
        given(ranked()).when(complete).refused("settlement-not-now");
        given(opened(2), BEGUN)
                .when(new CompleteRanking(ROUND, 4, 3, "d", on("2026-05-07", CITY)))
                .refused("settlement-city-only");
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
        return new RoundEvent[] {
            opened(2), BEGUN, new RoundEvent.RankingCompleted(ROUND, 1, 1, "d")
        };
    }

    private static RoundEvent[] with(RoundEvent[] story, RoundEvent... more) {
        List<RoundEvent> all = new ArrayList<>(List.of(story));
        all.addAll(List.of(more));
        return all.toArray(RoundEvent[]::new);
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

    private static CandidacyId id(String person) {
        return CandidacyId.of(ROUND, new PersonId(person));
    }

    private static Given given(RoundEvent... story) {
        return new Given(List.of(story), 0);
    }

    private record Given(List<RoundEvent> story, int inHand) {

        Given withInHand(int applications) {
            return new Given(story, applications);
        }

        private int inTheWindow(RegionCode region, LocalDate from, LocalDate until) {
            boolean asked =
                    region.equals(GUANGZHOU)
                            && from.equals(LocalDate.parse("2026-04-06"))
                            && until.equals(LocalDate.parse("2026-05-06"));
            return asked ? inHand : 0;
        }

        Then when(RoundCommand command) {
            AggregateTestFixture<SettlementRound> fixture =
                    new AggregateTestFixture<>(SettlementRound.class);
            fixture.registerInjectableResource(
                    (Catalogue) new InventedCatalogue(InventedService.lanternPermit()));
            fixture.registerInjectableResource((ApplicationsInHand) this::inTheWindow);
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

        void refused(String code) {
            result.expectException(RefusedException.class)
                    .expectExceptionMessage(code)
                    .expectNoEvents();
        }
    }
}
