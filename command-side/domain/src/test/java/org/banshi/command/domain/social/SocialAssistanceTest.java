package org.banshi.command.domain.social;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.COUNTY;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationCommand.Approve;
import org.banshi.command.contract.application.ApplicationCommand.Reject;
import org.banshi.command.contract.application.ApplicationCommand.Withdraw;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.social.SocialCommand.Confirm;
import org.banshi.command.contract.social.SocialCommand.EndPublicNotice;
import org.banshi.command.contract.social.SocialCommand.GiveOpinion;
import org.banshi.command.contract.social.SocialCommand.PostPublicNotice;
import org.banshi.command.contract.social.SocialCommand.RaiseObjection;
import org.banshi.command.contract.social.SocialCommand.RecordHomeVisit;
import org.banshi.command.contract.social.SocialCommand.RecordInformationCheck;
import org.banshi.command.contract.social.SocialCommand.ResolveObjection;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SocialAssistanceTest {

    private static final Map<String, Object> FAMILY_OF_THREE =
            Map.of("purpose", "help", "members", List.of("a", "b", "c"));

    private final InventedService help =
            InventedService.lanternPermit().ofFamily("social-assistance");

    @Test
    void records_the_check_before_and_after_the_acceptance() {
        RecordInformationCheck check =
                new RecordInformationCheck(
                        CASE,
                        "pass",
                        new BigDecimal("2400"),
                        BigDecimal.ZERO,
                        "report",
                        on("2026-09-16", CLERK));
        SocialEvent checked =
                new SocialEvent.InformationChecked(
                        CASE, LIN, "pass", new BigDecimal("2400"), BigDecimal.ZERO, "report");

        aCaseOf(help).applied("2026-09-14").when(check).happens(checked);
        accepted().when(check).happens(checked);
    }

    @Test
    void refuses_the_familys_acts_in_an_item_of_another_family() {
        aCaseOf(InventedService.lanternPermit())
                .applied("2026-09-14")
                .accepted("2026-09-15", "2026-10-30")
                .when(opinion("agree"))
                .refused("not-social-assistance");
    }

    @Test
    void records_a_home_visit_by_two() {
        accepted().when(visit("2026-09-16", "甲", "乙")).happens(visited());
    }

    @Test
    void refuses_a_home_visit_by_one_person_named_twice() {
        accepted().when(visit("2026-09-16", "甲", " 甲 ")).refused("visit-by-two");
        accepted().when(visit("2026-09-16", "甲", "")).refused("visit-by-two");
    }

    @Test
    void refuses_a_home_visit_before_the_acceptance_or_after_today() {
        accepted().when(visit("2026-09-14", "甲", "乙")).refused("visit-day");
        accepted().when(visit("2026-09-18", "甲", "乙")).refused("visit-day");
    }

    @Test
    void refuses_a_home_visit_in_a_case_that_is_not_accepted() {
        aCaseOf(help)
                .applied("2026-09-14")
                .when(visit("2026-09-16", "甲", "乙"))
                .refused("application-not-accepted-yet");
    }

    @Test
    void takes_an_opinion_after_the_visit() {
        visitedCase()
                .when(opinion("agree"))
                .happens(new SocialEvent.OpinionGiven(CASE, LIN, "agree", "in need"));
    }

    @Test
    void refuses_an_opinion_in_favour_without_a_visit_but_not_one_against() {
        accepted().when(opinion("agree")).refused("visit-missing");
        accepted()
                .when(opinion("disagree"))
                .happens(new SocialEvent.OpinionGiven(CASE, LIN, "disagree", "in need"));
    }

    @Test
    void puts_up_name_family_size_and_amount_for_seven_days() {
        favoured()
                .when(post("2026-09-17"))
                .answers(due("2026-09-24"))
                .happens(posted("2026-09-17", "2026-09-24"));
    }

    /** Example A3. */
    @Test
    void ends_a_notice_whose_seventh_day_is_a_holiday_on_the_next_working_day() {
        favoured()
                .when(post("2026-09-24"))
                .answers(due("2026-10-08"))
                .happens(posted("2026-09-24", "2026-10-08"));
    }

    @Test
    void refuses_a_notice_without_an_opinion_in_favour() {
        visitedCase().when(post("2026-09-17")).refused("opinion-not-in-favour");
        visitedCase()
                .given("2026-09-17", CLERK, new SocialEvent.OpinionGiven(CASE, LIN, "disagree", ""))
                .when(post("2026-09-17"))
                .refused("opinion-not-in-favour");
    }

    @Test
    void refuses_a_notice_without_an_amount() {
        opined("agree").when(post("2026-09-17")).refused("amount-missing");
        opined("agree")
                .given("2026-09-17", PROCESS, amount("0"))
                .when(post("2026-09-17"))
                .refused("amount-missing");
    }

    @Test
    void refuses_a_notice_when_the_size_of_the_family_is_unknown() {
        aCaseOf(help)
                .applied("2026-09-14")
                .accepted("2026-09-15", "2026-10-30")
                .given("2026-09-17", CLERK, new SocialEvent.OpinionGiven(CASE, LIN, "agree", ""))
                .given("2026-09-17", PROCESS, amount("1314.00"))
                .when(post("2026-09-17"))
                .refused("family-size-missing");
    }

    @Test
    void refuses_a_second_notice_while_one_is_up() {
        noticed().when(post("2026-09-18")).refused("notice-running");
    }

    @Test
    void takes_an_objection_from_anybody_while_the_notice_is_up() {
        noticed().when(objection("2026-09-24")).happens(raised());
    }

    /** Example C2: 3714 − 3500 is 214.00, whatever the table's arithmetic leaves behind. */
    @Test
    void rounds_the_amount_half_up_to_a_cent() {
        opined("agree")
                .given("2026-09-17", PROCESS, amount("213.996"))
                .when(post("2026-09-17"))
                .happens(
                        new SocialEvent.PublicNoticePosted(
                                CASE,
                                LIN,
                                "林小灯",
                                3,
                                new BigDecimal("214.00"),
                                LocalDate.parse("2026-09-17"),
                                due("2026-09-24")));
    }

    @Test
    void begins_anew_with_a_second_notice_after_the_case_was_returned() {
        secondNotice().when(confirm("2026-10-09", "approve", null)).refused("notice-running");
        secondNotice().when(end("2026-10-16")).happens(ended());
    }

    @Test
    void refuses_an_objection_before_and_after_the_notice() {
        favoured().when(objection("2026-09-17")).refused("notice-not-running");
        noticed().when(objection("2026-09-25")).refused("notice-not-running");
    }

    @Test
    void refuses_to_take_the_notice_down_before_its_last_day_has_passed() {
        noticed().when(end("2026-09-24")).refused("notice-running");
    }

    @Test
    void takes_the_notice_down_once() {
        noticed().when(end("2026-09-25")).happens(ended());
        noticed().given("2026-09-25", PROCESS, ended()).when(end("2026-09-25")).nothingHappens();
    }

    @Test
    void keeps_the_notice_while_an_objection_is_unresolved() {
        noticed()
                .given("2026-09-21", STRANGER, raised())
                .when(end("2026-09-25"))
                .refused("objection-unresolved");
    }

    @Test
    void refuses_to_end_a_notice_that_never_was() {
        favoured().when(end("2026-09-25")).refused("notice-not-running");
    }

    @Test
    void resolves_an_objection() {
        noticed().given("2026-09-21", STRANGER, raised()).when(resolve()).happens(resolved());
    }

    @Test
    void refuses_to_resolve_what_nobody_objected() {
        noticed().when(resolve()).refused("objection-missing");
        noticed()
                .given("2026-09-21", STRANGER, raised())
                .given("2026-09-22", CLERK, resolved())
                .when(resolve())
                .refused("objection-missing");
    }

    @Test
    void waits_for_every_objection() {
        noticed()
                .given("2026-09-21", STRANGER, raised())
                .given("2026-09-21", STRANGER, raised())
                .given("2026-09-22", CLERK, resolved())
                .when(confirm("2026-09-28", "approve", null))
                .refused("objection-unresolved");
    }

    /** Example C11. */
    @Test
    void confirms_with_the_rules_amount_from_the_month_after_the_decision() {
        noticed()
                .given("2026-09-25", PROCESS, ended())
                .when(confirm("2026-11-10", "approve", null))
                .happens(confirmed());
    }

    @Test
    void refuses_to_confirm_without_a_notice_or_while_it_is_up() {
        favoured().when(confirm("2026-09-18", "approve", null)).refused("notice-missing");
        noticed().when(confirm("2026-09-18", "approve", null)).refused("notice-running");
    }

    @Test
    void refuses_to_confirm_without_an_opinion() {
        visitedCase().when(confirm("2026-09-18", "approve", null)).refused("opinion-missing");
    }

    @Test
    void rejects_for_a_reason_of_the_item_without_a_notice() {
        opined("disagree").when(confirm("2026-09-18", "reject", "too-tall")).happens(rejected());
    }

    @Test
    void refuses_to_reject_without_a_reason_of_the_item() {
        opined("disagree").when(confirm("2026-09-18", "reject", null)).refused("reason-unknown");
        opined("disagree").when(confirm("2026-09-18", "reject", "ugly")).refused("reason-unknown");
    }

    @Test
    void knows_no_third_outcome_of_the_confirmation() {
        opined("disagree")
                .when(confirm("2026-09-18", "perhaps", null))
                .refused("confirmation-outcome-unknown");
    }

    @Test
    void confirms_once() {
        opined("disagree")
                .given("2026-09-18", COUNTY, rejected())
                .when(confirm("2026-09-18", "approve", null))
                .refused("confirmed-before");
    }

    @Test
    void concludes_as_confirmed() {
        help.result("monthlyAmount", "confirmed.monthlyAmount", "money");

        noticed()
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
        help.result("firstMonth", "confirmed.firstMonth", "month");

        noticed()
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
        noticed()
                .when(new Approve(CASE, on("2026-11-10", PROCESS)))
                .refused("confirmation-missing");
        opined("disagree")
                .given("2026-09-18", COUNTY, rejected())
                .when(new Approve(CASE, on("2026-09-18", PROCESS)))
                .refused("confirmation-missing");
    }

    @Test
    void refuses_to_reject_what_was_confirmed() {
        noticed()
                .given("2026-11-10", COUNTY, confirmed())
                .when(new Reject(CASE, on("2026-11-10", PROCESS)))
                .refused("rejection-needs-a-person");
    }

    @Test
    void refuses_a_withdrawal_after_the_confirmation() {
        noticed()
                .given("2026-11-10", COUNTY, confirmed())
                .when(new Withdraw(CASE, null, on("2026-11-10", LIN_SELF)))
                .refused("decision-made");
    }

    private CaseFixture accepted() {
        return aCaseOf(help)
                .applied("2026-09-14", FAMILY_OF_THREE)
                .accepted("2026-09-15", "2026-10-30");
    }

    private CaseFixture visitedCase() {
        return accepted().given("2026-09-17", CLERK, visited());
    }

    private CaseFixture opined(String outcome) {
        return visitedCase()
                .given("2026-09-17", CLERK, new SocialEvent.OpinionGiven(CASE, LIN, outcome, ""));
    }

    private CaseFixture favoured() {
        return opined("agree").given("2026-09-17", PROCESS, amount("1314"));
    }

    private CaseFixture noticed() {
        return favoured().given("2026-09-17", PROCESS, posted("2026-09-17", "2026-09-24"));
    }

    private CaseFixture secondNotice() {
        return noticed()
                .given("2026-09-21", STRANGER, raised())
                .given("2026-09-22", CLERK, resolved())
                .given("2026-09-25", PROCESS, ended())
                .given("2026-10-08", CLERK, new SocialEvent.OpinionGiven(CASE, LIN, "agree", ""))
                .given("2026-10-08", PROCESS, posted("2026-10-08", "2026-10-15"));
    }

    private ApplicationEvent.RuleDecided amount(String yuan) {
        return new ApplicationEvent.RuleDecided(
                CASE,
                LIN,
                "amount",
                help.version(),
                LocalDate.parse("2026-09-14"),
                "granted",
                false,
                FormData.empty(),
                new FormData(Map.of("monthlyAmount", new BigDecimal(yuan))));
    }

    private static RecordHomeVisit visit(String day, String... visitors) {
        return new RecordHomeVisit(
                CASE,
                LocalDate.parse(day),
                List.of(visitors),
                "poor",
                new BigDecimal("2400"),
                on("2026-09-17", CLERK));
    }

    private static SocialEvent.HomeVisited visited() {
        return new SocialEvent.HomeVisited(
                CASE,
                LIN,
                LocalDate.parse("2026-09-16"),
                List.of("甲", "乙"),
                "poor",
                new BigDecimal("2400"));
    }

    private static GiveOpinion opinion(String outcome) {
        return new GiveOpinion(CASE, outcome, "in need", on("2026-09-17", CLERK));
    }

    private static PostPublicNotice post(String day) {
        return new PostPublicNotice(CASE, on(day, PROCESS));
    }

    private static SocialEvent.PublicNoticePosted posted(String from, String until) {
        return new SocialEvent.PublicNoticePosted(
                CASE, LIN, "林小灯", 3, new BigDecimal("1314.00"), LocalDate.parse(from), due(until));
    }

    private static RaiseObjection objection(String day) {
        return new RaiseObjection(CASE, "they own a boat", on(day, STRANGER));
    }

    private static SocialEvent.ObjectionRaised raised() {
        return new SocialEvent.ObjectionRaised(CASE, LIN, "they own a boat");
    }

    private static ResolveObjection resolve() {
        return new ResolveObjection(CASE, "unfounded", "no boat", on("2026-09-23", CLERK));
    }

    private static SocialEvent.ObjectionResolved resolved() {
        return new SocialEvent.ObjectionResolved(CASE, LIN, "unfounded", "no boat");
    }

    private static EndPublicNotice end(String day) {
        return new EndPublicNotice(CASE, on(day, PROCESS));
    }

    private static SocialEvent.PublicNoticeEnded ended() {
        return new SocialEvent.PublicNoticeEnded(CASE, LIN);
    }

    private static Confirm confirm(String day, String outcome, @Nullable String reason) {
        return new Confirm(CASE, outcome, reason, "as proposed", on(day, COUNTY));
    }

    private static SocialEvent.Confirmed confirmed() {
        return new SocialEvent.Confirmed(
                CASE,
                LIN,
                "approve",
                null,
                new BigDecimal("1314.00"),
                LocalDate.parse("2026-12-01"),
                "as proposed");
    }

    private static SocialEvent.Confirmed rejected() {
        return new SocialEvent.Confirmed(
                CASE, LIN, "reject", "too-tall", null, null, "as proposed");
    }
}
