package org.banshi.command.domain.application;

import static org.banshi.command.contract.application.TermUnit.WORKING_DAYS;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.COUNTY;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationCommand.Accept;
import org.banshi.command.contract.application.ApplicationCommand.StartSpecialProcedure;
import org.banshi.command.contract.application.ApplicationCommand.StartStage;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

/** Examples C9 and C10: every stage on its last day, by the province's profile. */
class StageChainTest {

    private final InventedService help =
            InventedService.lanternPermit()
                    .ofFamily("social-assistance")
                    .limit("overall", 30, WORKING_DAYS)
                    .limit("check", 2, WORKING_DAYS)
                    .limit("acceptance", 2, WORKING_DAYS)
                    .limit("visit", 10, WORKING_DAYS)
                    .limit("opinion", 5, WORKING_DAYS)
                    .limit("send-up", 3, WORKING_DAYS)
                    .limit("confirm", 10, WORKING_DAYS)
                    .limit("notify", 3, WORKING_DAYS)
                    .step("check", "town", "social.information-check", "done")
                    .step("acceptance", "town", "acceptance", "accept")
                    .step("visit", "town", "social.home-visit", "done")
                    .step("opinion", "town", "social.opinion", "agree")
                    .step("send-up", "town", "step", "done")
                    .step("confirm", "county-civil", "social.confirmation", "approve")
                    .step("notify", "town", "step", "done");

    @Test
    void ends_each_stage_by_its_own_limit_while_the_whole_case_allows_it() {
        CaseFixture signed = aCaseOf(help).applied("2026-09-17");
        signed.when(start("check", "2026-09-17"))
                .happens(started("check", "2026-09-17", "2026-09-20"));

        aCaseOf(help)
                .applied("2026-09-17")
                .when(start("acceptance", "2026-09-20"))
                .happens(started("acceptance", "2026-09-20", "2026-09-22"));
        accepted()
                .when(start("visit", "2026-09-22"))
                .happens(started("visit", "2026-09-22", "2026-10-13"));
        accepted()
                .when(start("opinion", "2026-10-13"))
                .happens(started("opinion", "2026-10-13", "2026-10-20"));
    }

    /** The notice is taken down on 10-28; the stage counts from its last day, 10-27. */
    @Test
    void counts_the_stage_after_the_notice_from_the_notices_last_day() {
        noticed()
                .when(start("send-up", "2026-10-28"))
                .happens(started("send-up", "2026-10-27", "2026-10-30"));
    }

    @Test
    void counts_only_the_next_stage_from_the_notices_last_day() {
        sentUp().when(start("confirm", "2026-10-29"))
                .happens(started("confirm", "2026-10-29", "2026-11-10"));
    }

    @Test
    void gives_the_whole_case_thirty_working_days_from_its_acceptance() {
        aCaseOf(help)
                .applied("2026-09-17")
                .given("2026-09-20", PROCESS, started("acceptance", "2026-09-20", "2026-09-22"))
                .when(new Accept(CASE, null, on("2026-09-22", CLERK)))
                .happens(
                        new ApplicationEvent.Accepted(
                                CASE, LIN, LocalDate.parse("2026-09-22"), due("2026-11-10"), null));
    }

    @Test
    void ends_the_decision_with_the_whole_case_before_its_own_limit() {
        sentUp().when(start("confirm", "2026-10-30"))
                .happens(started("confirm", "2026-10-30", "2026-11-10"));
    }

    @Test
    void lets_the_decisions_own_limit_bind_once_the_case_is_extended() {
        confirming()
                .when(
                        new StartSpecialProcedure(
                                CASE,
                                SpecialProcedureKind.EXTENSION,
                                "special case",
                                15,
                                WORKING_DAYS,
                                on("2026-11-09", COUNTY)))
                .happens(extended());
        confirming()
                .given("2026-11-09", COUNTY, extended())
                .when(start("confirm", "2026-11-12"))
                .happens(started("confirm", "2026-10-30", "2026-11-13"));
    }

    @Test
    void counts_a_step_that_is_part_of_the_decision_from_when_the_decision_began() {
        help.limit("county-visit", 10, WORKING_DAYS)
                .step("county-visit", "county-civil", "step", "done")
                .within("county-visit", "confirm");

        confirming()
                .given("2026-11-02", COUNTY, extended())
                .when(start("county-visit", "2026-11-03"))
                .happens(started("county-visit", "2026-10-30", "2026-11-13"));
        confirming()
                .given("2026-11-02", COUNTY, extended())
                .given("2026-11-03", PROCESS, started("county-visit", "2026-10-30", "2026-11-13"))
                .when(start("confirm", "2026-11-06"))
                .happens(started("confirm", "2026-10-30", "2026-11-13"));
    }

    @Test
    void ends_a_part_of_the_decision_with_the_decision_though_its_own_limit_is_longer() {
        help.limit("county-visit", 30, WORKING_DAYS)
                .step("county-visit", "county-civil", "step", "done")
                .within("county-visit", "confirm");

        sentUp().given("2026-10-30", COUNTY, extended())
                .when(start("county-visit", "2026-10-30"))
                .happens(started("county-visit", "2026-10-30", "2026-11-13"));
    }

    @Test
    void does_not_begin_a_step_anew_that_is_entered_again() {
        accepted()
                .given("2026-09-22", PROCESS, started("visit", "2026-09-22", "2026-10-13"))
                .when(start("visit", "2026-10-12"))
                .happens(started("visit", "2026-09-22", "2026-10-13"));
    }

    @Test
    void does_not_begin_a_step_anew_after_another_step_of_the_same_body() {
        accepted()
                .given("2026-09-22", PROCESS, started("visit", "2026-09-22", "2026-10-13"))
                .given("2026-10-09", PROCESS, started("opinion", "2026-10-09", "2026-10-16"))
                .when(start("visit", "2026-10-12"))
                .happens(started("visit", "2026-09-22", "2026-10-13"));
    }

    @Test
    void begins_anew_what_comes_back_from_a_higher_body() {
        CaseFixture returned =
                accepted()
                        .given(
                                "2026-09-22",
                                PROCESS,
                                started("opinion", "2026-09-22", "2026-09-30"))
                        .given(
                                "2026-09-23",
                                PROCESS,
                                started("send-up", "2026-09-23", "2026-09-29"))
                        .given(
                                "2026-09-24",
                                PROCESS,
                                started("confirm", "2026-09-24", "2026-10-14"));

        returned.when(start("opinion", "2026-10-12"))
                .happens(started("opinion", "2026-10-12", "2026-10-19"));
        returned.given("2026-10-12", PROCESS, started("opinion", "2026-10-12", "2026-10-19"))
                .when(start("send-up", "2026-10-13"))
                .happens(started("send-up", "2026-10-13", "2026-10-16"));
        returned.given("2026-10-13", PROCESS, started("send-up", "2026-10-13", "2026-10-16"))
                .when(start("confirm", "2026-10-14"))
                .happens(started("confirm", "2026-10-14", "2026-10-28"));
    }

    @Test
    void begins_the_opinion_anew_once_an_objection_is_resolved() {
        accepted()
                .given("2026-10-13", PROCESS, started("opinion", "2026-10-13", "2026-10-20"))
                .given(
                        "2026-10-23",
                        CLERK,
                        new SocialEvent.ObjectionResolved(CASE, LIN, "change", "they own a boat"))
                .when(start("opinion", "2026-10-23"))
                .happens(started("opinion", "2026-10-23", "2026-10-30"));
    }

    /** The home is visited again, and what is found is reckoned with, before the new opinion. */
    @Test
    void begins_the_opinion_anew_too_when_the_home_is_visited_again_before_it() {
        accepted()
                .given("2026-10-09", PROCESS, started("visit", "2026-10-09", "2026-10-13"))
                .given("2026-10-13", PROCESS, started("opinion", "2026-10-13", "2026-10-20"))
                .given(
                        "2026-10-23",
                        CLERK,
                        new SocialEvent.ObjectionResolved(CASE, LIN, "change", "they own a boat"))
                .given("2026-10-23", PROCESS, started("visit", "2026-10-23", "2026-11-06"))
                .when(start("opinion", "2026-10-26"))
                .happens(started("opinion", "2026-10-26", "2026-11-02"));
    }

    @Test
    void looks_at_a_supplement_for_the_whole_time_that_the_papers_had() {
        aCaseOf(help)
                .applied("2026-09-17")
                .given("2026-09-17", PROCESS, started("check", "2026-09-17", "2026-09-20"))
                .given(
                        "2026-09-20",
                        CLERK,
                        new ApplicationEvent.SupplementRequested(
                                CASE, LIN, List.of("site-photo"), "blurred", null))
                .given(
                        "2026-10-09",
                        LIN_SELF,
                        new ApplicationEvent.Supplemented(CASE, LIN, FormData.empty(), List.of()))
                .when(start("check", "2026-10-09"))
                .happens(started("check", "2026-10-09", "2026-10-12"));
    }

    @Test
    void leaves_out_while_the_case_stood_still_when_a_step_goes_on() {
        sentUp().given("2026-10-30", COUNTY, extended())
                .given("2026-10-30", PROCESS, started("confirm", "2026-10-30", "2026-11-13"))
                .given("2026-11-02", COUNTY, new ApplicationEvent.Suspended(CASE, LIN, "flood"))
                .given(
                        "2026-11-04",
                        COUNTY,
                        new ApplicationEvent.Resumed(CASE, LIN, due("2026-12-03")))
                .when(start("confirm", "2026-11-05"))
                .happens(started("confirm", "2026-10-30", "2026-11-17"));
    }

    /** Example C10: the whole case's limit runs to the decision, not to its notice. */
    @Test
    void gives_the_written_notice_three_working_days_from_the_rejection() {
        accepted()
                .given(
                        "2026-11-13",
                        COUNTY,
                        new SocialEvent.Confirmed(
                                CASE, LIN, "reject", "too-tall", null, null, "no"))
                .when(start("notify", "2026-11-13"))
                .happens(started("notify", "2026-11-13", "2026-11-18"));
    }

    private CaseFixture accepted() {
        return aCaseOf(help).applied("2026-09-17").accepted("2026-09-22", "2026-11-10");
    }

    private CaseFixture noticed() {
        return accepted()
                .given(
                        "2026-10-20",
                        PROCESS,
                        new SocialEvent.PublicNoticePosted(
                                CASE,
                                LIN,
                                "林小灯",
                                1,
                                BigDecimal.TEN,
                                LocalDate.parse("2026-10-20"),
                                due("2026-10-27")))
                .given("2026-10-28", PROCESS, new SocialEvent.PublicNoticeEnded(CASE, LIN));
    }

    private CaseFixture sentUp() {
        return noticed()
                .given("2026-10-28", PROCESS, started("send-up", "2026-10-27", "2026-10-30"));
    }

    private CaseFixture confirming() {
        return sentUp().given(
                        "2026-10-30", PROCESS, started("confirm", "2026-10-30", "2026-11-10"));
    }

    private static StartStage start(String step, String day) {
        return new StartStage(CASE, step, on(day, PROCESS));
    }

    private ApplicationEvent.StageStarted started(String step, String from, String lastDay) {
        String body = help.steps().get(step).body();
        return new ApplicationEvent.StageStarted(
                CASE,
                LIN,
                step,
                body,
                body.equals("town") ? TOWN : new RegionCode("440106"),
                LocalDate.parse(from),
                due(lastDay));
    }

    private static ApplicationEvent.SpecialProcedureStarted extended() {
        return new ApplicationEvent.SpecialProcedureStarted(
                CASE, LIN, 1, SpecialProcedureKind.EXTENSION, "special case", due("2026-12-01"));
    }
}
