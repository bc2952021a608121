package org.banshi.command.domain.application;

import static org.banshi.command.contract.application.TermUnit.CALENDAR_DAYS;
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
import java.util.List;
import org.banshi.command.contract.application.ApplicationCommand.RescheduleStage;
import org.banshi.command.contract.application.ApplicationCommand.Resume;
import org.banshi.command.contract.application.ApplicationCommand.StartStage;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A stage's last day while the case's clock stands still, and after. */
class StandstillTest {

    private final InventedService permit =
            InventedService.lanternPermit()
                    .step("review", "town", "acceptance", "accept")
                    .step("measure", "town", "step", "fine");

    @Test
    void a_stage_has_no_last_day_while_the_case_is_suspended() {
        suspended(measuring()).when(reschedule("2026-09-16")).happens(rescheduled(null));
    }

    @Test
    void a_stage_ends_later_by_the_working_days_that_the_case_stood_still() {
        resumed(suspended(measuring()), "2026-09-18", "2026-09-29")
                .when(reschedule("2026-09-18"))
                .happens(rescheduled(due("2026-09-22")));
    }

    @Test
    void a_stage_that_ends_with_the_case_ends_with_it_after_a_standstill_too() {
        permit.limit("measure", 30, WORKING_DAYS);

        resumed(suspended(inStage("2026-09-24")), "2026-09-18", "2026-09-29")
                .when(reschedule("2026-09-18"))
                .happens(rescheduled(due("2026-09-29")));
    }

    @Test
    void the_standstills_of_a_stage_add_up() {
        CaseFixture again =
                resumed(suspended(measuring()), "2026-09-16", "2026-09-25")
                        .given(
                                "2026-09-17",
                                CLERK,
                                new ApplicationEvent.Suspended(CASE, LIN, "flood"));

        resumed(again, "2026-09-18", "2026-09-28")
                .when(reschedule("2026-09-18"))
                .happens(rescheduled(due("2026-09-21")));
    }

    @Test
    void a_stage_stands_still_while_the_applicant_supplements() {
        supplementRequested().when(reschedule("2026-09-16")).happens(rescheduled(null));
        supplementRequested()
                .given(
                        "2026-09-18",
                        LIN_SELF,
                        new ApplicationEvent.Supplemented(
                                CASE, LIN, FormData.empty(), List.of(), due("2026-09-29")))
                .when(reschedule("2026-09-18"))
                .happens(rescheduled(due("2026-09-22")));
    }

    @Test
    void a_stage_that_ends_with_the_case_is_extended_with_it() {
        permit.limit("measure", 30, WORKING_DAYS);

        inStage("2026-09-24")
                .given(
                        "2026-09-16",
                        CLERK,
                        new ApplicationEvent.SpecialProcedureStarted(
                                CASE,
                                LIN,
                                1,
                                SpecialProcedureKind.EXTENSION,
                                "experts",
                                due("2026-09-30")))
                .when(reschedule("2026-09-16"))
                .happens(rescheduled(due("2026-09-30")));
    }

    /** Ten working days promised: 10-16 now; fifteen days by law: 10-13. */
    @Test
    void each_limit_of_the_case_moves_in_its_own_unit() {
        permit.limit("overall", 10, WORKING_DAYS).statutory(15, CALENDAR_DAYS);

        suspended(accepted())
                .when(new Resume(CASE, on("2026-09-29", CLERK)))
                .happens(new ApplicationEvent.Resumed(CASE, LIN, due("2026-10-13")));
    }

    @Test
    void the_standstills_of_a_case_add_up_in_the_limits_own_unit() {
        permit.statutory(15, CALENDAR_DAYS);

        resumed(suspended(accepted()), "2026-09-18", "2026-10-08")
                .given("2026-09-18", CLERK, new ApplicationEvent.Suspended(CASE, LIN, "flood"))
                .when(new Resume(CASE, on("2026-09-28", CLERK)))
                .happens(new ApplicationEvent.Resumed(CASE, LIN, due("2026-10-12")));
    }

    @Test
    void a_stage_with_a_limit_in_days_ends_later_by_the_days_that_the_case_stood_still() {
        permit.limit("measure", 7, CALENDAR_DAYS);

        resumed(suspended(inStage("2026-09-21")), "2026-09-21", "2026-10-30")
                .when(reschedule("2026-09-21"))
                .happens(rescheduled(due("2026-09-28")));
    }

    @Test
    void a_stage_that_began_while_papers_were_awaited_keeps_its_own_time() {
        permit.limit("measure", 4, WORKING_DAYS);
        CaseFixture begunLater =
                requested(accepted())
                        .given("2026-09-16", PROCESS, started("2026-09-16", due("2026-09-21")));

        begunLater.when(reschedule("2026-09-16")).nothingHappens();
        begunLater
                .given(
                        "2026-09-18",
                        LIN_SELF,
                        new ApplicationEvent.Supplemented(
                                CASE, LIN, FormData.empty(), List.of(), due("2026-09-29")))
                .when(reschedule("2026-09-18"))
                .nothingHappens();
    }

    @Test
    void a_stage_that_began_during_a_suspension_has_its_whole_time_after_it() {
        permit.limit("measure", 4, WORKING_DAYS);

        suspended(accepted())
                .when(new StartStage(CASE, "measure", on("2026-09-16", PROCESS)))
                .happens(started("2026-09-16", null));
        resumed(
                        suspended(accepted())
                                .given("2026-09-16", PROCESS, started("2026-09-16", null)),
                        "2026-09-18",
                        "2026-09-29")
                .when(reschedule("2026-09-18"))
                .happens(rescheduled(due("2026-09-23")));
    }

    @Test
    void a_last_day_that_was_told_is_not_told_again() {
        suspended(measuring())
                .given("2026-09-15", PROCESS, rescheduled(null))
                .when(reschedule("2026-09-15"))
                .nothingHappens();
    }

    @Test
    void a_stage_that_is_not_open_has_no_last_day_to_move() {
        accepted().when(reschedule("2026-09-16")).refused("step-not-open");
    }

    private CaseFixture accepted() {
        return aCaseOf(permit).applied("2026-09-14").accepted("2026-09-14", "2026-09-24");
    }

    /** Four working days, of which one has passed when the case is suspended. */
    private CaseFixture measuring() {
        permit.limit("measure", 4, WORKING_DAYS);
        return inStage("2026-09-18");
    }

    private CaseFixture inStage(String lastDay) {
        return accepted().given("2026-09-14", PROCESS, started("2026-09-14", due(lastDay)));
    }

    private static CaseFixture suspended(CaseFixture open) {
        return open.given("2026-09-15", CLERK, new ApplicationEvent.Suspended(CASE, LIN, "fire"));
    }

    private static CaseFixture resumed(CaseFixture suspended, String day, String lastDay) {
        return suspended.given(day, CLERK, new ApplicationEvent.Resumed(CASE, LIN, due(lastDay)));
    }

    private CaseFixture supplementRequested() {
        return requested(measuring());
    }

    private static CaseFixture requested(CaseFixture open) {
        return open.given(
                "2026-09-15",
                CLERK,
                new ApplicationEvent.SupplementRequested(
                        CASE, LIN, List.of("lantern-drawing"), "blurred", null));
    }

    private static RescheduleStage reschedule(String day) {
        return new RescheduleStage(CASE, "measure", on(day, PROCESS));
    }

    private static ApplicationEvent.StageRescheduled rescheduled(@Nullable DueDate lastDay) {
        return new ApplicationEvent.StageRescheduled(CASE, LIN, "measure", lastDay);
    }

    private static ApplicationEvent.StageStarted started(String from, @Nullable DueDate lastDay) {
        return new ApplicationEvent.StageStarted(
                CASE, LIN, "measure", "town", TOWN, LocalDate.parse(from), lastDay);
    }
}
