package org.banshi.command.domain.application;

import static org.banshi.command.contract.application.TermUnit.CALENDAR_DAYS;
import static org.banshi.command.contract.application.TermUnit.WORKING_DAYS;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import org.banshi.command.contract.application.ApplicationCommand.Accept;
import org.banshi.command.contract.application.ApplicationCommand.PreAccept;
import org.banshi.command.contract.application.ApplicationCommand.RefuseAcceptance;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

class ReceivingTest {

    private final InventedService permit =
            InventedService.lanternPermit().step("review", "town", "acceptance", "accept");

    @Test
    void notes_that_the_papers_look_complete() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(new PreAccept(CASE, "bring the original", on("2026-09-15", CLERK)))
                .happens(new ApplicationEvent.PreAccepted(CASE, LIN, "bring the original"));
    }

    @Test
    void accepts_with_the_promised_last_day_where_it_comes_first() {
        permit.limit("overall", 3, WORKING_DAYS).statutory(15, CALENDAR_DAYS);

        aCaseOf(permit)
                .applied("2026-09-14")
                .when(accept("2026-09-15"))
                .happens(
                        new ApplicationEvent.Accepted(
                                CASE, LIN, LocalDate.parse("2026-09-15"), due("2026-09-18"), null));
    }

    @Test
    void accepts_with_the_statutory_last_day_where_it_comes_first() {
        permit.limit("overall", 20, WORKING_DAYS).statutory(7, CALENDAR_DAYS);

        aCaseOf(permit)
                .applied("2026-09-14")
                .when(accept("2026-09-15"))
                .happens(
                        new ApplicationEvent.Accepted(
                                CASE, LIN, LocalDate.parse("2026-09-15"), due("2026-09-22"), null));
    }

    @Test
    void counts_from_the_receipt_where_the_item_says_so() {
        permit.limit("overall", 15, CALENDAR_DAYS).countedFromReceipt();

        aCaseOf(permit)
                .applied("2026-09-14")
                .when(accept("2026-09-17"))
                .happens(
                        new ApplicationEvent.Accepted(
                                CASE, LIN, LocalDate.parse("2026-09-14"), due("2026-09-29"), null));
    }

    @Test
    void accepts_without_a_last_day_where_no_limit_is_set() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(accept("2026-09-15"))
                .happens(
                        new ApplicationEvent.Accepted(
                                CASE, LIN, LocalDate.parse("2026-09-15"), null, null));
    }

    @Test
    void marks_a_last_day_from_a_provisional_limit() {
        permit.provisionalLimit("overall", 3, WORKING_DAYS);

        aCaseOf(permit)
                .applied("2026-09-14")
                .when(accept("2026-09-15"))
                .happens(
                        new ApplicationEvent.Accepted(
                                CASE,
                                LIN,
                                LocalDate.parse("2026-09-15"),
                                new DueDate(LocalDate.parse("2026-09-18"), true),
                                null));
    }

    @Test
    void refuses_acceptance_with_a_reason_of_the_item_and_the_remedies() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(new RefuseAcceptance(CASE, "too-tall", on("2026-09-15", CLERK)))
                .happens(
                        new ApplicationEvent.AcceptanceRefused(
                                CASE, LIN, "too-tall", Remedies.OPEN));
    }

    @Test
    void does_not_refuse_acceptance_for_a_reason_that_the_item_does_not_list() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(new RefuseAcceptance(CASE, "ugly", on("2026-09-15", CLERK)))
                .refused("reason-unknown");
    }

    private static Accept accept(String day) {
        return new Accept(CASE, null, on(day, CLERK));
    }
}
