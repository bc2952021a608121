package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.query.projection.FakeService.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ApplicationEvent.AcceptanceRefused;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.Delivered;
import org.banshi.command.contract.application.ApplicationEvent.DeliveryRequested;
import org.banshi.command.contract.application.ApplicationEvent.Rated;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAnswered;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAsked;
import org.banshi.command.contract.application.ApplicationEvent.Resumed;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationEvent.SpecialProcedureEnded;
import org.banshi.command.contract.application.ApplicationEvent.SpecialProcedureStarted;
import org.banshi.command.contract.application.ApplicationEvent.StageRescheduled;
import org.banshi.command.contract.application.ApplicationEvent.StepCompleted;
import org.banshi.command.contract.application.ApplicationEvent.SupplementRequested;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.ApplicationEvent.Suspended;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.social.SocialEvent.PublicNoticePosted;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.projection.Story.Case;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final DueDate STAGE_DUE = new DueDate(LocalDate.of(2026, 9, 17), false);
    private static final DueDate CASE_DUE = new DueDate(LocalDate.of(2026, 10, 12), true);
    private static final Remedy REMEDY =
            new Remedy("reconsideration", Text.of("市政府", "the city"), null, "第六十条");

    private final World world = new World();
    private final Story story = world.story;
    private Case c;

    @BeforeEach
    void a_case_is_applied_for() {
        c = story.applied("440106001");
    }

    private Progress page() {
        world.catchUp();
        return find(c.number(), c.person().value()).orElseThrow();
    }

    private Optional<Progress> find(String number, String person) {
        return world.ask(
                new FindProgress(number, World.citizen(person)),
                ResponseTypes.optionalInstanceOf(Progress.class));
    }

    private void reviewed() {
        story.waits(c, "review", "town", "440106001", STAGE_DUE);
    }

    private void accepted() {
        story.of(c, new Accepted(c.id(), c.person(), LocalDate.of(2026, 9, 14), CASE_DUE, "材料齐全"));
    }

    private void supplementRequested() {
        story.of(
                c,
                new SupplementRequested(
                        c.id(), c.person(), List.of("bank-flow"), "缺银行流水", STAGE_DUE));
    }

    private void concluded(Conclusion conclusion, Map<String, Object> result) {
        story.of(
                c,
                new Concluded(
                        c.id(),
                        c.person(),
                        conclusion,
                        conclusion == Conclusion.REJECTED ? text("too-high") : null,
                        "第一条",
                        new FormData(result),
                        List.of(REMEDY)));
    }

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
    void says_that_it_is_the_applicants_turn_while_something_is_asked_for() {
        reviewed();
        supplementRequested();
        Progress page = page();

        assertThat(page.status()).isEqualTo("supplement-requested");
        assertThat(page.yourTurn()).isTrue();
        assertThat(page.supplementItems()).containsExactly("bank-flow");
        assertThat(page.supplementReason()).isEqualTo(Text.of("缺银行流水", "缺银行流水"));
        assertThat(page.until()).isEqualTo(STAGE_DUE);
        assertThat(page.officePhone()).isEqualTo("020-440106001");
    }

    @Test
    void takes_the_turn_back_once_the_papers_came_in() {
        accepted();
        supplementRequested();
        story.of(c, new Supplemented(c.id(), c.person(), FormData.empty(), List.of()));
        Progress page = page();

        assertThat(page.status()).isEqualTo("accepted");
        assertThat(page.yourTurn()).isFalse();
        assertThat(page.supplementItems()).isEmpty();
        assertThat(page.supplementReason()).isNull();
        assertThat(page.until()).isNull();
    }

    @Test
    void an_office_that_gets_the_case_meanwhile_does_not_hide_that_it_is_the_applicants_turn() {
        supplementRequested();
        reviewed();

        assertThat(page().yourTurn()).isTrue();
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
                        c.id(), c.person(), "q1", "household", FormData.empty(), "consent"));

        assertThat(page().now()).isEqualTo(text("application.register-asked.now"));
    }

    @Test
    void a_special_procedure_shows_its_own_last_day_and_moves_that_of_the_case() {
        accepted();
        story.of(
                c,
                new SpecialProcedureStarted(
                        c.id(), c.person(), 1, SpecialProcedureKind.OTHER, "鉴定", STAGE_DUE));
        assertThat(page().status()).isEqualTo("special-procedure");
        assertThat(page().until()).isEqualTo(STAGE_DUE);
        story.waits(c, "review", "town", "440106001", null);
        assertThat(page().status()).isEqualTo("special-procedure");

        DueDate moved = new DueDate(LocalDate.of(2026, 11, 2), false);
        story.of(c, new SpecialProcedureEnded(c.id(), c.person(), 1, "完成", moved));
        assertThat(page().status()).isEqualTo("accepted");
        assertThat(page().caseDue()).isEqualTo(moved);
    }

    @Test
    void an_extension_moves_the_last_day_of_the_case_at_once_and_stops_nothing() {
        accepted();
        DueDate extended = new DueDate(LocalDate.of(2026, 12, 1), false);
        story.of(
                c,
                new SpecialProcedureStarted(
                        c.id(), c.person(), 1, SpecialProcedureKind.EXTENSION, "外地核查", extended));
        assertThat(page().status()).isEqualTo("accepted");
        assertThat(page().caseDue()).isEqualTo(extended);
        assertThat(page().until()).isNull();
        story.waits(c, "review", "town", "440106001", STAGE_DUE);
        assertThat(page().status()).isEqualTo("accepted");
        assertThat(page().until()).isEqualTo(STAGE_DUE);
    }

    @Test
    void a_supplement_after_the_acceptance_moves_the_last_day_of_the_case() {
        accepted();
        DueDate moved = new DueDate(LocalDate.of(2026, 11, 2), false);
        story.of(c, new Supplemented(c.id(), c.person(), FormData.empty(), List.of(), moved));

        assertThat(page().caseDue()).isEqualTo(moved);
    }

    @Test
    void a_resumed_case_is_where_it_was() {
        accepted();
        reviewed();
        Progress before = page();
        story.of(c, new Suspended(c.id(), c.person(), "等待判决"));
        assertThat(page().status()).isEqualTo("suspended");
        assertThat(page().who()).isNull();

        rescheduled(null);

        story.of(c, new Resumed(c.id(), c.person(), CASE_DUE));
        assertThat(page().status()).isEqualTo("accepted");
        assertThat(page().now()).isEqualTo(before.now());
        assertThat(page().who()).isEqualTo(before.who());
        assertThat(page().until()).isNull();

        DueDate later = new DueDate(LocalDate.of(2026, 9, 22), true);
        rescheduled(later);
        assertThat(page().until()).isEqualTo(later);
        assertThat(page().milestones())
                .extracting(Progress.Milestone::event)
                .doesNotContain("application.stage-rescheduled");
    }

    @Test
    void shows_the_last_day_of_the_stage_that_it_is_about() {
        accepted();
        story.waits(c, "confirm", "county", "440106", STAGE_DUE);
        rescheduled(CASE_DUE);

        assertThat(page().until()).isEqualTo(STAGE_DUE);
    }

    @Test
    void a_supplement_and_an_extension_move_the_last_day_of_the_case() {
        accepted();
        DueDate moved = new DueDate(LocalDate.of(2026, 10, 14), true);
        supplementRequested();
        story.of(c, new Supplemented(c.id(), c.person(), FormData.empty(), List.of(), moved));
        assertThat(page().caseDue()).isEqualTo(moved);

        DueDate extended = new DueDate(LocalDate.of(2026, 10, 21), true);
        story.of(
                c,
                new SpecialProcedureStarted(
                        c.id(), c.person(), 1, SpecialProcedureKind.EXTENSION, "核查", extended));
        assertThat(page().caseDue()).isEqualTo(extended);
    }

    private void rescheduled(@Nullable DueDate due) {
        story.of(c, new StageRescheduled(c.id(), c.person(), "review", due));
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
    void an_approval_shows_what_was_granted_line_by_line() {
        story.of(
                c,
                new RuleDecided(
                        c.id(),
                        c.person(),
                        "amount",
                        c_version(),
                        LocalDate.of(2026, 9, 14),
                        "granted",
                        true,
                        FormData.empty(),
                        FormData.empty()));
        concluded(
                Conclusion.APPROVED,
                Map.of(
                        "monthlyAmount",
                        new BigDecimal("1314"),
                        "confirmed",
                        Map.of("firstMonth", "2026-12-01")));
        Progress page = page();

        assertThat(page.status()).isEqualTo("approved");
        assertThat(page.conclusion()).isEqualTo(Conclusion.APPROVED);
        assertThat(page.provisional()).isTrue();
        assertThat(page.result())
                .containsExactly(
                        new Progress.Line("monthlyAmount", text("amount"), "1314.00"),
                        new Progress.Line("firstMonth", text("month"), "2026-12"));
    }

    private static ServiceVersion c_version() {
        return FakeService.GRANT.version();
    }

    @Test
    void a_rejection_shows_why_and_what_can_be_done_and_until_when_once_it_was_delivered() {
        concluded(Conclusion.REJECTED, Map.of());
        Progress page = page();
        assertThat(page.status()).isEqualTo("rejected");
        assertThat(page.reason()).isEqualTo(text("too-high"));
        assertThat(page.remedies()).containsExactly(REMEDY);
        assertThat(page.provisional()).isFalse();

        Remedy dated =
                new Remedy(
                        "reconsideration",
                        REMEDY.where(),
                        new DueDate(LocalDate.of(2027, 1, 4), true),
                        "第六十条");
        story.of(
                c,
                new DeliveryRequested(
                        c.id(),
                        c.person(),
                        "d1",
                        "decision",
                        DeliveryChannel.TEXT_MESSAGE,
                        "13800000000"));
        assertThat(page().now()).isEqualTo(text("application.delivery-requested.now"));
        story.of(
                c,
                new Delivered(
                        c.id(),
                        c.person(),
                        "d1",
                        "decision",
                        LocalDate.of(2026, 9, 16),
                        "receipt",
                        List.of(dated)));
        assertThat(page().remedies()).containsExactly(dated);
        assertThat(page().status()).isEqualTo("rejected");
        assertThat(page().now()).isEqualTo(text("application.delivered.now"));
    }

    @Test
    void a_refusal_shows_the_packages_text_for_its_reason() {
        story.of(c, new AcceptanceRefused(c.id(), c.person(), "too-high", List.of(REMEDY)));

        assertThat(page().status()).isEqualTo("acceptance-refused");
        assertThat(page().reason()).isEqualTo(text("too-high"));
        assertThat(page().remedies()).containsExactly(REMEDY);
    }

    @Test
    void a_termination_shows_the_reason_as_it_was_written() {
        story.of(c, new Terminated(c.id(), c.person(), "拒不配合", List.of()));

        assertThat(page().status()).isEqualTo("terminated");
        assertThat(page().reason()).isEqualTo(Text.of("拒不配合", "拒不配合"));
    }

    @Test
    void a_withdrawal_ends_the_applicants_turn() {
        supplementRequested();
        story.of(c, new Withdrawn(c.id(), c.person(), null));

        assertThat(page().status()).isEqualTo("withdrawn");
        assertThat(page().yourTurn()).isFalse();
    }

    @Test
    void a_case_is_decided_by_the_step_that_decides_before_it_is_concluded() {
        story.of(
                c,
                new StepCompleted(
                        c.id(), c.person(), "review", "accept", false, "", FormData.empty()));
        assertThat(page().decided()).isFalse();

        story.of(
                c,
                new StepCompleted(
                        c.id(), c.person(), "review", "accept", true, "", FormData.empty()));
        assertThat(page().decided()).isTrue();
        assertThat(page().conclusion()).isNull();
    }

    @Test
    void a_rating_changes_the_version_and_nothing_in_where_the_case_is() {
        concluded(Conclusion.APPROVED, Map.of());
        Progress before = page();
        story.of(c, new Rated(c.id(), c.person(), 1, "很快"));

        assertThat(page().now()).isEqualTo(before.now());
        assertThat(page().version()).isEqualTo(before.version() + 1);
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
    void a_destroyed_key_takes_the_personal_parts_and_leaves_the_rest() {
        concluded(Conclusion.APPROVED, Map.of("monthlyAmount", new BigDecimal("1314")));
        world.catchUp();
        world.personal.destroy(c.person());

        assertThat(page().status()).isEqualTo("approved");
        assertThat(page().result()).isEmpty();
    }

    @Test
    void an_event_that_comes_again_changes_nothing() {
        reviewed();
        accepted();
        Progress before = page();
        world.jdbc.update("UPDATE subscription_token SET position = 0");

        assertThat(page()).isEqualTo(before);
    }
}
