package org.banshi.command.domain.application;

import static org.banshi.command.contract.application.TermUnit.WORKING_DAYS;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.AGENT;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationCommand.Accept;
import org.banshi.command.contract.application.ApplicationCommand.PreAccept;
import org.banshi.command.contract.application.ApplicationCommand.RequestSupplement;
import org.banshi.command.contract.application.ApplicationCommand.Supplement;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupplementTest {

    private static final Material PHOTO = new Material("m-2", "site-photo", "cd", "image/png", 5);

    private final InventedService permit =
            InventedService.lanternPermit().step("review", "town", "acceptance", "accept");

    @Test
    void tells_everything_that_is_missing_in_one_notice() {
        permit.limit("supplement", 10, WORKING_DAYS);

        aCaseOf(permit)
                .applied("2026-09-14")
                .when(ask("2026-09-15", "site-photo", "height", "site-photo"))
                .answers(due("2026-09-29"))
                .happens(
                        new ApplicationEvent.SupplementRequested(
                                CASE,
                                LIN,
                                List.of("site-photo", "height"),
                                "see list",
                                due("2026-09-29")));
    }

    @Test
    void refuses_a_notice_that_lists_nothing() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(ask("2026-09-15"))
                .refused("supplement-items-missing");
    }

    @Test
    void refuses_a_notice_that_lists_what_the_item_does_not_know() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(ask("2026-09-15", "cake"))
                .refused("supplement-item-unknown");
    }

    @Test
    void takes_a_supplement_from_the_applicant_the_agent_and_the_window() {
        ApplicationEvent supplemented =
                new ApplicationEvent.Supplemented(
                        CASE, LIN, FormData.empty(), List.of(PHOTO), null);

        asked("site-photo").when(supplement("2026-09-17", LIN_SELF)).happens(supplemented);
        asked("site-photo").when(supplement("2026-09-17", AGENT)).happens(supplemented);
        asked("site-photo").when(supplement("2026-09-17", CLERK)).happens(supplemented);
    }

    @Test
    void refuses_a_supplement_from_a_stranger() {
        asked("site-photo").when(supplement("2026-09-17", STRANGER)).refused("not-the-applicant");
    }

    @Test
    void refuses_a_supplement_that_nobody_asked_for() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(supplement("2026-09-17", LIN_SELF))
                .refused("no-supplement-requested");
    }

    @Test
    void refuses_a_supplement_that_lacks_something_of_the_notice() {
        asked("site-photo", "height")
                .when(supplement("2026-09-17", LIN_SELF))
                .refused("supplement-incomplete");
    }

    @Test
    void refuses_a_supplement_that_breaks_the_form() {
        asked("site-photo")
                .when(
                        new Supplement(
                                CASE,
                                new FormData(Map.of("colour", "red")),
                                List.of(PHOTO),
                                on("2026-09-17", LIN_SELF)))
                .refused("form-invalid");
    }

    @Test
    void refuses_a_second_notice_for_what_could_have_been_told_in_the_first() {
        supplied().when(ask("2026-09-18", "fire-report")).refused("supplement-not-told-at-once");
    }

    @Test
    void may_ask_again_for_what_came_in_and_will_not_do() {
        supplied().when(ask("2026-09-18", "site-photo")).happens(requested("site-photo"));
    }

    @Test
    void may_ask_for_what_came_in_unasked_and_will_not_do() {
        Material report = new Material("m-4", "fire-report", "ef", "image/png", 5);

        asked("site-photo")
                .given(
                        "2026-09-16",
                        LIN_SELF,
                        new ApplicationEvent.Supplemented(
                                CASE, LIN, FormData.empty(), List.of(PHOTO, report), null))
                .when(ask("2026-09-18", "fire-report"))
                .happens(requested("fire-report"));
    }

    @Test
    void may_use_a_new_fact_for_one_notice_only() {
        supplied()
                .given(
                        "2026-09-17",
                        PROCESS,
                        new ApplicationEvent.RegisterAnswered(
                                CASE,
                                LIN,
                                "fire",
                                "fire",
                                RegisterOutcome.ANSWERED,
                                FormData.empty()))
                .given("2026-09-18", CLERK, requested("site-photo"))
                .given("2026-09-19", LIN_SELF, supplemented())
                .when(ask("2026-09-20", "fire-report"))
                .refused("supplement-not-told-at-once");
    }

    @Test
    void may_ask_for_more_once_a_register_told_a_new_fact() {
        supplied()
                .given(
                        "2026-09-17",
                        PROCESS,
                        new ApplicationEvent.RegisterAnswered(
                                CASE,
                                LIN,
                                "fire",
                                "fire",
                                RegisterOutcome.ANSWERED,
                                FormData.empty()))
                .when(ask("2026-09-18", "fire-report"))
                .happens(requested("fire-report"));
    }

    @Test
    void may_ask_for_more_once_the_applicant_changed_a_statement() {
        asked("height")
                .given(
                        "2026-09-17",
                        LIN_SELF,
                        new ApplicationEvent.Supplemented(
                                CASE, LIN, new FormData(Map.of("height", 40)), List.of(), null))
                .when(ask("2026-09-18", "fire-report"))
                .happens(requested("fire-report"));
    }

    @Test
    void looks_at_the_papers_again_after_a_supplement() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .given("2026-09-15", CLERK, new ApplicationEvent.PreAccepted(CASE, LIN, null))
                .given("2026-09-15", CLERK, requested("site-photo"))
                .given("2026-09-16", LIN_SELF, supplemented())
                .when(new PreAccept(CASE, null, on("2026-09-17", CLERK)))
                .happens(new ApplicationEvent.PreAccepted(CASE, LIN, null));
    }

    @Test
    void goes_on_with_an_accepted_case_after_a_supplement() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .accepted("2026-09-14", "2026-09-24")
                .given("2026-09-15", CLERK, requested("site-photo"))
                .given("2026-09-16", LIN_SELF, supplemented())
                .when(accept("2026-09-17"))
                .refused("application-accepted-already");
    }

    @Test
    void moves_the_last_day_on_by_the_working_days_of_a_supplement_after_acceptance() {
        permit.limit("overall", 9, WORKING_DAYS);

        aCaseOf(permit)
                .applied("2026-09-14")
                .accepted("2026-09-14", "2026-09-24")
                .given("2026-09-15", CLERK, requested("site-photo"))
                .when(supplement("2026-09-18", LIN_SELF))
                .happens(
                        new ApplicationEvent.Supplemented(
                                CASE, LIN, FormData.empty(), List.of(PHOTO), due("2026-09-30")));
    }

    @Test
    void says_whom_it_is_for_from_now_on_where_that_is_somebody_else() {
        permit.asking("applyFor", "holderName", "holderIdentityNumber");
        Map<String, Object> first =
                Map.of(
                        "purpose",
                        "festival",
                        "applyFor",
                        "ward",
                        "holderIdentityNumber",
                        "440106190502148527");
        FormData other = new FormData(Map.of("holderIdentityNumber", "44010619050214852x"));
        FormData same = new FormData(Map.of("holderIdentityNumber", "440106190502148527"));

        assertSupplemented(first, other, "lantern-permit", List.of("key-44010619050214852X"));
        assertSupplemented(first, same, null, null);
    }

    private void assertSupplemented(
            Map<String, Object> first,
            FormData changes,
            @Nullable String item,
            @Nullable List<String> openFor) {
        aCaseOf(permit)
                .applied("2026-09-14", first)
                .given("2026-09-15", CLERK, requested("holderIdentityNumber"))
                .when(new Supplement(CASE, changes, List.of(), on("2026-09-17", LIN_SELF)))
                .happens(
                        new ApplicationEvent.Supplemented(
                                CASE, LIN, changes, List.of(), null, item, openFor));
    }

    private CaseFixture asked(String... items) {
        return aCaseOf(permit).applied("2026-09-14").given("2026-09-15", CLERK, requested(items));
    }

    private CaseFixture supplied() {
        return asked("site-photo").given("2026-09-16", LIN_SELF, supplemented());
    }

    private static ApplicationEvent.SupplementRequested requested(String... items) {
        return new ApplicationEvent.SupplementRequested(
                CASE, LIN, List.of(items), "see list", null);
    }

    private static ApplicationEvent.Supplemented supplemented() {
        return new ApplicationEvent.Supplemented(CASE, LIN, FormData.empty(), List.of(PHOTO), null);
    }

    private static Accept accept(String day) {
        return new Accept(CASE, null, on(day, CLERK));
    }

    private static RequestSupplement ask(String day, String... items) {
        return new RequestSupplement(CASE, List.of(items), "see list", on(day, CLERK));
    }

    private static Supplement supplement(String day, Actor by) {
        return new Supplement(CASE, FormData.empty(), List.of(PHOTO), on(day, by));
    }
}
