package org.banshi.command.domain.social;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.social.SocialCases.confirm;
import static org.banshi.command.domain.social.SocialCases.end;
import static org.banshi.command.domain.social.SocialCases.ended;
import static org.banshi.command.domain.social.SocialCases.objection;
import static org.banshi.command.domain.social.SocialCases.post;
import static org.banshi.command.domain.social.SocialCases.posted;
import static org.banshi.command.domain.social.SocialCases.raised;
import static org.banshi.command.domain.social.SocialCases.resolve;
import static org.banshi.command.domain.social.SocialCases.resolved;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.banshi.command.contract.social.SocialEvent;
import org.junit.jupiter.api.Test;

class PublicNoticeTest {

    private final SocialCases cases = new SocialCases();

    @Test
    void puts_up_name_family_size_and_amount_for_seven_days() {
        cases.favoured()
                .when(post("2026-09-17"))
                .answers(due("2026-09-24"))
                .happens(posted("2026-09-17", "2026-09-24"));
    }

    /** Example A3. */
    @Test
    void ends_a_notice_whose_seventh_day_is_a_holiday_on_the_next_working_day() {
        cases.favoured()
                .when(post("2026-09-24"))
                .answers(due("2026-10-08"))
                .happens(posted("2026-09-24", "2026-10-08"));
    }

    @Test
    void refuses_a_notice_without_an_opinion_in_favour() {
        cases.visitedCase().when(post("2026-09-17")).refused("opinion-not-in-favour");
        cases.visitedCase()
                .given("2026-09-17", CLERK, new SocialEvent.OpinionGiven(CASE, LIN, "disagree", ""))
                .when(post("2026-09-17"))
                .refused("opinion-not-in-favour");
    }

    @Test
    void refuses_a_notice_without_an_amount() {
        cases.opined("agree").when(post("2026-09-17")).refused("amount-missing");
        cases.opined("agree")
                .given("2026-09-17", PROCESS, cases.amount("0"))
                .when(post("2026-09-17"))
                .refused("amount-missing");
    }

    @Test
    void refuses_a_notice_when_the_size_of_the_family_is_unknown() {
        aCaseOf(cases.help)
                .applied("2026-09-14")
                .accepted("2026-09-15", "2026-10-30")
                .given("2026-09-17", CLERK, new SocialEvent.OpinionGiven(CASE, LIN, "agree", ""))
                .given("2026-09-17", PROCESS, cases.amount("1314.00"))
                .when(post("2026-09-17"))
                .refused("family-size-missing");
    }

    @Test
    void refuses_a_second_notice_while_one_is_up() {
        cases.noticed().when(post("2026-09-18")).refused("notice-running");
    }

    @Test
    void takes_an_objection_from_anybody_while_the_notice_is_up() {
        cases.noticed().when(objection("2026-09-24")).happens(raised());
    }

    /** Example C2: 3714 − 3500 is 214.00, whatever the table's arithmetic leaves behind. */
    @Test
    void rounds_the_amount_half_up_to_a_cent() {
        cases.opined("agree")
                .given("2026-09-17", PROCESS, cases.amount("213.996"))
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
        cases.secondNotice().when(confirm("2026-10-09", "approve", null)).refused("notice-running");
        cases.secondNotice().when(end("2026-10-16")).happens(ended());
    }

    @Test
    void refuses_an_objection_before_and_after_the_notice() {
        cases.favoured().when(objection("2026-09-17")).refused("notice-not-running");
        cases.noticed().when(objection("2026-09-25")).refused("notice-not-running");
    }

    @Test
    void refuses_to_take_the_notice_down_before_its_last_day_has_passed() {
        cases.noticed().when(end("2026-09-24")).refused("notice-running");
    }

    @Test
    void takes_the_notice_down_once() {
        cases.noticed().when(end("2026-09-25")).happens(ended());
        cases.noticed()
                .given("2026-09-25", PROCESS, ended())
                .when(end("2026-09-25"))
                .nothingHappens();
    }

    @Test
    void keeps_the_notice_while_an_objection_is_unresolved() {
        cases.noticed()
                .given("2026-09-21", STRANGER, raised())
                .when(end("2026-09-25"))
                .refused("objection-unresolved");
    }

    @Test
    void refuses_to_end_a_notice_that_never_was() {
        cases.favoured().when(end("2026-09-25")).refused("notice-not-running");
    }

    @Test
    void resolves_an_objection() {
        cases.noticed().given("2026-09-21", STRANGER, raised()).when(resolve()).happens(resolved());
    }

    @Test
    void refuses_to_resolve_what_nobody_objected() {
        cases.noticed().when(resolve()).refused("objection-missing");
        cases.noticed()
                .given("2026-09-21", STRANGER, raised())
                .given("2026-09-22", CLERK, resolved())
                .when(resolve())
                .refused("objection-missing");
    }

    @Test
    void waits_for_every_objection() {
        cases.noticed()
                .given("2026-09-21", STRANGER, raised())
                .given("2026-09-21", STRANGER, raised())
                .given("2026-09-22", CLERK, resolved())
                .when(confirm("2026-09-28", "approve", null))
                .refused("objection-unresolved");
    }
}
