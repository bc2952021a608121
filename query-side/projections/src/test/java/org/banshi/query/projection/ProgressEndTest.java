package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.query.projection.FakeService.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationEvent.AcceptanceRefused;
import org.banshi.command.contract.application.ApplicationEvent.Delivered;
import org.banshi.command.contract.application.ApplicationEvent.DeliveryRequested;
import org.banshi.command.contract.application.ApplicationEvent.Rated;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationEvent.StepCompleted;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.Progress;
import org.junit.jupiter.api.Test;

/** How the case ends. */
class ProgressEndTest extends ProgressFixture {

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
    void a_case_that_ends_in_the_items_own_words_is_neither_approved_nor_rejected() {
        stepped("parted");
        assertThat(page().ending()).isNull();
        concluded(Conclusion.APPROVED, Map.of());
        Progress page = page();

        assertThat(page.ending()).isEqualTo(text("parted.status"));
        assertThat(page.status()).isEqualTo("closed");
        assertThat(page.conclusion()).isNull();
        assertThat(page.now()).isEqualTo(text("parted.now"));
        assertThat(page.next()).isEqualTo(text("parted.next"));
        assertThat(page.milestones().get(page.milestones().size() - 1).detail())
                .isEqualTo(text("parted.status"));

        story.of(
                c,
                new Delivered(
                        c.id(),
                        c.person(),
                        "d1",
                        "ending",
                        LocalDate.of(2026, 9, 16),
                        "receipt",
                        List.of()));
        assertThat(page().ending()).isEqualTo(text("parted.status"));
        assertThat(page().next()).isEqualTo(text("parted.next"));
    }

    @Test
    void an_end_before_the_conclusion_is_told_by_what_ended_it() {
        stepped("parted");
        story.of(c, new Withdrawn(c.id(), c.person(), null));

        assertThat(page().ending()).isEqualTo(text("left.status"));
        assertThat(page().status()).isEqualTo("withdrawn");
        assertThat(page().now()).isEqualTo(text("left.now"));
    }

    @Test
    void an_end_without_words_of_its_own_is_told_by_its_status() {
        stepped("parted");
        story.of(c, new Terminated(c.id(), c.person(), "拒不配合", List.of()));

        assertThat(page().ending()).isNull();
        assertThat(page().status()).isEqualTo("terminated");
    }

    private void stepped(String outcome) {
        story.of(
                c,
                new StepCompleted(
                        c.id(), c.person(), "review", outcome, true, "", FormData.empty()));
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
    void a_destroyed_key_takes_the_personal_parts_and_leaves_the_rest() {
        concluded(Conclusion.APPROVED, Map.of("monthlyAmount", new BigDecimal("1314")));
        world.catchUp();
        world.personal.destroy(c.person());

        assertThat(page().status()).isEqualTo("approved");
        assertThat(page().result()).isEmpty();
    }
}
