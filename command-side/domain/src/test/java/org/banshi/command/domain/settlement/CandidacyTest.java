package org.banshi.command.domain.settlement;

import static org.banshi.command.domain.invented.People.AGENT;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.CandidacyCommand.ConfirmOnSite;
import org.banshi.command.contract.settlement.CandidacyCommand.Enter;
import org.banshi.command.contract.settlement.CandidacyCommand.GivePlace;
import org.banshi.command.contract.settlement.CandidacyCommand.GiveUp;
import org.banshi.command.contract.settlement.CandidacyCommand.IssueCard;
import org.banshi.command.contract.settlement.CandidacyCommand.Publish;
import org.banshi.command.contract.settlement.CandidacyCommand.RaiseObjection;
import org.banshi.command.contract.settlement.CandidacyCommand.RecordMove;
import org.banshi.command.contract.settlement.CandidacyCommand.ResolveObjections;
import org.banshi.command.contract.settlement.CandidacyCommand.Revoke;
import org.banshi.command.contract.settlement.CandidacyCommand.StrikeOff;
import org.banshi.command.contract.settlement.CandidacyCommand.Withdraw;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.RankingKeys;
import org.banshi.command.contract.settlement.RoundId;
import org.junit.jupiter.api.Test;

/** Lin in the round, from the entry to the household registration. */
class CandidacyTest {

    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final RoundId ROUND = RoundId.of(TIANHE, 2026);
    private static final CandidacyId ID = CandidacyId.of(ROUND, LIN);
    private static final ApplicationId FIRST =
            new ApplicationId("00000000-0000-0000-0000-00000000000a");
    private static final ApplicationId SECOND =
            new ApplicationId("00000000-0000-0000-0000-00000000000b");
    private static final RankingKeys KEYS = new RankingKeys(new BigDecimal("168"), 72, 72);
    private static final Actor WINDOW = Actor.officer("window", "newcomer-service", TIANHE);
    private static final Actor FAR =
            Actor.officer("far", "newcomer-service", new RegionCode("440104"));
    private static final LocalDate CONFIRM_BY = LocalDate.parse("2026-06-05");
    private static final DueDate UNTIL = new DueDate(LocalDate.parse("2026-06-15"), false);

    private static final CandidacyEvent ENTERED =
            new CandidacyEvent.Entered(ID, LIN, ROUND, TIANHE, FIRST, KEYS);
    private static final CandidacyEvent WITHDRAWN = new CandidacyEvent.Withdrawn(ID, LIN);
    private static final CandidacyEvent PLACED = new CandidacyEvent.Placed(ID, LIN, 7, CONFIRM_BY);
    private static final CandidacyEvent CONFIRMED = new CandidacyEvent.ConfirmedOnSite(ID, LIN);
    private static final CandidacyEvent PUBLISHED = new CandidacyEvent.Published(ID, LIN, UNTIL);
    private static final CandidacyEvent OBJECTED =
            new CandidacyEvent.ObjectionRaised(ID, LIN, "学历存疑");
    private static final CandidacyEvent CARD = new CandidacyEvent.CardIssued(ID, LIN, "RH-1");

    @Test
    void enters_once_a_round() {
        given().when(enter(FIRST)).happens(ENTERED);
        given(ENTERED).when(enter(FIRST)).nothingHappens();
        given(ENTERED).when(enter(SECOND)).nothingHappens();
        given(ENTERED, WITHDRAWN).when(enter(SECOND)).nothingHappens();
        given().when(
                        new Enter(
                                ID,
                                LIN,
                                ROUND,
                                TIANHE,
                                FIRST,
                                KEYS.base(),
                                72,
                                72,
                                on("2026-05-06", LIN_SELF)))
                .refused("candidacy-officer-only");
    }

    @Test
    void withdraws_before_the_ranking_and_gives_up_after_it() {
        given(ENTERED).when(new Withdraw(ID, on("2026-05-06", LIN_SELF))).happens(WITHDRAWN);
        given(ENTERED).when(new Withdraw(ID, on("2026-05-06", AGENT))).happens(WITHDRAWN);
        given(ENTERED)
                .when(new Withdraw(ID, on("2026-05-06", STRANGER)))
                .refused("candidacy-not-the-candidate");
        given(ENTERED, PLACED)
                .when(new Withdraw(ID, on("2026-05-08", LIN_SELF)))
                .refused("candidacy-not-now");
        given(ENTERED, PLACED)
                .when(new GiveUp(ID, on("2026-05-08", LIN_SELF)))
                .happens(new CandidacyEvent.GivenUp(ID, LIN, false));
        given(ENTERED, PLACED, CONFIRMED)
                .when(new GiveUp(ID, on("2026-05-08", LIN_SELF)))
                .happens(new CandidacyEvent.GivenUp(ID, LIN, false));
        given(ENTERED)
                .when(new GiveUp(ID, on("2026-05-08", LIN_SELF)))
                .refused("candidacy-not-now");
        given(ENTERED, PLACED)
                .when(new GiveUp(ID, on("2026-05-08", STRANGER)))
                .refused("candidacy-not-the-candidate");
    }

    @Test
    void gets_a_place_unless_it_has_left() {
        GivePlace place = new GivePlace(ID, 7, CONFIRM_BY, on("2026-05-07", PROCESS));

        given(ENTERED).when(place).happens(PLACED);
        given(ENTERED, PLACED).when(place).nothingHappens();
        given(ENTERED, WITHDRAWN).when(place).nothingHappens();
        given(ENTERED)
                .when(new GivePlace(ID, 7, CONFIRM_BY, on("2026-05-07", WINDOW)))
                .refused("candidacy-officer-only");
    }

    @Test
    void is_struck_off_where_a_condition_is_not_met() {
        CandidacyEvent struck = new CandidacyEvent.StruckOff(ID, LIN, "社保不足");
        StrikeOff strike = new StrikeOff(ID, "社保不足", on("2026-05-07", WINDOW));

        given(ENTERED).when(strike).happens(struck);
        given(ENTERED, PLACED, CONFIRMED).when(strike).happens(struck);
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED, CARD)
                .when(strike)
                .refused("candidacy-not-now");
        given(ENTERED)
                .when(new StrikeOff(ID, "x", on("2026-05-07", FAR)))
                .refused("candidacy-officer-only");
    }

    @Test
    void whoever_misses_the_on_site_check_gives_up_the_place() {
        given(ENTERED, PLACED)
                .when(new ConfirmOnSite(ID, on("2026-06-05", WINDOW)))
                .happens(CONFIRMED);
        given(ENTERED, PLACED)
                .when(new ConfirmOnSite(ID, on("2026-06-06", WINDOW)))
                .refused("candidacy-confirmation-over");
        given(ENTERED)
                .when(new ConfirmOnSite(ID, on("2026-06-05", WINDOW)))
                .refused("candidacy-not-now");
        given(ENTERED, PLACED)
                .when(new ConfirmOnSite(ID, on("2026-06-05", LIN_SELF)))
                .refused("candidacy-officer-only");
        given(ENTERED, PLACED)
                .when(new GiveUp(ID, on("2026-06-05", WINDOW)))
                .refused("candidacy-confirmation-open");
        given(ENTERED, PLACED)
                .when(new GiveUp(ID, on("2026-06-06", WINDOW)))
                .happens(new CandidacyEvent.GivenUp(ID, LIN, true));
        given(ENTERED, PLACED, CONFIRMED)
                .when(new GiveUp(ID, on("2026-06-06", WINDOW)))
                .refused("candidacy-not-now");
    }

    @Test
    void only_who_was_confirmed_is_published() {
        Publish publish = new Publish(ID, UNTIL, on("2026-06-08", PROCESS));

        given(ENTERED, PLACED, CONFIRMED).when(publish).happens(PUBLISHED);
        given(ENTERED, PLACED).when(publish).nothingHappens();
        given(ENTERED, PLACED, CONFIRMED)
                .when(new Publish(ID, UNTIL, on("2026-06-08", WINDOW)))
                .refused("candidacy-officer-only");
    }

    @Test
    void anybody_but_the_candidate_objects_once_while_the_notice_is_up() {
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED)
                .when(object("2026-06-15", STRANGER))
                .happens(OBJECTED);
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED)
                .when(object("2026-06-16", STRANGER))
                .refused("candidacy-no-notice");
        given(ENTERED, PLACED, CONFIRMED)
                .when(object("2026-06-09", STRANGER))
                .refused("candidacy-no-notice");
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED)
                .when(object("2026-06-09", LIN_SELF))
                .refused("candidacy-own-notice");
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED)
                .and(STRANGER, OBJECTED)
                .when(object("2026-06-10", STRANGER))
                .refused("candidacy-objected-before");
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED)
                .and(STRANGER, OBJECTED)
                .when(object("2026-06-10", FAR))
                .happens(OBJECTED);
    }

    @Test
    void an_objection_that_is_right_strikes_the_candidate_off() {
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED, OBJECTED)
                .when(resolve(true))
                .happens(
                        new CandidacyEvent.ObjectionsResolved(ID, LIN, true, "核查"),
                        new CandidacyEvent.StruckOff(ID, LIN, "核查"));
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED, OBJECTED)
                .when(resolve(false))
                .happens(new CandidacyEvent.ObjectionsResolved(ID, LIN, false, "核查"));
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED)
                .when(resolve(true))
                .refused("candidacy-no-objection");
    }

    @Test
    void the_card_comes_after_the_notice_with_no_objection_open() {
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED).when(card("2026-06-16")).happens(CARD);
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED)
                .when(card("2026-06-15"))
                .refused("candidacy-notice-up");
        given(ENTERED, PLACED, CONFIRMED).when(card("2026-06-16")).refused("candidacy-not-now");
        given(ENTERED, PLACED, CONFIRMED, PUBLISHED, OBJECTED)
                .when(card("2026-06-16"))
                .refused("candidacy-objection-unresolved");
        given(
                        ENTERED,
                        PLACED,
                        CONFIRMED,
                        PUBLISHED,
                        OBJECTED,
                        new CandidacyEvent.ObjectionsResolved(ID, LIN, false, "核查"))
                .when(card("2026-06-16"))
                .happens(CARD);
    }

    @Test
    void the_move_follows_the_card() {
        CandidacyEvent[] issued = {ENTERED, PLACED, CONFIRMED, PUBLISHED, CARD};

        given(issued)
                .when(new RecordMove(ID, on("2026-07-01", WINDOW)))
                .happens(new CandidacyEvent.HouseholdMoved(ID, LIN));
        given(ENTERED)
                .when(new RecordMove(ID, on("2026-07-01", WINDOW)))
                .refused("candidacy-not-now");
    }

    @Test
    void false_papers_take_the_card_back_even_after_the_move_E10() {
        Revoke revoke = new Revoke(ID, "学历证书系伪造", on("2026-08-01", WINDOW));
        CandidacyEvent revoked = new CandidacyEvent.Revoked(ID, LIN, "学历证书系伪造");

        given(ENTERED, PLACED, CONFIRMED, PUBLISHED, CARD).when(revoke).happens(revoked);
        given(
                        ENTERED,
                        PLACED,
                        CONFIRMED,
                        PUBLISHED,
                        CARD,
                        new CandidacyEvent.HouseholdMoved(ID, LIN))
                .when(revoke)
                .happens(revoked);
        given(ENTERED, revoked).when(revoke).refused("candidacy-not-now");
        given(ENTERED)
                .when(new Revoke(ID, "x", on("2026-08-01", LIN_SELF)))
                .refused("candidacy-officer-only");
    }

    private static Enter enter(ApplicationId application) {
        return new Enter(
                ID,
                LIN,
                ROUND,
                TIANHE,
                application,
                KEYS.base(),
                72,
                72,
                on("2026-05-06", PROCESS));
    }

    private static RaiseObjection object(String day, Actor by) {
        return new RaiseObjection(ID, "学历存疑", on(day, by));
    }

    private static ResolveObjections resolve(boolean upheld) {
        return new ResolveObjections(ID, upheld, "核查", on("2026-06-11", WINDOW));
    }

    private static IssueCard card(String day) {
        return new IssueCard(ID, "RH-1", on(day, WINDOW));
    }

    private static Given given(CandidacyEvent... story) {
        Given given = new Given(new ArrayList<>());
        for (CandidacyEvent event : story) {
            given.and(WINDOW, event);
        }
        return given;
    }

    private record Given(List<GenericEventMessage<CandidacyEvent>> story) {

        Given and(Actor by, CandidacyEvent event) {
            story.add(
                    new GenericEventMessage<>(event)
                            .withMetaData(StampMetadata.of(on("2026-06-08", by))));
            return this;
        }

        Then when(CandidacyCommand command) {
            AggregateTestFixture<Candidacy> fixture = new AggregateTestFixture<>(Candidacy.class);
            return new Then(
                    story.isEmpty()
                            ? fixture.givenNoPriorActivity().when(command)
                            : fixture.given(story).when(command));
        }
    }

    private record Then(ResultValidator<Candidacy> result) {

        void happens(CandidacyEvent... events) {
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
