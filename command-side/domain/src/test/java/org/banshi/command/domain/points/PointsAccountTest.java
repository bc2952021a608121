package org.banshi.command.domain.points;

import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.on;
import static org.banshi.command.domain.points.Accounts.ACCOUNT;
import static org.banshi.command.domain.points.Accounts.BIRTH;
import static org.banshi.command.domain.points.Accounts.DAY;
import static org.banshi.command.domain.points.Accounts.DISTRICT;
import static org.banshi.command.domain.points.Accounts.FIRST;
import static org.banshi.command.domain.points.Accounts.PENALTY;
import static org.banshi.command.domain.points.Accounts.PROCESS;
import static org.banshi.command.domain.points.Accounts.SECOND;
import static org.banshi.command.domain.points.Accounts.SIX_YEARS;
import static org.banshi.command.domain.points.Accounts.TIANHE;
import static org.banshi.command.domain.points.Accounts.adjusted;
import static org.banshi.command.domain.points.Accounts.begin;
import static org.banshi.command.domain.points.Accounts.determine;
import static org.banshi.command.domain.points.Accounts.item;
import static org.banshi.command.domain.points.Accounts.lapsed;
import static org.banshi.command.domain.points.Accounts.none;
import static org.banshi.command.domain.points.Accounts.push;
import static org.banshi.command.domain.points.Accounts.pushed;
import static org.banshi.command.domain.points.Accounts.recorded;
import static org.banshi.command.domain.points.Accounts.score;
import static org.banshi.command.domain.points.Accounts.scored;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.PointsCommand.Determine;
import org.banshi.command.contract.points.PointsCommand.DropAdjustment;
import org.banshi.command.contract.points.PointsCommand.Invalidate;
import org.banshi.command.contract.points.PointsCommand.Lapse;
import org.banshi.command.contract.points.PointsCommand.Recalculate;
import org.banshi.command.contract.points.PointsCommand.WithdrawItem;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.ScoreCause;
import org.junit.jupiter.api.Test;

class PointsAccountTest {

    @Test
    void an_accepted_application_opens_the_account() {
        none().when(begin(FIRST, DAY, PROCESS))
                .happens(
                        new PointsEvent.AccountOpened(ACCOUNT, LIN, TIANHE, BIRTH),
                        new PointsEvent.AdjustmentBegun(ACCOUNT, LIN, FIRST));
    }

    @Test
    void a_later_application_adjusts_the_same_account() {
        scored(DAY)
                .when(begin(SECOND, "2026-06-01", PROCESS))
                .happens(new PointsEvent.AdjustmentBegun(ACCOUNT, LIN, SECOND));
        adjusted(DAY).when(begin(FIRST, DAY, PROCESS)).nothingHappens();
    }

    @Test
    void an_application_that_ends_without_a_score_is_dropped() {
        adjusted(DAY)
                .when(new DropAdjustment(ACCOUNT, FIRST, on(DAY, PROCESS)))
                .happens(new PointsEvent.AdjustmentDropped(ACCOUNT, LIN, FIRST));
        scored(DAY).when(new DropAdjustment(ACCOUNT, FIRST, on(DAY, PROCESS))).nothingHappens();
    }

    @Test
    void records_what_was_verified_and_publishes_the_score() {
        adjusted(DAY)
                .when(determine(FIRST, item("permit-years")))
                .happens(recorded(FIRST), score("GZ-2021", DAY, Map.of("permit-years", SIX_YEARS)));
    }

    @Test
    void of_what_was_not_claimed_nothing_is_recorded() {
        Map<String, Object> items = new LinkedHashMap<>(item("permit-years"));
        items.put("blood.days", null);
        items.put("rented-home.since", null);
        items.put("rented-home.countedTo", DAY);
        items.put("blood.evidence", List.of("blood-book"));
        items.put("appliedOn", DAY);

        adjusted(DAY)
                .when(determine(FIRST, items))
                .happens(recorded(FIRST), score("GZ-2021", DAY, Map.of("permit-years", SIX_YEARS)));
    }

    @Test
    void judges_by_the_table_of_the_day_of_the_application() {
        adjusted("2026-11-16")
                .when(
                        new Determine(
                                ACCOUNT,
                                FIRST,
                                LocalDate.parse("2026-11-16"),
                                new FormData(item("permit-years")),
                                on("2026-12-01", PROCESS)))
                .happens(
                        recorded(FIRST, LocalDate.parse("2026-12-01")),
                        score("GZ-2021", "2026-12-01", Map.of("permit-years", SIX_YEARS)));
        adjusted("2026-11-17")
                .when(
                        new Determine(
                                ACCOUNT,
                                FIRST,
                                LocalDate.parse("2026-11-17"),
                                new FormData(item("permit-years")),
                                on("2026-12-01", PROCESS)))
                .happens(
                        recorded(FIRST, LocalDate.parse("2026-12-01")),
                        score("GZ-unconfirmed", "2026-12-01", Map.of("permit-years", SIX_YEARS)));
    }

    @Test
    void refuses_a_score_without_items_table_indicator_or_application() {
        adjusted(DAY).when(determine(FIRST, Map.of())).refused("points-no-items");
        adjusted(DAY)
                .when(determine(FIRST, item("moon-landing")))
                .refused("points-indicator-unknown");
        adjusted(DAY).when(determine(SECOND, item("permit-years"))).refused("points-no-adjustment");
        adjusted(DAY)
                .when(
                        new Determine(
                                ACCOUNT,
                                FIRST,
                                LocalDate.parse("2017-01-01"),
                                new FormData(item("permit-years")),
                                on(DAY, PROCESS)))
                .refused("points-no-table");
    }

    @Test
    void what_a_department_pushes_counts_at_once() {
        scored(DAY)
                .when(push("public-security-penalty", PENALTY, PROCESS))
                .happens(
                        pushed("public-security-penalty", PENALTY),
                        score(
                                "GZ-2021",
                                "2026-06-01",
                                Map.of(
                                        "permit-years",
                                        SIX_YEARS,
                                        "public-security-penalty",
                                        PENALTY),
                                ScoreCause.PUSH,
                                null));
    }

    @Test
    void a_push_before_the_first_score_waits_for_it_and_the_same_push_changes_nothing() {
        adjusted(DAY)
                .when(push("public-security-penalty", PENALTY, PROCESS))
                .happens(pushed("public-security-penalty", PENALTY));
        scored(DAY).when(push("permit-years", SIX_YEARS, PROCESS)).nothingHappens();
        scored(DAY)
                .when(push("moon-landing", PENALTY, PROCESS))
                .refused("points-indicator-unknown");
    }

    @Test
    void moves_with_age_and_is_silent_where_time_changes_nothing() {
        scored(DAY).when(new Recalculate(ACCOUNT, on("2026-05-07", PROCESS))).nothingHappens();
        scored("2029-01-01")
                .when(new Recalculate(ACCOUNT, on("2029-03-07", PROCESS)))
                .happens(
                        score(
                                "GZ-unconfirmed",
                                "2029-03-07",
                                Map.of("permit-years", SIX_YEARS),
                                ScoreCause.TIME,
                                null));
        adjusted(DAY).when(new Recalculate(ACCOUNT, on(DAY, PROCESS))).nothingHappens();
    }

    @Test
    void an_offence_is_spent_after_five_years() {
        scored("2021-11-20")
                .given("2021-11-20", pushed("public-security-penalty", spentOn("2016-11-20")))
                .given(
                        "2021-11-20",
                        score(
                                "GZ-2021",
                                "2021-11-20",
                                Map.of(
                                        "permit-years",
                                        SIX_YEARS,
                                        "public-security-penalty",
                                        spentOn("2016-11-20"))))
                .when(new Recalculate(ACCOUNT, on("2021-11-21", PROCESS)))
                .happens(
                        score(
                                "GZ-2021",
                                "2021-11-21",
                                Map.of(
                                        "permit-years",
                                        SIX_YEARS,
                                        "public-security-penalty",
                                        spentOn("2016-11-20")),
                                ScoreCause.TIME,
                                null));
    }

    @Test
    void the_holder_takes_a_claim_back_and_nobody_what_a_department_pushed() {
        scored(DAY)
                .when(new WithdrawItem(ACCOUNT, "permit-years", on(DAY, LIN_SELF)))
                .happens(
                        new PointsEvent.ItemWithdrawn(ACCOUNT, LIN, "permit-years"),
                        score("GZ-2021", DAY, Map.of(), ScoreCause.WITHDRAWAL, null));
        scored(DAY)
                .given(DAY, new PointsEvent.ItemWithdrawn(ACCOUNT, LIN, "permit-years"))
                .when(new WithdrawItem(ACCOUNT, "permit-years", on(DAY, LIN_SELF)))
                .refused("points-not-claimed");
        scored(DAY)
                .given(DAY, pushed("public-security-penalty", PENALTY))
                .when(new WithdrawItem(ACCOUNT, "public-security-penalty", on(DAY, LIN_SELF)))
                .refused("points-not-claimed");
        scored(DAY)
                .when(new WithdrawItem(ACCOUNT, "permit-years", on(DAY, DISTRICT)))
                .refused("points-not-the-holder");
    }

    @Test
    void false_papers_void_the_account_and_bar_it_for_five_years_E10() {
        PointsEvent.AccountVoided voided =
                new PointsEvent.AccountVoided(
                        ACCOUNT, LIN, "学历证书系伪造", LocalDate.parse("2031-06-01"));
        scored(DAY)
                .when(new Invalidate(ACCOUNT, "学历证书系伪造", on("2026-06-01", DISTRICT)))
                .happens(voided);
        scored(DAY)
                .given("2026-06-01", voided)
                .when(begin(SECOND, "2031-05-31", PROCESS))
                .nothingHappens();
        scored(DAY)
                .given("2026-06-01", voided)
                .when(begin(SECOND, "2031-06-01", PROCESS))
                .happens(new PointsEvent.AdjustmentBegun(ACCOUNT, LIN, SECOND));
        lapsed(LapseReason.SETTLED)
                .given("2026-06-01", voided)
                .when(begin(SECOND, "2031-06-01", PROCESS))
                .happens(new PointsEvent.AdjustmentBegun(ACCOUNT, LIN, SECOND));
        scored(DAY)
                .given("2026-06-01", voided)
                .when(new Recalculate(ACCOUNT, on("2026-06-02", PROCESS)))
                .nothingHappens();
        scored(DAY)
                .given("2026-06-01", voided)
                .when(new Invalidate(ACCOUNT, "again", on("2026-06-01", DISTRICT)))
                .nothingHappens();
    }

    @Test
    void an_application_that_was_under_way_when_papers_proved_false_gives_no_score() {
        adjusted(DAY)
                .given(
                        DAY,
                        new PointsEvent.AccountVoided(
                                ACCOUNT, LIN, "x", LocalDate.parse("2031-05-06")))
                .when(determine(FIRST, item("permit-years")))
                .nothingHappens();
    }

    @Test
    void a_citizen_does_none_of_this() {
        none().when(begin(FIRST, DAY, LIN_SELF)).refused("points-officer-only");
        adjusted(DAY)
                .when(new DropAdjustment(ACCOUNT, FIRST, on(DAY, LIN_SELF)))
                .refused("points-officer-only");
        adjusted(DAY)
                .when(
                        new Determine(
                                ACCOUNT,
                                FIRST,
                                LocalDate.parse(DAY),
                                FormData.empty(),
                                on(DAY, LIN_SELF)))
                .refused("points-officer-only");
        scored(DAY).when(push("permit-years", PENALTY, LIN_SELF)).refused("points-officer-only");
        scored(DAY)
                .when(new Recalculate(ACCOUNT, on(DAY, LIN_SELF)))
                .refused("points-officer-only");
        scored(DAY)
                .when(new Lapse(ACCOUNT, LapseReason.DEATH, on(DAY, LIN_SELF)))
                .refused("points-officer-only");
        scored(DAY)
                .when(new Invalidate(ACCOUNT, "x", on(DAY, LIN_SELF)))
                .refused("points-officer-only");
    }

    private static FormData spentOn(String day) {
        return new FormData(Map.of("days", List.of(day)));
    }
}
