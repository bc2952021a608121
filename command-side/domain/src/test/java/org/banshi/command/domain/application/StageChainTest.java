package org.banshi.command.domain.application;

import static org.banshi.command.contract.application.TermUnit.WORKING_DAYS;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.COUNTY;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.banshi.command.contract.application.ApplicationCommand.Accept;
import org.banshi.command.contract.application.ApplicationCommand.StartSpecialProcedure;
import org.banshi.command.contract.application.ApplicationCommand.StartStage;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.SpecialProcedureKind;
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
                    .step("confirm", "town", "social.confirmation", "approve")
                    .step("notify", "town", "step", "done");

    @Test
    void ends_each_stage_by_its_own_limit_while_the_whole_case_allows_it() {
        CaseFixture signed = aCaseOf(help).applied("2026-09-17");
        signed.when(start("check", "2026-09-17")).happens(started("check", "2026-09-20"));

        aCaseOf(help)
                .applied("2026-09-17")
                .when(start("acceptance", "2026-09-20"))
                .happens(started("acceptance", "2026-09-22"));
        accepted().when(start("visit", "2026-09-22")).happens(started("visit", "2026-10-13"));
        accepted().when(start("opinion", "2026-10-13")).happens(started("opinion", "2026-10-20"));
    }

    /** The notice is taken down on 10-28; the stage counts from its last day, 10-27. */
    @Test
    void counts_the_stage_after_the_notice_from_the_notices_last_day() {
        noticed().when(start("send-up", "2026-10-28")).happens(started("send-up", "2026-10-30"));
    }

    @Test
    void counts_only_the_next_stage_from_the_notices_last_day() {
        noticed()
                .given("2026-10-28", PROCESS, started("send-up", "2026-10-30"))
                .when(start("send-up", "2026-10-29"))
                .happens(started("send-up", "2026-11-03"));
    }

    @Test
    void gives_the_whole_case_thirty_working_days_from_its_acceptance() {
        aCaseOf(help)
                .applied("2026-09-17")
                .given("2026-09-20", PROCESS, started("acceptance", "2026-09-22"))
                .when(new Accept(CASE, null, on("2026-09-22", CLERK)))
                .happens(new ApplicationEvent.Accepted(CASE, LIN, due("2026-11-10"), null));
    }

    @Test
    void ends_the_decision_with_the_whole_case_before_its_own_limit() {
        accepted().when(start("confirm", "2026-10-30")).happens(started("confirm", "2026-11-10"));
    }

    @Test
    void lets_the_decisions_own_limit_bind_once_the_case_is_extended() {
        accepted()
                .when(
                        new StartSpecialProcedure(
                                CASE,
                                SpecialProcedureKind.EXTENSION,
                                "special case",
                                15,
                                WORKING_DAYS,
                                on("2026-10-29", COUNTY)))
                .happens(extended());
        accepted()
                .given("2026-10-29", COUNTY, extended())
                .when(start("confirm", "2026-10-30"))
                .happens(started("confirm", "2026-11-13"));
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
                .happens(started("notify", "2026-11-18"));
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

    private static StartStage start(String step, String day) {
        return new StartStage(CASE, step, on(day, PROCESS));
    }

    private static ApplicationEvent.StageStarted started(String step, String lastDay) {
        return new ApplicationEvent.StageStarted(CASE, LIN, step, "town", TOWN, due(lastDay));
    }

    private static ApplicationEvent.SpecialProcedureStarted extended() {
        return new ApplicationEvent.SpecialProcedureStarted(
                CASE, LIN, 1, SpecialProcedureKind.EXTENSION, "special case", due("2026-12-01"));
    }
}
