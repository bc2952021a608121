package org.banshi.command.domain.social;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;
import static org.banshi.command.domain.social.SocialCases.confirm;
import static org.banshi.command.domain.social.SocialCases.end;
import static org.banshi.command.domain.social.SocialCases.post;
import static org.banshi.command.domain.social.SocialCases.posted;
import static org.banshi.command.domain.social.SocialCases.raised;
import static org.banshi.command.domain.social.SocialCases.visited;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.social.SocialCommand.RaiseObjection;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

/** What a package may say differently from the rules of the minimum living allowance. */
class ProcedureTest {

    private static final Map<String, Object> FAMILY =
            Map.of("purpose", "help", "members", List.of("a", "b", "c"));

    private final InventedService help =
            InventedService.lanternPermit().ofFamily("social-assistance");
    private final SocialCases cases = new SocialCases();

    @Test
    void c25_an_emergency_is_helped_without_visit_opinion_or_notice_in_the_same_month() {
        emergency()
                .when(confirm("2026-09-17", "approve", null))
                .happens(confirmed("1314.00", "2026-09-01"));
    }

    @Test
    void an_emergency_too_needs_an_amount() {
        aCaseOf(help)
                .applied("2026-09-14", FAMILY)
                .accepted("2026-09-15", "2026-10-30")
                .given("2026-09-15", PROCESS, procedure("urgent", Map.of("payment", "once")))
                .when(confirm("2026-09-17", "approve", null))
                .refused("amount-missing");
    }

    @Test
    void an_ordinary_case_is_not_helped_without_opinion_and_notice() {
        given(procedure("ordinary", Map.of("payment", "once")))
                .when(confirm("2026-09-17", "approve", null))
                .refused("opinion-missing");
    }

    @Test
    void a_notice_lasts_as_long_as_the_package_says() {
        favoured(procedure("ordinary", Map.of("noticeDays", 3)))
                .when(post("2026-09-17"))
                .happens(posted("2026-09-17", "2026-09-20"));
    }

    @Test
    void a_kind_without_cash_is_put_up_and_confirmed_with_zero() {
        favoured(procedure("ordinary", Map.of("payment", "none")))
                .when(post("2026-09-17"))
                .happens(
                        new SocialEvent.PublicNoticePosted(
                                CASE,
                                LIN,
                                "林小灯",
                                3,
                                new BigDecimal("0.00"),
                                LocalDate.parse("2026-09-17"),
                                due("2026-09-24")));
        favoured(procedure("ordinary", Map.of("payment", "none")))
                .given("2026-09-17", PROCESS, posted("2026-09-17", "2026-09-24"))
                .given("2026-09-25", PROCESS, SocialCases.ended())
                .when(confirm("2026-09-28", "approve", null))
                .happens(confirmed("0.00", "2026-09-01"));
    }

    @Test
    void a_kind_without_cash_is_given_to_none_but_those_that_it_is_for() {
        CaseFixture excluded =
                favoured(procedure("ordinary", Map.of("payment", "none")))
                        .given("2026-09-17", PROCESS, eligibility("excluded"));

        excluded.when(SocialCases.opinion("agree")).refused("ruled-out");
        excluded.given("2026-09-17", PROCESS, posted("2026-09-17", "2026-09-24"))
                .given("2026-09-25", PROCESS, SocialCases.ended())
                .when(confirm("2026-09-28", "approve", null))
                .refused("ruled-out");
        excluded.given("2026-09-28", PROCESS, eligibility("eligible"))
                .when(confirm("2026-09-28", "approve", null))
                .happens(confirmed("0.00", "2026-09-01"));
    }

    private ApplicationEvent.RuleDecided eligibility(String outcome) {
        return new ApplicationEvent.RuleDecided(
                CASE,
                LIN,
                "eligibility",
                help.version(),
                LocalDate.parse("2026-09-14"),
                outcome,
                false,
                FormData.empty(),
                FormData.empty());
    }

    @Test
    void an_opinion_renewed_after_an_objection_is_put_up_again_where_the_kind_asks_for_it() {
        CaseFixture renewed =
                favoured(procedure("ordinary", Map.of("renotice", true)))
                        .given("2026-09-17", PROCESS, posted("2026-09-17", "2026-09-24"))
                        .given("2026-09-18", STRANGER, raised())
                        .given(
                                "2026-09-21",
                                CLERK,
                                new SocialEvent.ObjectionResolved(CASE, LIN, "change", "boat"))
                        .given(
                                "2026-09-21",
                                CLERK,
                                new SocialEvent.OpinionGiven(CASE, LIN, "agree", ""));

        renewed.when(post("2026-09-21")).happens(posted("2026-09-21", "2026-09-28"));
    }

    private CaseFixture emergency() {
        return given(procedure("urgent", Map.of("payment", "once")));
    }

    private CaseFixture favoured(ApplicationEvent procedure) {
        return given(procedure)
                .given("2026-09-17", CLERK, visited())
                .given("2026-09-17", CLERK, new SocialEvent.OpinionGiven(CASE, LIN, "agree", ""));
    }

    private CaseFixture given(ApplicationEvent procedure) {
        return aCaseOf(help)
                .applied("2026-09-14", FAMILY)
                .accepted("2026-09-15", "2026-10-30")
                .given("2026-09-15", PROCESS, procedure)
                .given("2026-09-16", PROCESS, cases.amount("1314"));
    }

    @Test
    void an_offices_own_intent_is_put_up_without_an_opinion_and_again_after_an_objection() {
        SocialEvent first = stop("2026-09-17", "2026-09-24");
        stopping().when(post("2026-09-17")).answers(due("2026-09-24")).happens(first);
        stopping()
                .given("2026-09-17", PROCESS, first)
                .given("2026-09-18", STRANGER, raised())
                .given("2026-09-21", CLERK, SocialCases.resolved())
                .when(post("2026-09-21"))
                .answers(due("2026-09-28"))
                .happens(stop("2026-09-21", "2026-09-28"));
    }

    @Test
    void nothing_is_put_up_of_a_protected_applicant_and_the_decision_needs_no_notice() {
        ApplicationEvent guarded = new ApplicationEvent.Protected(CASE, LIN, "storm", false);
        CaseFixture quiet =
                favoured(procedure("ordinary", Map.of("payment", "none")))
                        .given("2026-09-17", CLERK, guarded);

        quiet.when(post("2026-09-17")).answers(due("2026-09-16"));
        quiet.when(end("2026-09-17")).nothingHappens();
        quiet.when(confirm("2026-09-17", "approve", null)).happens(confirmed("0.00", "2026-09-01"));
    }

    @Test
    void a_notice_of_somebody_who_is_protected_since_takes_no_objection_and_ends_at_once() {
        ApplicationEvent guarded = new ApplicationEvent.Protected(CASE, LIN, "storm", false);
        CaseFixture quiet =
                favoured(procedure("ordinary", Map.of("payment", "none")))
                        .given("2026-09-17", PROCESS, posted("2026-09-17", "2026-09-24"))
                        .given("2026-09-18", CLERK, guarded);

        quiet.when(new RaiseObjection(CASE, "boat", on("2026-09-18", STRANGER)))
                .refused("notice-not-running");
        quiet.when(end("2026-09-18")).happens(SocialCases.ended());
    }

    @Test
    void what_an_officer_has_not_confirmed_neither_puts_up_nor_replaces_a_notice() {
        ApplicationEvent guarded = new ApplicationEvent.Protected(CASE, LIN, "storm", false);
        CaseFixture said =
                favoured(procedure("ordinary", Map.of("payment", "none")))
                        .given("2026-09-17", LIN_SELF, guarded);

        said.when(post("2026-09-17")).refused("protection-unconfirmed");
        said.when(confirm("2026-09-17", "approve", null)).refused("notice-missing");
        said.given("2026-09-17", CLERK, guarded)
                .when(confirm("2026-09-17", "approve", null))
                .happens(confirmed("0.00", "2026-09-01"));

        CaseFixture up =
                favoured(procedure("ordinary", Map.of("payment", "none")))
                        .given("2026-09-17", PROCESS, posted("2026-09-17", "2026-09-24"))
                        .given("2026-09-18", LIN_SELF, guarded);
        up.when(new RaiseObjection(CASE, "boat", on("2026-09-18", STRANGER)))
                .happens(new SocialEvent.ObjectionRaised(CASE, LIN, "boat"));
        up.when(end("2026-09-18")).refused("notice-running");
    }

    private CaseFixture stopping() {
        return given(
                procedure(
                        "notice",
                        Map.of(
                                "exOfficio",
                                true,
                                "noticeDays",
                                7,
                                "renotice",
                                true,
                                "payment",
                                "none",
                                "familySize",
                                1)));
    }

    private static SocialEvent stop(String from, String until) {
        return new SocialEvent.PublicNoticePosted(
                CASE, LIN, "林小灯", 1, new BigDecimal("0.00"), LocalDate.parse(from), due(until));
    }

    private ApplicationEvent procedure(String outcome, Map<String, Object> outputs) {
        return new ApplicationEvent.RuleDecided(
                CASE,
                LIN,
                "procedure",
                help.version(),
                LocalDate.parse("2026-09-14"),
                outcome,
                false,
                FormData.empty(),
                new FormData(outputs));
    }

    private static SocialEvent.Confirmed confirmed(String amount, String month) {
        return new SocialEvent.Confirmed(
                CASE,
                LIN,
                "approve",
                null,
                new BigDecimal(amount),
                LocalDate.parse(month),
                "as proposed");
    }
}
