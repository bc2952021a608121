package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationEvent.Resumed;
import org.banshi.command.contract.application.ApplicationEvent.SpecialProcedureEnded;
import org.banshi.command.contract.application.ApplicationEvent.SpecialProcedureStarted;
import org.banshi.command.contract.application.ApplicationEvent.StageRescheduled;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.ApplicationEvent.Suspended;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose turn it is, and until when. */
class ProgressClockTest extends ProgressFixture {

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
}
