package org.banshi.command.domain.application;

import static org.banshi.command.contract.application.SpecialProcedureKind.EXTENSION;
import static org.banshi.command.contract.application.SpecialProcedureKind.OTHER;
import static org.banshi.command.contract.application.TermUnit.CALENDAR_DAYS;
import static org.banshi.command.contract.application.TermUnit.MONTHS;
import static org.banshi.command.contract.application.TermUnit.WORKING_DAYS;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationCommand.CompleteStep;
import org.banshi.command.contract.application.ApplicationCommand.EndSpecialProcedure;
import org.banshi.command.contract.application.ApplicationCommand.Resume;
import org.banshi.command.contract.application.ApplicationCommand.Stage;
import org.banshi.command.contract.application.ApplicationCommand.StartSpecialProcedure;
import org.banshi.command.contract.application.ApplicationCommand.StartStage;
import org.banshi.command.contract.application.ApplicationCommand.Suspend;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.StepCompleted;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandlingTest {

    private final InventedService permit =
            InventedService.lanternPermit()
                    .step("review", "town", "acceptance", "accept", "refuse")
                    .step("measure", "town", "step", "fine", "too-tall")
                    .step("approval", "county-civil", "step", "approve", "reject");

    @Test
    void starts_a_stage_at_the_seat_of_its_body() {
        permit.limit("approval", 2, WORKING_DAYS);

        accepted("2026-10-30")
                .when(start("approval", "2026-09-15"))
                .answers(stage("approval", "county-civil", "440106", due("2026-09-17")))
                .happens(
                        started(
                                "2026-09-15",
                                "approval",
                                "county-civil",
                                "440106",
                                due("2026-09-17")));
    }

    @Test
    void ends_a_stage_at_the_latest_with_the_whole_case() {
        permit.limit("measure", 10, WORKING_DAYS);

        accepted("2026-09-18")
                .when(start("measure", "2026-09-15"))
                .happens(started("2026-09-15", "measure", "town", "440106001", due("2026-09-18")));
    }

    @Test
    void ends_a_stage_without_a_limit_with_the_whole_case() {
        accepted("2026-09-18")
                .when(start("measure", "2026-09-15"))
                .happens(started("2026-09-15", "measure", "town", "440106001", due("2026-09-18")));
    }

    @Test
    void gives_the_receiving_body_five_working_days_where_the_item_is_silent() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(start("review", "2026-09-14"))
                .happens(started("2026-09-14", "review", "town", "440106001", due("2026-09-20")));
    }

    @Test
    void sets_no_last_day_for_another_stage_before_the_acceptance_where_the_item_is_silent() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(start("measure", "2026-09-14"))
                .happens(started("2026-09-14", "measure", "town", "440106001", null));
    }

    @Test
    void refuses_a_step_that_the_item_does_not_know() {
        accepted("2026-09-18").when(start("dance", "2026-09-15")).refused("step-unknown");
        accepted("2026-09-18").when(complete("dance", "fine")).refused("step-unknown");
    }

    @Test
    void starts_nothing_in_a_case_that_was_withdrawn_a_moment_ago_and_is_no_error() {
        accepted("2026-09-18")
                .given("2026-09-15", LIN_SELF, new ApplicationEvent.Withdrawn(CASE, LIN, null))
                .when(start("measure", "2026-09-15"))
                .answers(stage("measure", "town", "440106001", null))
                .nothingHappens();
    }

    @Test
    void completes_a_step_with_opinion_and_data() {
        inMeasuring()
                .when(complete("measure", "fine"))
                .happens(
                        new ApplicationEvent.StepCompleted(
                                CASE,
                                LIN,
                                "measure",
                                "fine",
                                "three metres",
                                new FormData(Map.of("height", 3))));
    }

    @Test
    void completes_a_step_before_the_acceptance_and_after_the_pre_acceptance() {
        StepCompleted completed =
                new StepCompleted(
                        CASE,
                        LIN,
                        "measure",
                        "fine",
                        "three metres",
                        new FormData(Map.of("height", 3)));
        CaseFixture applied =
                aCaseOf(permit)
                        .applied("2026-09-14")
                        .given(
                                "2026-09-14",
                                PROCESS,
                                started("2026-09-14", "measure", "town", TOWN.value(), null));

        applied.when(complete("measure", "fine")).happens(completed);
        applied.given("2026-09-14", CLERK, new ApplicationEvent.PreAccepted(CASE, LIN, null))
                .when(complete("measure", "fine"))
                .happens(completed);
    }

    @Test
    void refuses_an_outcome_that_the_step_does_not_have() {
        inMeasuring().when(complete("measure", "wonderful")).refused("step-outcome-unknown");
    }

    @Test
    void refuses_to_complete_a_step_that_is_not_open() {
        accepted("2026-09-18").when(complete("measure", "fine")).refused("step-not-open");
    }

    @Test
    void refuses_to_complete_a_step_twice() {
        inMeasuring()
                .given(
                        "2026-09-15",
                        CLERK,
                        new ApplicationEvent.StepCompleted(
                                CASE, LIN, "measure", "fine", "", FormData.empty()))
                .when(complete("measure", "fine"))
                .refused("step-not-open");
    }

    @Test
    void refuses_a_citizen_who_plays_the_officer() {
        accepted("2026-09-18")
                .when(
                        new CompleteStep(
                                CASE,
                                "measure",
                                "fine",
                                "",
                                FormData.empty(),
                                on("2026-09-15", LIN_SELF)))
                .refused("officer-only");
    }

    @Test
    void stops_the_clock_for_a_special_procedure_and_moves_the_last_day_on() {
        permit.limit("overall", 9, WORKING_DAYS);

        accepted("2026-09-24")
                .when(special(OTHER, 5, WORKING_DAYS, "2026-09-15"))
                .happens(specialStarted(1, OTHER, "2026-09-21"));

        accepted("2026-09-24")
                .given("2026-09-15", CLERK, specialStarted(1, OTHER, "2026-09-21"))
                .when(new EndSpecialProcedure(CASE, "no danger", on("2026-09-18", CLERK)))
                .happens(
                        new ApplicationEvent.SpecialProcedureEnded(
                                CASE, LIN, 1, "no danger", due("2026-09-30")));
    }

    @Test
    void counts_special_procedures() {
        accepted("2026-09-24")
                .given("2026-09-15", CLERK, specialStarted(1, OTHER, "2026-09-21"))
                .given(
                        "2026-09-16",
                        CLERK,
                        new ApplicationEvent.SpecialProcedureEnded(
                                CASE, LIN, 1, "", due("2026-09-28")))
                .when(special(OTHER, 1, WORKING_DAYS, "2026-09-17"))
                .happens(specialStarted(2, OTHER, "2026-09-18"));
    }

    @Test
    void leaves_a_case_alone_while_a_special_procedure_runs() {
        CaseFixture special =
                accepted("2026-09-24")
                        .given("2026-09-15", CLERK, specialStarted(1, OTHER, "2026-09-21"));

        special.when(complete("measure", "fine")).refused("application-in-special-procedure");
    }

    @Test
    void refuses_to_end_a_special_procedure_that_does_not_run() {
        accepted("2026-09-24")
                .when(new EndSpecialProcedure(CASE, "", on("2026-09-18", CLERK)))
                .refused("no-special-procedure");
    }

    @Test
    void refuses_a_special_procedure_without_a_limit() {
        accepted("2026-09-24")
                .when(special(OTHER, 0, WORKING_DAYS, "2026-09-15"))
                .refused("special-procedure-limit");
    }

    @Test
    void extends_the_limit_and_lets_the_work_go_on() {
        permit.limit("measure", 30, WORKING_DAYS);

        accepted("2026-09-18")
                .when(special(EXTENSION, 5, WORKING_DAYS, "2026-09-15"))
                .happens(specialStarted(1, EXTENSION, "2026-09-24"));
        accepted("2026-09-18")
                .given("2026-09-15", CLERK, specialStarted(1, EXTENSION, "2026-09-24"))
                .when(start("measure", "2026-09-16"))
                .happens(started("2026-09-16", "measure", "town", "440106001", due("2026-09-24")));
    }

    @Test
    void keeps_the_extended_day_when_the_extension_ends() {
        accepted("2026-09-18")
                .given("2026-09-15", CLERK, specialStarted(1, EXTENSION, "2026-09-24"))
                .when(new EndSpecialProcedure(CASE, "done", on("2026-09-16", CLERK)))
                .happens(
                        new ApplicationEvent.SpecialProcedureEnded(
                                CASE, LIN, 1, "done", due("2026-09-24")));
    }

    @Test
    void refuses_an_extension_of_more_than_fifteen_days() {
        accepted("2026-09-18")
                .when(special(EXTENSION, 16, WORKING_DAYS, "2026-09-15"))
                .refused("extension-too-long");
        accepted("2026-09-18")
                .when(special(EXTENSION, 1, MONTHS, "2026-09-15"))
                .refused("extension-too-long");
    }

    @Test
    void refuses_a_second_extension() {
        accepted("2026-09-18")
                .given("2026-09-15", CLERK, specialStarted(1, EXTENSION, "2026-09-24"))
                .given(
                        "2026-09-16",
                        CLERK,
                        new ApplicationEvent.SpecialProcedureEnded(
                                CASE, LIN, 1, "", due("2026-09-24")))
                .when(special(EXTENSION, 5, WORKING_DAYS, "2026-09-16"))
                .refused("extended-before");
    }

    @Test
    void refuses_to_extend_a_case_without_a_limit() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .given(
                        "2026-09-14",
                        CLERK,
                        new ApplicationEvent.Accepted(
                                CASE, LIN, LocalDate.parse("2026-09-14"), null, null))
                .when(special(EXTENSION, 5, CALENDAR_DAYS, "2026-09-15"))
                .refused("nothing-to-extend");
    }

    @Test
    void refuses_a_second_special_procedure_beside_the_first() {
        accepted("2026-09-18")
                .given("2026-09-15", CLERK, specialStarted(1, EXTENSION, "2026-09-24"))
                .when(special(OTHER, 5, WORKING_DAYS, "2026-09-16"))
                .refused("special-procedure-running");
        accepted("2026-09-18")
                .given("2026-09-15", CLERK, specialStarted(1, EXTENSION, "2026-09-24"))
                .when(new Suspend(CASE, "fire", on("2026-09-16", CLERK)))
                .refused("special-procedure-running");
    }

    @Test
    void suspends_and_resumes_with_the_last_day_moved_on() {
        permit.limit("overall", 9, WORKING_DAYS);

        accepted("2026-09-24")
                .when(new Suspend(CASE, "fire", on("2026-09-15", CLERK)))
                .happens(new ApplicationEvent.Suspended(CASE, LIN, "fire"));
        accepted("2026-09-24")
                .given("2026-09-15", CLERK, new ApplicationEvent.Suspended(CASE, LIN, "fire"))
                .when(new Resume(CASE, on("2026-09-20", CLERK)))
                .happens(new ApplicationEvent.Resumed(CASE, LIN, due("2026-10-08")));
    }

    @Test
    void suspends_nothing_that_ends_by_itself_on_its_last_day() {
        permit.automatic("await-end", "case-term");

        accepted("2026-09-24")
                .when(new Suspend(CASE, "fire", on("2026-09-15", CLERK)))
                .refused("ends-by-itself");
    }

    @Test
    void does_not_move_the_last_day_of_a_case_resumed_on_the_same_day() {
        permit.limit("overall", 9, WORKING_DAYS);

        accepted("2026-09-24")
                .given("2026-09-15", CLERK, new ApplicationEvent.Suspended(CASE, LIN, "fire"))
                .when(new Resume(CASE, on("2026-09-15", CLERK)))
                .happens(new ApplicationEvent.Resumed(CASE, LIN, due("2026-09-24")));
    }

    @Test
    void refuses_to_resume_what_is_not_suspended() {
        accepted("2026-09-24")
                .when(new Resume(CASE, on("2026-09-16", CLERK)))
                .refused("not-suspended");
    }

    @Test
    void leaves_a_suspended_case_alone() {
        accepted("2026-09-24")
                .given("2026-09-15", CLERK, new ApplicationEvent.Suspended(CASE, LIN, "fire"))
                .when(complete("measure", "fine"))
                .refused("application-suspended");
    }

    private CaseFixture accepted(String lastDay) {
        return aCaseOf(permit).applied("2026-09-14").accepted("2026-09-14", lastDay);
    }

    private CaseFixture inMeasuring() {
        return accepted("2026-09-18")
                .given(
                        "2026-09-14",
                        PROCESS,
                        started("2026-09-14", "measure", "town", TOWN.value(), due("2026-09-18")));
    }

    private static StartStage start(String step, String day) {
        return new StartStage(CASE, step, on(day, PROCESS));
    }

    private static CompleteStep complete(String step, String outcome) {
        return new CompleteStep(
                CASE,
                step,
                outcome,
                "three metres",
                new FormData(Map.of("height", 3)),
                on("2026-09-15", CLERK));
    }

    private static StartSpecialProcedure special(
            SpecialProcedureKind kind, int limit, TermUnit unit, String day) {
        return new StartSpecialProcedure(CASE, kind, "experts", limit, unit, on(day, CLERK));
    }

    private static ApplicationEvent.SpecialProcedureStarted specialStarted(
            int serial, SpecialProcedureKind kind, String lastDay) {
        return new ApplicationEvent.SpecialProcedureStarted(
                CASE, LIN, serial, kind, "experts", due(lastDay));
    }

    private static Stage stage(String step, String body, String region, @Nullable DueDate lastDay) {
        return new Stage(step, body, new RegionCode(region), lastDay, Text.of(step, step));
    }

    private static ApplicationEvent.StageStarted started(
            String from, String step, String body, String region, @Nullable DueDate lastDay) {
        return new ApplicationEvent.StageStarted(
                CASE, LIN, step, body, new RegionCode(region), LocalDate.parse(from), lastDay);
    }
}
