package org.banshi.command.domain.social;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.on;
import static org.banshi.command.domain.social.SocialCases.opinion;
import static org.banshi.command.domain.social.SocialCases.visit;
import static org.banshi.command.domain.social.SocialCases.visited;

import java.math.BigDecimal;
import org.banshi.command.contract.social.SocialCommand.RecordInformationCheck;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

class SocialAssistanceTest {

    private final SocialCases cases = new SocialCases();

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

        aCaseOf(cases.help).applied("2026-09-14").when(check).happens(checked);
        cases.accepted().when(check).happens(checked);
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
        cases.accepted().when(visit("2026-09-16", "甲", "乙")).happens(visited());
    }

    @Test
    void refuses_a_home_visit_by_one_person_named_twice() {
        cases.accepted().when(visit("2026-09-16", "甲", " 甲 ")).refused("visit-by-two");
        cases.accepted().when(visit("2026-09-16", "甲", "")).refused("visit-by-two");
    }

    @Test
    void refuses_a_home_visit_before_the_acceptance_or_after_today() {
        cases.accepted().when(visit("2026-09-14", "甲", "乙")).refused("visit-day");
        cases.accepted().when(visit("2026-09-18", "甲", "乙")).refused("visit-day");
    }

    @Test
    void refuses_a_home_visit_in_a_case_that_is_not_accepted() {
        aCaseOf(cases.help)
                .applied("2026-09-14")
                .when(visit("2026-09-16", "甲", "乙"))
                .refused("application-not-accepted-yet");
    }

    @Test
    void takes_an_opinion_after_the_visit() {
        cases.visitedCase()
                .when(opinion("agree"))
                .happens(new SocialEvent.OpinionGiven(CASE, LIN, "agree", "in need"));
    }

    @Test
    void refuses_an_opinion_in_favour_without_a_visit_but_not_one_against() {
        cases.accepted().when(opinion("agree")).refused("visit-missing");
        cases.accepted()
                .when(opinion("disagree"))
                .happens(new SocialEvent.OpinionGiven(CASE, LIN, "disagree", "in need"));
    }
}
