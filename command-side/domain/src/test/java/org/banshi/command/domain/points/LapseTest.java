package org.banshi.command.domain.points;

import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;
import static org.banshi.command.domain.points.Accounts.ACCOUNT;
import static org.banshi.command.domain.points.Accounts.DAY;
import static org.banshi.command.domain.points.Accounts.DISTRICT;
import static org.banshi.command.domain.points.Accounts.FIRST;
import static org.banshi.command.domain.points.Accounts.PENALTY;
import static org.banshi.command.domain.points.Accounts.PROCESS;
import static org.banshi.command.domain.points.Accounts.SECOND;
import static org.banshi.command.domain.points.Accounts.SIX_YEARS;
import static org.banshi.command.domain.points.Accounts.adjusted;
import static org.banshi.command.domain.points.Accounts.begin;
import static org.banshi.command.domain.points.Accounts.determine;
import static org.banshi.command.domain.points.Accounts.item;
import static org.banshi.command.domain.points.Accounts.lapsed;
import static org.banshi.command.domain.points.Accounts.push;
import static org.banshi.command.domain.points.Accounts.pushed;
import static org.banshi.command.domain.points.Accounts.recorded;
import static org.banshi.command.domain.points.Accounts.score;
import static org.banshi.command.domain.points.Accounts.scored;

import java.util.Map;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.PointsCommand.Lapse;
import org.banshi.command.contract.points.PointsCommand.Reactivate;
import org.banshi.command.contract.points.PointsCommand.Recalculate;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.ScoreCause;
import org.junit.jupiter.api.Test;

/** What closes an account, for a while or for good (domain rules §4.2). */
class LapseTest {

    @Test
    void lapses_and_is_restored_with_the_permit_and_added_up_anew() {
        Accounts suspended =
                scored(DAY)
                        .given(
                                "2026-06-01",
                                new PointsEvent.AccountLapsed(
                                        ACCOUNT, LIN, LapseReason.PERMIT_SUSPENDED));
        suspended
                .when(new Reactivate(ACCOUNT, on("2026-07-01", DISTRICT)))
                .happens(
                        new PointsEvent.AccountReactivated(ACCOUNT, LIN),
                        score(
                                "GZ-2021",
                                "2026-07-01",
                                Map.of("permit-years", SIX_YEARS),
                                ScoreCause.REACTIVATION,
                                null));
        scored(DAY).when(new Reactivate(ACCOUNT, on(DAY, DISTRICT))).nothingHappens();
    }

    @Test
    void the_holder_has_it_count_again_once_the_police_told_of_an_endorsement() {
        FormData endorsed = new FormData(Map.of("since", "2020-05-01", "validUntil", "2027-06-01"));
        lapsed(LapseReason.PERMIT_SUSPENDED)
                .when(push("permit-years", endorsed, PROCESS))
                .happens(pushed("permit-years", endorsed));

        lapsed(LapseReason.PERMIT_SUSPENDED)
                .when(new Reactivate(ACCOUNT, on(DAY, LIN_SELF)))
                .refused("points-permit-suspended");
        lapsed(LapseReason.PERMIT_SUSPENDED)
                .when(new Reactivate(ACCOUNT, on(DAY, STRANGER)))
                .refused("points-not-the-holder");
        lapsed(LapseReason.PERMIT_SUSPENDED)
                .given("2026-06-01", pushed("permit-years", endorsed))
                .when(new Reactivate(ACCOUNT, on("2027-06-02", LIN_SELF)))
                .refused("points-permit-suspended");
        lapsed(LapseReason.PERMIT_SUSPENDED)
                .given("2026-06-01", pushed("permit-years", endorsed))
                .when(new Reactivate(ACCOUNT, on("2026-06-01", LIN_SELF)))
                .happens(
                        new PointsEvent.AccountReactivated(ACCOUNT, LIN),
                        score(
                                "GZ-2021",
                                "2026-06-01",
                                Map.of("permit-years", endorsed),
                                ScoreCause.REACTIVATION,
                                null));
    }

    @Test
    void lapses_for_good_by_death_or_settlement() {
        scored(DAY)
                .when(new Lapse(ACCOUNT, LapseReason.DEATH, on(DAY, PROCESS)))
                .happens(new PointsEvent.AccountLapsed(ACCOUNT, LIN, LapseReason.DEATH));
        lapsed(LapseReason.DEATH)
                .when(new Lapse(ACCOUNT, LapseReason.PERMIT_SUSPENDED, on(DAY, PROCESS)))
                .nothingHappens();
        lapsed(LapseReason.SETTLED)
                .when(new Reactivate(ACCOUNT, on(DAY, DISTRICT)))
                .refused("points-account-lapsed");
        lapsed(LapseReason.PERMIT_SUSPENDED)
                .when(new Lapse(ACCOUNT, LapseReason.DEATH, on(DAY, PROCESS)))
                .happens(new PointsEvent.AccountLapsed(ACCOUNT, LIN, LapseReason.DEATH));
    }

    @Test
    void a_lapsed_account_takes_nothing_in_but_what_counts_when_its_permit_works_again() {
        lapsed(LapseReason.PERMIT_SUSPENDED).when(begin(SECOND, DAY, PROCESS)).nothingHappens();
        lapsed(LapseReason.PERMIT_SUSPENDED)
                .when(push("public-security-penalty", PENALTY, PROCESS))
                .happens(pushed("public-security-penalty", PENALTY));
        lapsed(LapseReason.SETTLED).when(begin(SECOND, DAY, PROCESS)).nothingHappens();
        lapsed(LapseReason.SETTLED)
                .when(push("public-security-penalty", PENALTY, PROCESS))
                .refused("points-account-lapsed");
        lapsed(LapseReason.SETTLED)
                .when(new Recalculate(ACCOUNT, on("2029-03-07", PROCESS)))
                .nothingHappens();
    }

    @Test
    void what_was_verified_while_the_permit_lapsed_counts_when_it_works_again() {
        PointsEvent.AccountLapsed lapsed =
                new PointsEvent.AccountLapsed(ACCOUNT, LIN, LapseReason.PERMIT_SUSPENDED);
        PointsEvent.AdjustmentDropped dropped =
                new PointsEvent.AdjustmentDropped(ACCOUNT, LIN, FIRST);
        adjusted(DAY)
                .given(DAY, lapsed)
                .when(determine(FIRST, item("permit-years")))
                .happens(recorded(FIRST), dropped);
        adjusted(DAY)
                .given(DAY, lapsed)
                .given(DAY, recorded(FIRST))
                .given(DAY, dropped)
                .when(new Reactivate(ACCOUNT, on("2026-07-01", DISTRICT)))
                .happens(
                        new PointsEvent.AccountReactivated(ACCOUNT, LIN),
                        score(
                                "GZ-2021",
                                "2026-07-01",
                                Map.of("permit-years", SIX_YEARS),
                                ScoreCause.REACTIVATION,
                                null));
        adjusted(DAY)
                .given(DAY, new PointsEvent.AccountLapsed(ACCOUNT, LIN, LapseReason.DEATH))
                .when(determine(FIRST, item("permit-years")))
                .happens(dropped);
    }
}
