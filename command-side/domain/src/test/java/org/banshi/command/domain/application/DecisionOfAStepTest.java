package org.banshi.command.domain.application;

import static org.banshi.command.contract.application.TermUnit.WORKING_DAYS;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.COUNTY;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationCommand.CompleteStep;
import org.banshi.command.contract.application.ApplicationCommand.StartStage;
import org.banshi.command.contract.application.ApplicationCommand.Withdraw;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.StepCompleted;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

/** An item whose body decides by a step, and then still makes something before the conclusion. */
class DecisionOfAStepTest {

    private final InventedService permit =
            InventedService.lanternPermit()
                    .decides("approval", "approve")
                    .step("approval", "town", "step", "approve", "ask-experts")
                    .step("print", "town", "step", "made")
                    .limit("print", 3, WORKING_DAYS);

    @Test
    void says_whether_the_step_decided() {
        approving().when(complete("approve")).happens(approved());
        approving().when(complete("ask-experts")).happens(completed("ask-experts", false));
    }

    @Test
    void lets_nobody_withdraw_between_the_decision_and_the_conclusion() {
        approving()
                .given("2026-09-15", COUNTY, approved())
                .when(withdraw())
                .refused("decision-made");
    }

    @Test
    void lets_the_applicant_withdraw_after_a_step_that_decided_nothing() {
        approving()
                .given("2026-09-15", COUNTY, completed("ask-experts", false))
                .when(withdraw())
                .happens(new ApplicationEvent.Withdrawn(CASE, LIN, "rain"));
    }

    /** The promise is that the thing is made, not that somebody decided. */
    @Test
    void ends_what_is_made_after_the_decision_with_the_whole_case() {
        approving()
                .given("2026-09-17", COUNTY, approved())
                .when(new StartStage(CASE, "print", on("2026-09-17", PROCESS)))
                .happens(started("print", "2026-09-17"));
    }

    private CaseFixture approving() {
        return aCaseOf(permit)
                .applied("2026-09-14")
                .accepted("2026-09-14", "2026-09-18")
                .given("2026-09-14", PROCESS, started("approval", "2026-09-14"));
    }

    @Test
    void nobody_is_told_tomorrow_nor_served_before_being_told() {
        approving().when(complete("toldOn", "2026-09-16")).refused("step-day");
        approving().when(complete("servedOn", "2026-09-16")).refused("step-day");
        approving()
                .given(
                        "2026-09-14",
                        COUNTY,
                        new StepCompleted(
                                CASE,
                                LIN,
                                "measure",
                                "fine",
                                false,
                                "",
                                day("toldOn", "2026-09-11")))
                .when(complete("servedOn", "2026-09-10"))
                .refused("served-before-told");
    }

    private static CompleteStep complete(String name, String day) {
        return new CompleteStep(
                CASE, "approval", "approve", "", day(name, day), on("2026-09-15", COUNTY));
    }

    private static FormData day(String name, String day) {
        return new FormData(Map.of(name, day));
    }

    private static ApplicationEvent.StageStarted started(String step, String from) {
        return new ApplicationEvent.StageStarted(
                CASE, LIN, step, "town", TOWN, LocalDate.parse(from), due("2026-09-18"));
    }

    private static CompleteStep complete(String outcome) {
        return new CompleteStep(
                CASE, "approval", outcome, "fine", FormData.empty(), on("2026-09-15", COUNTY));
    }

    private static StepCompleted approved() {
        return completed("approve", true);
    }

    private static StepCompleted completed(String outcome, boolean decides) {
        return new StepCompleted(CASE, LIN, "approval", outcome, decides, "fine", FormData.empty());
    }

    private static Withdraw withdraw() {
        return new Withdraw(CASE, "rain", on("2026-09-16", LIN_SELF));
    }
}
