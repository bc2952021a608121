package org.banshi.command.domain.points;

import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.on;
import static org.banshi.command.domain.points.Accounts.ACCOUNT;
import static org.banshi.command.domain.points.Accounts.DISTRICT;
import static org.banshi.command.domain.points.Accounts.PROCESS;
import static org.banshi.command.domain.points.Accounts.TIANHE;
import static org.banshi.command.domain.points.Accounts.WINDOW;
import static org.banshi.command.domain.points.Accounts.scored;

import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.ItemOrigin;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.PointsCommand.Invalidate;
import org.banshi.command.contract.points.PointsCommand.Lapse;
import org.banshi.command.contract.points.PointsCommand.Push;
import org.banshi.command.contract.points.PointsCommand.Reactivate;
import org.banshi.command.contract.points.PointsEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which offices keep an account, and which day of the calendar suspends it. */
class KeepingTest {

    private static final String DAY = "2026-05-06";
    private static final Actor CITY =
            Actor.officer("city", "city-newcomer", new RegionCode("440100"));
    private static final FormData ENDORSED =
            new FormData(Map.of("since", "2020-05-01", "validUntil", "2027-06-01"));

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "newcomer-service, 440106, points-bureau-only",
        "town, 440106, points-officer-only",
        "county-police, 440106, points-officer-only",
        "county-newcomer, 440104, points-officer-only",
        "city-newcomer, 440300, points-officer-only"
    })
    void no_other_office_pushes_lapses_or_voids(String body, String region, String refusal) {
        Actor other = Actor.officer("other", body, new RegionCode(region));

        scored(DAY)
                .when(new Push(ACCOUNT, "permit-years", ENDORSED, "x", on(DAY, other)))
                .refused(refusal);
        scored(DAY).when(new Lapse(ACCOUNT, LapseReason.DEATH, on(DAY, other))).refused(refusal);
        scored(DAY).when(new Invalidate(ACCOUNT, "x", on(DAY, other))).refused(refusal);
    }

    @Test
    void the_bureaus_of_the_district_and_the_city_keep_it() {
        PointsEvent lapsed = new PointsEvent.AccountLapsed(ACCOUNT, LIN, LapseReason.DEATH);

        scored(DAY).when(new Lapse(ACCOUNT, LapseReason.DEATH, on(DAY, DISTRICT))).happens(lapsed);
        scored(DAY).when(new Lapse(ACCOUNT, LapseReason.DEATH, on(DAY, CITY))).happens(lapsed);
    }

    @Test
    void only_newcomer_offices_restore_it_for_the_holder() {
        Actor townHall = Actor.officer("town", "town", TIANHE);

        scored(DAY)
                .when(new Reactivate(ACCOUNT, on(DAY, townHall)))
                .refused("points-not-the-holder");
        scored(DAY).when(new Reactivate(ACCOUNT, on(DAY, WINDOW))).nothingHappens();
    }

    @Test
    void a_day_that_comes_late_suspends_no_permit_that_was_endorsed_since() {
        PointsEvent lapsed =
                new PointsEvent.AccountLapsed(ACCOUNT, LIN, LapseReason.PERMIT_SUSPENDED);

        endorsed().when(suspend("2027-06-01", PROCESS)).nothingHappens();
        endorsed().when(suspend("2027-06-02", PROCESS)).happens(lapsed);
        endorsed().when(suspend("2027-06-01", DISTRICT)).happens(lapsed);
    }

    private static Accounts endorsed() {
        return scored(DAY)
                .given(
                        DAY,
                        new PointsEvent.ItemRecorded(
                                ACCOUNT,
                                LIN,
                                "permit-years",
                                ItemOrigin.PUSHED,
                                null,
                                ENDORSED,
                                List.of(),
                                List.of()));
    }

    private static Lapse suspend(String day, Actor by) {
        return new Lapse(ACCOUNT, LapseReason.PERMIT_SUSPENDED, on(day, by));
    }
}
