package org.banshi.command.domain.points;

import static org.banshi.command.domain.invented.People.AGENT;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;
import static org.banshi.command.domain.points.Accounts.ACCOUNT;
import static org.banshi.command.domain.points.Accounts.DISTRICT;
import static org.banshi.command.domain.points.Accounts.SIX_YEARS;
import static org.banshi.command.domain.points.Accounts.TIANHE;
import static org.banshi.command.domain.points.Accounts.WINDOW;
import static org.banshi.command.domain.points.Accounts.adjusted;
import static org.banshi.command.domain.points.Accounts.score;
import static org.banshi.command.domain.points.Accounts.scored;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.ItemOrigin;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.ObjectionStage;
import org.banshi.command.contract.points.PointsCommand.DecideObjection;
import org.banshi.command.contract.points.PointsCommand.PassOn;
import org.banshi.command.contract.points.PointsCommand.RaiseObjection;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.ScoreCause;
import org.junit.jupiter.api.Test;

/** Objections to a published score: who may, until when, who looks at them, what follows. */
class ObjectionsTest {

    private static final String PUBLISHED = "2026-05-06";
    private static final FormData SEVEN_YEARS = new FormData(Map.of("since", "2019-05-01"));
    private static final Actor FAR =
            Actor.officer("far", "county-newcomer", new RegionCode("440104"));
    private static final Actor TOWN_HALL = Actor.officer("town", "town", TIANHE);

    @Test
    void the_holder_objects_within_thirty_days_and_the_window_has_seven_working_days() {
        scored(PUBLISHED).when(object("2026-06-05", LIN_SELF)).happens(raised(1, "2026-06-16"));
        scored(PUBLISHED).when(object("2026-06-05", AGENT)).happens(raised(1, "2026-06-16"));
        scored(PUBLISHED).when(object("2026-06-06", LIN_SELF)).refused("points-objection-late");
    }

    @Test
    void adding_up_again_opens_no_objection_to_what_it_left_as_it_was() {
        Accounts older =
                scored("2026-02-06")
                        .given(
                                "2026-05-06",
                                score(
                                        "GZ-2021",
                                        "2026-05-06",
                                        Map.of("permit-years", SIX_YEARS),
                                        ScoreCause.TIME,
                                        null));

        older.when(object("2026-05-07", LIN_SELF)).happens(raised(1, "2026-05-15"));
        older.when(object("2026-05-07", "age")).refused("points-objection-late");
        older.when(object("2026-05-07", "education")).refused("points-objection-late");
    }

    @Test
    void what_a_department_tells_opens_its_own_line_alone() {
        Map<String, FormData> items =
                Map.of(
                        "permit-years",
                        SIX_YEARS,
                        "tax-offence",
                        new FormData(Map.of("days", List.of("2026-01-05"))));
        Accounts told =
                scored(PUBLISHED)
                        .given(
                                "2026-07-06",
                                new PointsEvent.ItemRecorded(
                                        ACCOUNT,
                                        LIN,
                                        "tax-offence",
                                        ItemOrigin.PUSHED,
                                        null,
                                        items.get("tax-offence"),
                                        List.of(),
                                        List.of()))
                        .given(
                                "2026-07-06",
                                score("GZ-2021", "2026-07-06", items, ScoreCause.PUSH, null));

        told.when(object("2026-07-07", LIN_SELF)).refused("points-objection-late");
        told.when(object("2026-08-06", "tax-offence")).refused("points-objection-late");
        told.when(object("2026-08-05", "tax-offence"))
                .happens(
                        new PointsEvent.ObjectionRaised(
                                ACCOUNT, LIN, 1, "tax-offence", "不符", due("2026-08-14")));
    }

    @Test
    void nobody_objects_to_another_persons_score_or_to_none() {
        scored(PUBLISHED).when(object(PUBLISHED, STRANGER)).refused("points-not-the-holder");
        scored(PUBLISHED).when(object(PUBLISHED, FAR)).refused("points-not-the-holder");
        adjusted(PUBLISHED).when(object(PUBLISHED, LIN_SELF)).refused("points-no-score");
        scored(PUBLISHED)
                .when(new RaiseObjection(ACCOUNT, "moon-landing", "x", on(PUBLISHED, LIN_SELF)))
                .refused("points-indicator-unknown");
    }

    @Test
    void one_indicator_has_one_open_objection_and_another_one_afterwards() {
        objected().when(object("2026-05-08", LIN_SELF)).refused("points-objected-before");
        objected()
                .given("2026-05-08", new PointsEvent.ObjectionDecided(ACCOUNT, LIN, 1, false, "相符"))
                .when(object("2026-05-11", LIN_SELF))
                .happens(raised(2, "2026-05-20"));
    }

    @Test
    void goes_from_the_window_to_the_district_and_to_the_department() {
        objected()
                .when(passOn("2026-05-11", WINDOW))
                .happens(passed(ObjectionStage.DISTRICT, "2026-05-20"));
        objected()
                .given("2026-05-11", passed(ObjectionStage.DISTRICT, "2026-05-20"))
                .when(passOn("2026-05-12", DISTRICT))
                .happens(passed(ObjectionStage.DEPARTMENT, "2026-06-02"));
        objected()
                .given("2026-05-12", passed(ObjectionStage.DEPARTMENT, "2026-06-02"))
                .when(passOn("2026-05-13", DISTRICT))
                .refused("points-objection-at-last-stage");
    }

    @Test
    void where_it_is_right_the_account_is_added_up_anew() {
        objected()
                .when(decide(SEVEN_YEARS, WINDOW))
                .happens(
                        new PointsEvent.ObjectionDecided(ACCOUNT, LIN, 1, true, "核对"),
                        new PointsEvent.ItemRecorded(
                                ACCOUNT,
                                LIN,
                                "permit-years",
                                ItemOrigin.CORRECTED,
                                null,
                                SEVEN_YEARS,
                                List.of(),
                                List.of()),
                        score(
                                "GZ-2021",
                                "2026-05-12",
                                Map.of("permit-years", SEVEN_YEARS),
                                ScoreCause.OBJECTION,
                                null));
    }

    @Test
    void what_was_right_counts_when_an_account_does_that_is_suspended_meanwhile() {
        objected()
                .given(
                        "2026-05-12",
                        new PointsEvent.AccountLapsed(ACCOUNT, LIN, LapseReason.PERMIT_SUSPENDED))
                .when(decide(SEVEN_YEARS, WINDOW))
                .happens(
                        new PointsEvent.ObjectionDecided(ACCOUNT, LIN, 1, true, "核对"),
                        new PointsEvent.ItemRecorded(
                                ACCOUNT,
                                LIN,
                                "permit-years",
                                ItemOrigin.CORRECTED,
                                null,
                                SEVEN_YEARS,
                                List.of(),
                                List.of()));
    }

    @Test
    void where_it_is_wrong_the_score_stands() {
        objected()
                .when(decide(null, WINDOW))
                .happens(new PointsEvent.ObjectionDecided(ACCOUNT, LIN, 1, false, "核对"));
    }

    @Test
    void only_an_officer_of_the_region_passes_on_or_decides_and_only_what_is_open() {
        objected().when(passOn("2026-05-11", LIN_SELF)).refused("points-officer-only");
        objected().when(passOn("2026-05-11", FAR)).refused("points-officer-only");
        objected().when(decide(null, LIN_SELF)).refused("points-officer-only");
        scored(PUBLISHED).when(passOn("2026-05-11", DISTRICT)).refused("points-no-objection");
        scored(PUBLISHED).when(decide(null, DISTRICT)).refused("points-no-objection");
    }

    @Test
    void each_stage_is_for_its_own_office() {
        Accounts atTheDistrict =
                objected().given("2026-05-11", passed(ObjectionStage.DISTRICT, "2026-05-20"));
        Accounts atTheDepartment =
                objected().given("2026-05-12", passed(ObjectionStage.DEPARTMENT, "2026-06-02"));

        objected().when(passOn("2026-05-11", DISTRICT)).refused("points-objection-elsewhere");
        objected().when(decide(null, DISTRICT)).refused("points-objection-elsewhere");
        objected().when(decide(null, TOWN_HALL)).refused("points-officer-only");
        atTheDistrict.when(decide(null, WINDOW)).refused("points-objection-elsewhere");
        atTheDepartment.when(decide(null, WINDOW)).refused("points-objection-elsewhere");
        objected()
                .given("2026-05-12", passed(ObjectionStage.DEPARTMENT, "2026-06-02"))
                .when(decide(null, DISTRICT))
                .happens(new PointsEvent.ObjectionDecided(ACCOUNT, LIN, 1, false, "核对"));
    }

    @Test
    void years_put_right_leave_the_end_of_the_endorsement_where_it_was() {
        FormData endorsed = new FormData(Map.of("since", "2020-05-01", "validUntil", "2027-06-01"));
        FormData right = new FormData(Map.of("since", "2019-05-01", "validUntil", "2027-06-01"));

        objected()
                .given("2026-05-08", item(ItemOrigin.PUSHED, endorsed))
                .when(decide(SEVEN_YEARS, WINDOW))
                .happens(
                        new PointsEvent.ObjectionDecided(ACCOUNT, LIN, 1, true, "核对"),
                        item(ItemOrigin.CORRECTED, right),
                        score(
                                "GZ-2021",
                                "2026-05-12",
                                Map.of("permit-years", right),
                                ScoreCause.OBJECTION,
                                null));
    }

    private static PointsEvent.ItemRecorded item(ItemOrigin origin, FormData facts) {
        return new PointsEvent.ItemRecorded(
                ACCOUNT, LIN, "permit-years", origin, null, facts, List.of(), List.of());
    }

    private static Accounts objected() {
        return scored(PUBLISHED).given("2026-05-07", raised(1, "2026-05-18"));
    }

    private static RaiseObjection object(String day, Actor by) {
        return new RaiseObjection(ACCOUNT, "permit-years", "少算一年", on(day, by));
    }

    private static RaiseObjection object(String day, String indicator) {
        return new RaiseObjection(ACCOUNT, indicator, "不符", on(day, LIN_SELF));
    }

    private static PassOn passOn(String day, Actor by) {
        return new PassOn(ACCOUNT, 1, "请核查", on(day, by));
    }

    private static DecideObjection decide(FormData corrected, Actor by) {
        return new DecideObjection(ACCOUNT, 1, "核对", corrected, on("2026-05-12", by));
    }

    private static PointsEvent.ObjectionRaised raised(int serial, String due) {
        return new PointsEvent.ObjectionRaised(
                ACCOUNT, LIN, serial, "permit-years", "少算一年", due(due));
    }

    private static PointsEvent.ObjectionPassedOn passed(ObjectionStage stage, String due) {
        return new PointsEvent.ObjectionPassedOn(ACCOUNT, LIN, 1, stage, "请核查", due(due));
    }

    private static DueDate due(String day) {
        return new DueDate(LocalDate.parse(day), false);
    }
}
