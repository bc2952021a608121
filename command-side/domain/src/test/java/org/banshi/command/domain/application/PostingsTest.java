package org.banshi.command.domain.application;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.DRAWING;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.banshi.command.contract.application.ApplicationCommand.ProvePosting;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

/** A photograph proves where and when a public notice hung. */
class PostingsTest {

    private final InventedService help =
            InventedService.lanternPermit().ofFamily("social-assistance");

    @Test
    void takes_a_photograph_from_while_the_notice_hung_also_after_it() {
        noticed().when(proof("2026-10-20", "2026-10-21")).happens(proved("2026-10-20"));
        down().when(proof("2026-10-27", "2026-11-02")).happens(proved("2026-10-27"));
        noticed()
                .given("2026-10-21", CLERK, proved("2026-10-20"))
                .when(proof("2026-10-21", "2026-10-21"))
                .nothingHappens();
    }

    @Test
    void refuses_a_day_on_which_it_did_not_hang_or_that_is_to_come() {
        noticed().when(proof("2026-10-19", "2026-10-21")).refused("posting-day");
        noticed().when(proof("2026-10-22", "2026-10-21")).refused("posting-day");
        down().when(proof("2026-10-28", "2026-11-02")).refused("posting-day");
    }

    @Test
    void refuses_a_proof_of_what_was_never_put_up_or_hangs_nowhere() {
        accepted().when(proof("2026-10-20", "2026-10-21")).refused("posting-without-notice");
        noticed().when(at(" ", CLERK)).refused("posting-place");
        noticed().when(at("门".repeat(201), CLERK)).refused("posting-place");
        noticed().when(at("村口", LIN_SELF)).refused("officer-only");
    }

    private static ProvePosting proof(String day, String today) {
        return new ProvePosting(CASE, DRAWING, " 村口公告栏 ", LocalDate.parse(day), on(today, CLERK));
    }

    private static ProvePosting at(String place, Actor by) {
        return new ProvePosting(
                CASE, DRAWING, place, LocalDate.parse("2026-10-20"), on("2026-10-21", by));
    }

    private static ApplicationEvent proved(String day) {
        return new ApplicationEvent.PostingProved(
                CASE, LIN, DRAWING, "村口公告栏", LocalDate.parse(day));
    }

    private CaseFixture accepted() {
        return aCaseOf(help).applied("2026-09-17").accepted("2026-09-22", "2026-11-10");
    }

    private CaseFixture noticed() {
        return accepted()
                .given(
                        "2026-10-20",
                        PROCESS,
                        new SocialEvent.PublicNoticePosted(
                                CASE,
                                LIN,
                                "林小灯",
                                1,
                                BigDecimal.TEN,
                                LocalDate.parse("2026-10-20"),
                                due("2026-10-27")));
    }

    private CaseFixture down() {
        return noticed().given("2026-10-28", PROCESS, new SocialEvent.PublicNoticeEnded(CASE, LIN));
    }
}
