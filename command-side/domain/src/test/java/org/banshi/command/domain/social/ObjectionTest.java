package org.banshi.command.domain.social;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.AGENT;
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
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.social.SocialCommand.Confirm;
import org.banshi.command.contract.social.SocialCommand.PostPublicNotice;
import org.banshi.command.contract.social.SocialCommand.RaiseObjection;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.contract.social.SocialEvent.ObjectionRaised;
import org.banshi.command.contract.social.SocialEvent.ObjectionResolved;
import org.banshi.command.contract.social.SocialEvent.OpinionGiven;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

/** Example C14: who may object to a public notice, and what an objection does to the opinion. */
class ObjectionTest {

    private static final Actor NEIGHBOUR = Actor.citizen("he", new PersonId("person-he"));

    private final InventedService help =
            InventedService.lanternPermit().ofFamily("social-assistance");

    @Test
    void takes_one_objection_of_each_person_to_a_notice() {
        objected().when(objection(STRANGER)).refused("objected-before");
        objected().when(objection(NEIGHBOUR)).happens(raised());
    }

    @Test
    void takes_in_at_the_window_what_several_people_object() {
        noticed().given("2026-09-22", CLERK, raised()).when(objection(CLERK)).happens(raised());
    }

    @Test
    void takes_no_objection_of_the_applicant_or_for_them() {
        noticed().when(objection(LIN_SELF)).refused("objection-to-own-notice");
        noticed().when(objection(AGENT)).refused("objection-to-own-notice");
    }

    @Test
    void takes_an_objection_of_the_same_person_to_a_later_notice() {
        objected()
                .given("2026-09-23", CLERK, resolved("maintain"))
                .given("2026-09-25", PROCESS, ended())
                .given("2026-10-08", CLERK, opinion("agree"))
                .given("2026-10-08", PROCESS, posted("2026-10-08", "2026-10-15"))
                .when(new RaiseObjection(CASE, "they own a boat", on("2026-10-09", STRANGER)))
                .happens(raised());
    }

    @Test
    void leaves_an_opinion_in_force_that_is_maintained() {
        objected()
                .given("2026-09-23", CLERK, resolved("maintain"))
                .given("2026-09-25", PROCESS, ended())
                .when(confirm("approve"))
                .happens(confirmed());
    }

    @Test
    void decides_nothing_before_there_is_a_new_opinion() {
        upheld().when(confirm("approve")).refused("opinion-missing");
        upheld().when(confirm("reject")).refused("opinion-missing");
    }

    @Test
    void confirms_on_a_new_opinion_in_favour_without_a_second_notice() {
        CaseFixture renewed = upheld().given("2026-09-23", CLERK, opinion("agree"));

        renewed.when(post("2026-09-23")).answers(due("2026-09-24")).nothingHappens();
        renewed.given("2026-09-25", PROCESS, ended()).when(confirm("approve")).happens(confirmed());
    }

    @Test
    void lets_the_first_notice_run_to_its_end_under_the_new_opinion() {
        upheld().given("2026-09-23", CLERK, opinion("agree"))
                .when(confirm("approve"))
                .refused("notice-running");
    }

    @Test
    void grants_nothing_on_a_new_opinion_against() {
        CaseFixture against = upheld().given("2026-09-23", CLERK, opinion("disagree"));

        against.when(confirm("approve")).refused("opinion-not-in-favour");
        against.when(confirm("reject")).happens(rejected());
    }

    @Test
    void takes_the_notice_down_with_an_opinion_against() {
        upheld().given("2026-09-23", CLERK, opinion("disagree"))
                .when(objection(NEIGHBOUR))
                .refused("notice-not-running");
    }

    @Test
    void settles_what_else_was_objected_with_an_opinion_against() {
        objected()
                .given("2026-09-22", NEIGHBOUR, raised())
                .given("2026-09-23", CLERK, resolved("change"))
                .given("2026-09-23", CLERK, opinion("disagree"))
                .when(confirm("reject"))
                .happens(rejected());
    }

    @Test
    void grants_nothing_on_the_old_notice_when_a_returned_case_got_an_opinion_against() {
        returned()
                .given("2026-10-08", CLERK, opinion("disagree"))
                .when(confirm("approve"))
                .refused("opinion-not-in-favour");
    }

    @Test
    void asks_for_a_new_notice_when_a_returned_case_got_a_new_opinion_in_favour() {
        CaseFixture anew = returned().given("2026-10-08", CLERK, opinion("agree"));

        anew.when(confirm("approve")).refused("notice-missing");
        anew.when(post("2026-10-08")).happens(posted("2026-10-08", "2026-10-15"));
    }

    @Test
    void puts_up_a_new_notice_after_an_opinion_against_was_given_up() {
        upheld().given("2026-09-23", CLERK, opinion("disagree"))
                .given("2026-09-24", CLERK, opinion("agree"))
                .when(post("2026-10-08"))
                .happens(posted("2026-10-08", "2026-10-15"));
    }

    private CaseFixture noticed() {
        return aCaseOf(help)
                .applied("2026-09-14", Map.of("purpose", "festival", "familySize", 3))
                .accepted("2026-09-15", "2026-12-30")
                .given(
                        "2026-09-17",
                        CLERK,
                        new SocialEvent.HomeVisited(
                                CASE,
                                LIN,
                                LocalDate.parse("2026-09-16"),
                                List.of("甲", "乙"),
                                "poor",
                                BigDecimal.ZERO))
                .given("2026-09-17", CLERK, opinion("agree"))
                .given(
                        "2026-09-17",
                        PROCESS,
                        new ApplicationEvent.RuleDecided(
                                CASE,
                                LIN,
                                "amount",
                                help.version(),
                                LocalDate.parse("2026-09-14"),
                                "granted",
                                false,
                                FormData.empty(),
                                new FormData(Map.of("monthlyAmount", new BigDecimal("1314")))))
                .given("2026-09-17", PROCESS, posted("2026-09-17", "2026-09-24"));
    }

    /** On day 5 of the notice. */
    private CaseFixture objected() {
        return noticed().given("2026-09-22", STRANGER, raised());
    }

    private CaseFixture upheld() {
        return objected().given("2026-09-23", CLERK, resolved("change"));
    }

    private CaseFixture returned() {
        return noticed().given("2026-09-25", PROCESS, ended());
    }

    private static RaiseObjection objection(Actor by) {
        return new RaiseObjection(CASE, "they own a boat", on("2026-09-23", by));
    }

    private static ObjectionRaised raised() {
        return new ObjectionRaised(CASE, LIN, "they own a boat");
    }

    private static ObjectionResolved resolved(String outcome) {
        return new ObjectionResolved(CASE, LIN, outcome, "looked again");
    }

    private static OpinionGiven opinion(String outcome) {
        return new OpinionGiven(CASE, LIN, outcome, "");
    }

    private static PostPublicNotice post(String day) {
        return new PostPublicNotice(CASE, on(day, PROCESS));
    }

    private static SocialEvent.PublicNoticePosted posted(String from, String until) {
        return new SocialEvent.PublicNoticePosted(
                CASE, LIN, "林小灯", 3, new BigDecimal("1314.00"), LocalDate.parse(from), due(until));
    }

    private static SocialEvent.PublicNoticeEnded ended() {
        return new SocialEvent.PublicNoticeEnded(CASE, LIN);
    }

    private static Confirm confirm(String outcome) {
        String reason = outcome.equals("reject") ? "too-tall" : null;
        return new Confirm(CASE, outcome, reason, "checked", on("2026-11-10", COUNTY));
    }

    private static SocialEvent.Confirmed confirmed() {
        return new SocialEvent.Confirmed(
                CASE,
                LIN,
                "approve",
                null,
                new BigDecimal("1314.00"),
                LocalDate.parse("2026-12-01"),
                "checked");
    }

    private static SocialEvent.Confirmed rejected() {
        return new SocialEvent.Confirmed(CASE, LIN, "reject", "too-tall", null, null, "checked");
    }
}
