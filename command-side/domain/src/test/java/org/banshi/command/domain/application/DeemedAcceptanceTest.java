package org.banshi.command.domain.application;

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
import org.banshi.command.contract.application.ApplicationCommand.Accept;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

/**
 * 行政许可法 32(4): no word on the papers within five working days, and the case counts as accepted from
 * their receipt. Received on 2026-09-14, a Monday, the fifth is 09-20, a make-up Sunday.
 */
class DeemedAcceptanceTest {

    private final InventedService permit =
            InventedService.lanternPermit().limit("overall", 20, WORKING_DAYS);

    @Test
    void counts_from_the_receipt_when_the_body_let_its_days_pass() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(accept("2026-09-21"))
                .happens(accepted("2026-09-14", "2026-10-16"));
    }

    @Test
    void counts_from_the_acceptance_on_the_last_of_its_days() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(accept("2026-09-20"))
                .happens(accepted("2026-09-20", "2026-10-23"));
    }

    @Test
    void counts_from_the_receipt_though_the_stage_has_a_limit_of_its_own() {
        permit.limit("review", 8, WORKING_DAYS).step("review", "town", "acceptance", "accept");

        aCaseOf(permit)
                .applied("2026-09-14")
                .given("2026-09-14", PROCESS, reviewing("2026-09-14"))
                .when(accept("2026-09-21"))
                .happens(accepted("2026-09-14", "2026-10-16"));
    }

    @Test
    void counts_from_the_acceptance_when_the_papers_were_found_complete_in_time() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .given("2026-09-18", CLERK, new ApplicationEvent.PreAccepted(CASE, LIN, null))
                .when(accept("2026-09-22"))
                .happens(accepted("2026-09-22", "2026-10-27"));
    }

    @Test
    void counts_from_the_receipt_when_the_papers_were_found_complete_too_late() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .given("2026-09-21", CLERK, new ApplicationEvent.PreAccepted(CASE, LIN, null))
                .when(accept("2026-09-22"))
                .happens(accepted("2026-09-14", "2026-10-16"));
    }

    @Test
    void gives_the_body_its_days_again_for_what_came_in_with_a_supplement() {
        supplemented().when(accept("2026-10-10")).happens(accepted("2026-10-10", "2026-11-06"));
        supplemented().when(accept("2026-10-15")).happens(accepted("2026-10-08", "2026-11-04"));
    }

    @Test
    void counts_from_the_acceptance_where_a_special_rule_deems_nothing_accepted() {
        permit.neverDeemedAccepted();

        aCaseOf(permit)
                .applied("2026-09-14")
                .when(accept("2026-09-21"))
                .happens(accepted("2026-09-21", "2026-10-26"));
    }

    /**
     * Told on the third day what is missing; it came in on 10-08, the first day after a holiday.
     */
    private CaseFixture supplemented() {
        return aCaseOf(permit)
                .applied("2026-09-14")
                .given(
                        "2026-09-17",
                        CLERK,
                        new ApplicationEvent.SupplementRequested(
                                CASE, LIN, List.of("site-photo"), "blurred", null))
                .given(
                        "2026-10-08",
                        LIN_SELF,
                        new ApplicationEvent.Supplemented(CASE, LIN, FormData.empty(), List.of()));
    }

    private static ApplicationEvent.StageStarted reviewing(String from) {
        return new ApplicationEvent.StageStarted(
                CASE, LIN, "review", "town", TOWN, LocalDate.parse(from), due("2026-09-23"));
    }

    private static Accept accept(String day) {
        return new Accept(CASE, null, on(day, CLERK));
    }

    private static ApplicationEvent.Accepted accepted(String from, String lastDay) {
        return new ApplicationEvent.Accepted(CASE, LIN, LocalDate.parse(from), due(lastDay), null);
    }
}
