package org.banshi.command.domain.social;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.COUNTY;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;
import static org.banshi.command.domain.social.SocialCases.confirm;
import static org.banshi.command.domain.social.SocialCases.confirmed;
import static org.banshi.command.domain.social.SocialCases.ended;
import static org.banshi.command.domain.social.SocialCases.rejected;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.Opening;
import org.banshi.command.contract.application.ApplicationCommand.Approve;
import org.banshi.command.contract.application.ApplicationCommand.Reject;
import org.banshi.command.contract.application.ApplicationCommand.Withdraw;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.People;
import org.junit.jupiter.api.Test;

class ConfirmationTest {

    private final SocialCases cases = new SocialCases();

    /** Example C11. */
    @Test
    void confirms_with_the_rules_amount_from_the_month_after_the_decision() {
        cases.noticed()
                .given("2026-09-25", PROCESS, ended())
                .when(confirm("2026-11-10", "approve", null))
                .happens(confirmed());
    }

    @Test
    void refuses_to_confirm_without_a_notice_or_while_it_is_up() {
        cases.favoured().when(confirm("2026-09-18", "approve", null)).refused("notice-missing");
        cases.noticed().when(confirm("2026-09-18", "approve", null)).refused("notice-running");
    }

    @Test
    void refuses_to_confirm_without_an_opinion() {
        cases.visitedCase().when(confirm("2026-09-18", "approve", null)).refused("opinion-missing");
    }

    @Test
    void nobody_is_in_favour_of_what_the_tables_rule_out() {
        cases.visitedCase()
                .given("2026-09-17", PROCESS, cases.amount("0"))
                .when(SocialCases.opinion("agree"))
                .refused("ruled-out");
        cases.visitedCase()
                .given("2026-09-17", PROCESS, cases.amount("0"))
                .when(SocialCases.opinion("disagree"))
                .happens(new SocialEvent.OpinionGiven(CASE, LIN, "disagree", "in need"));
        cases.noticed()
                .given("2026-09-25", PROCESS, ended())
                .given("2026-09-25", PROCESS, cases.amount("0"))
                .when(confirm("2026-11-10", "approve", null))
                .refused("ruled-out");
    }

    @Test
    void husband_and_wife_do_not_both_draw_for_the_same_family() {
        cases.help.opens(
                new Opening(
                        "benefit",
                        Map.of(),
                        Map.of("kind", "oil-money"),
                        Map.of("members", "amount.sharers")));
        confirming("440106190503120625", 3).refused("member-draws-it");
        confirming("440106190503120625", 1).happens(confirmed());
        confirming("440106190303030303", 3)
                .happens(
                        SocialCases.confirmed(
                                List.of(
                                        "oil-money/key-"
                                                + People.LINS_DETAILS.identityNumber()
                                                + "+key-440106190503120625/2026-11-10")));
    }

    private CaseFixture.Then confirming(String drawnBy, int sharers) {
        Map<String, Object> family =
                Map.of(
                        "purpose",
                        "help",
                        "members",
                        List.of(
                                Map.of("identityNumber", People.LINS_DETAILS.identityNumber()),
                                Map.of("identityNumber", "440106190503120625")));
        return CaseFixture.aCaseOf(cases.help)
                .whileRunning("oil-money")
                .whileDrawnBy(drawnBy, "oil-money")
                .applied("2026-09-14", family)
                .accepted("2026-09-15", "2026-10-30")
                .given("2026-09-17", CLERK, SocialCases.visited())
                .given("2026-09-17", CLERK, new SocialEvent.OpinionGiven(CASE, LIN, "agree", ""))
                .given("2026-09-17", PROCESS, sharing(sharers))
                .given("2026-09-17", PROCESS, SocialCases.posted("2026-09-17", "2026-09-24"))
                .given("2026-09-25", PROCESS, ended())
                .when(confirm("2026-11-10", "approve", null));
    }

    private ApplicationEvent.RuleDecided sharing(int sharers) {
        return new ApplicationEvent.RuleDecided(
                CASE,
                LIN,
                "amount",
                cases.help.version(),
                LocalDate.parse("2026-09-14"),
                "granted",
                false,
                FormData.empty(),
                new FormData(Map.of("monthlyAmount", new BigDecimal("1314"), "sharers", sharers)));
    }

    @Test
    void rejects_for_a_reason_of_the_item_without_a_notice() {
        cases.opined("disagree")
                .when(confirm("2026-09-18", "reject", "too-tall"))
                .happens(rejected());
    }

    @Test
    void refuses_to_reject_without_a_reason_of_the_item() {
        cases.opined("disagree")
                .when(confirm("2026-09-18", "reject", null))
                .refused("reason-unknown");
        cases.opined("disagree")
                .when(confirm("2026-09-18", "reject", "ugly"))
                .refused("reason-unknown");
    }

    @Test
    void knows_no_third_outcome_of_the_confirmation() {
        cases.opined("disagree")
                .when(confirm("2026-09-18", "perhaps", null))
                .refused("confirmation-outcome-unknown");
    }

    @Test
    void confirms_once() {
        cases.opined("disagree")
                .given("2026-09-18", COUNTY, rejected())
                .when(confirm("2026-09-18", "approve", null))
                .refused("confirmed-before");
    }

    @Test
    void concludes_as_confirmed() {
        cases.help.result("monthlyAmount", "confirmed.monthlyAmount", "money");

        cases.noticed()
                .given("2026-09-25", PROCESS, ended())
                .given("2026-11-10", COUNTY, confirmed())
                .when(new Approve(CASE, on("2026-11-10", PROCESS)))
                .happens(
                        new ApplicationEvent.Concluded(
                                CASE,
                                LIN,
                                Conclusion.APPROVED,
                                null,
                                null,
                                new FormData(Map.of("monthlyAmount", new BigDecimal("1314.00"))),
                                List.of()));
    }

    @Test
    void shows_the_first_month_as_a_month() {
        cases.help.result("firstMonth", "confirmed.firstMonth", "month");

        cases.noticed()
                .given("2026-11-10", COUNTY, confirmed())
                .when(new Approve(CASE, on("2026-11-10", PROCESS)))
                .happens(
                        new ApplicationEvent.Concluded(
                                CASE,
                                LIN,
                                Conclusion.APPROVED,
                                null,
                                null,
                                new FormData(Map.of("firstMonth", "2026-12")),
                                List.of()));
    }

    @Test
    void refuses_to_conclude_in_favour_what_was_not_confirmed() {
        cases.noticed()
                .when(new Approve(CASE, on("2026-11-10", PROCESS)))
                .refused("confirmation-missing");
        cases.opined("disagree")
                .given("2026-09-18", COUNTY, rejected())
                .when(new Approve(CASE, on("2026-09-18", PROCESS)))
                .refused("confirmation-missing");
    }

    @Test
    void refuses_to_reject_what_was_confirmed() {
        cases.noticed()
                .given("2026-11-10", COUNTY, confirmed())
                .when(new Reject(CASE, on("2026-11-10", PROCESS)))
                .refused("rejection-needs-a-person");
    }

    @Test
    void refuses_a_withdrawal_after_the_confirmation() {
        cases.noticed()
                .given("2026-11-10", COUNTY, confirmed())
                .when(new Withdraw(CASE, null, on("2026-11-10", LIN_SELF)))
                .refused("decision-made");
    }
}
