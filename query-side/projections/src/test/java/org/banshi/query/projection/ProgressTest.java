package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.query.projection.FakeService.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAnswered;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAsked;
import org.banshi.command.contract.application.ApplicationEvent.StepCompleted;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.social.SocialEvent.PublicNoticePosted;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.Progress;
import org.junit.jupiter.api.Test;

/** Where the case is, and who has it. */
class ProgressTest extends ProgressFixture {

    @Test
    void shows_the_words_of_the_act_until_an_office_has_the_case() {
        Progress page = page();

        assertThat(page.status()).isEqualTo("applied");
        assertThat(page.serviceName()).isEqualTo(text("invented-grant"));
        assertThat(page.now()).isEqualTo(text("application.applied.now"));
        assertThat(page.next()).isEqualTo(text("application.applied.next"));
        assertThat(page.who()).isNull();
        assertThat(page.officePhone()).isEqualTo("12345");
        assertThat(page.since()).isEqualTo(Story.BEGIN);
        assertThat(page.version()).isZero();
        assertThat(page.milestones())
                .extracting(Progress.Milestone::title)
                .containsExactly(text("application.applied.title"));
    }

    @Test
    void names_the_office_that_has_the_case_its_phone_and_its_last_day() {
        reviewed();
        Progress page = page();

        assertThat(page.now()).isEqualTo(text("review.now"));
        assertThat(page.next()).isEqualTo(text("review.next"));
        assertThat(page.who()).isEqualTo(Text.of("town办440106001", "town office 440106001"));
        assertThat(page.officePhone()).isEqualTo("020-440106001");
        assertThat(page.until()).isEqualTo(STAGE_DUE);
        assertThat(page.milestones()).hasSize(1);
    }

    @Test
    void keeps_the_last_day_of_the_whole_case_from_its_acceptance() {
        reviewed();
        accepted();

        assertThat(page().status()).isEqualTo("accepted");
        assertThat(page().caseDue()).isEqualTo(CASE_DUE);
        assertThat(page().until()).isNull();
    }

    @Test
    void a_registers_answer_does_not_hide_the_office_that_has_the_case() {
        reviewed();
        story.of(
                c,
                new RegisterAnswered(
                        c.id(),
                        c.person(),
                        "q1",
                        "household",
                        RegisterOutcome.ANSWERED,
                        FormData.empty()));
        Progress page = page();

        assertThat(page.now()).isEqualTo(text("review.now"));
        assertThat(page.milestones())
                .extracting(Progress.Milestone::event)
                .containsExactly("application.applied", "application.register-answered");
    }

    @Test
    void tells_that_a_register_is_asked_while_nobody_else_has_the_case() {
        story.of(
                c,
                new RegisterAsked(
                        c.id(),
                        c.person(),
                        "q1",
                        "household",
                        FormData.empty(),
                        Authority.of("consent")));

        assertThat(page().now()).isEqualTo(text("application.register-asked.now"));
    }

    @Test
    void a_public_notice_shows_until_when_it_hangs() {
        story.of(
                c,
                new PublicNoticePosted(
                        c.id(),
                        c.person(),
                        c.name(),
                        3,
                        new BigDecimal("1314.00"),
                        LocalDate.of(2026, 9, 14),
                        STAGE_DUE));
        Progress page = page();

        assertThat(page.until()).isEqualTo(STAGE_DUE);
        assertThat(page.milestones().get(1).detail())
                .isEqualTo(Text.of("至 2026-09-17", "until 2026-09-17"));
    }

    @Test
    void of_a_very_long_story_the_beginning_and_the_newest_are_shown_and_the_rest_is_counted() {
        for (int i = 0; i < 150; i++) {
            story.of(
                    c,
                    new StepCompleted(
                            c.id(), c.person(), "review", "accept", "", FormData.empty()));
            if (i % 7 == 0) {
                world.catchUp();
            }
        }
        List<Progress.Milestone> milestones = page().milestones();

        assertThat(milestones).hasSize(100);
        assertThat(milestones.get(0).event()).isEqualTo("application.applied");
        assertThat(milestones.get(10).title())
                .isEqualTo(Text.of("其间还有 52 项", "52 more in between"));
        assertThat(milestones.get(99).at()).isEqualTo(Story.BEGIN.plusSeconds(150));
    }

    @Test
    void an_event_that_comes_again_changes_nothing() {
        reviewed();
        accepted();
        Progress before = page();
        world.jdbc.update("UPDATE subscription_token SET position = 0");

        assertThat(page()).isEqualTo(before);
    }

    @Test
    void a_question_about_several_adults_is_told_once_and_its_last_answer_once() {
        for (int member = 1; member <= 2; member++) {
            story.of(
                    c,
                    new RegisterAsked(
                            c.id(),
                            new PersonId("adult-" + member),
                            "q1",
                            "income",
                            member,
                            FormData.empty(),
                            Authority.of("paper")));
        }
        for (int awaited = 1; awaited >= 0; awaited--) {
            story.of(
                    c,
                    new RegisterAnswered(
                            c.id(),
                            new PersonId("adult-" + awaited),
                            "q1",
                            "income",
                            2 - awaited,
                            RegisterOutcome.ANSWERED,
                            FormData.empty(),
                            awaited));
        }

        assertThat(page().milestones())
                .extracting(Progress.Milestone::event)
                .containsExactly(
                        "application.applied",
                        "application.register-asked",
                        "application.register-answered");
    }
}
