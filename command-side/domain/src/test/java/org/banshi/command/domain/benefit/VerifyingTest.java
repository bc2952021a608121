package org.banshi.command.domain.benefit;

import static org.banshi.command.domain.benefit.BenefitFixture.BENEFIT;
import static org.banshi.command.domain.benefit.BenefitFixture.REVIEW;
import static org.banshi.command.domain.benefit.BenefitFixture.due;
import static org.banshi.command.domain.benefit.BenefitFixture.granted;
import static org.banshi.command.domain.benefit.BenefitFixture.grantedEvent;
import static org.banshi.command.domain.benefit.BenefitFixture.nothing;
import static org.banshi.command.domain.benefit.BenefitFixture.stopped;
import static org.banshi.command.domain.benefit.BenefitFixture.yuan;
import static org.banshi.command.domain.invented.People.AGENT;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.benefit.BenefitCommand.BreakOffReview;
import org.banshi.command.contract.benefit.BenefitCommand.FallDue;
import org.banshi.command.contract.benefit.BenefitCommand.Keep;
import org.banshi.command.contract.benefit.BenefitCommand.ReportChange;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.invented.CaseFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifyingTest {

    private static final BenefitEvent REPORTED =
            new BenefitEvent.ChangeReported(BENEFIT, LIN, "儿子找到工作");

    @Test
    void what_is_reported_while_something_else_is_verified_is_looked_into_after_that() {
        BenefitEvent kept = new BenefitEvent.Kept(BENEFIT, LIN, 6, due("2026-11-11"));
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .given(REPORTED)
                .when(new Keep(BENEFIT, null, on("2026-05-11", PROCESS)))
                .happens(kept, fellDue(ReviewCause.REPORTED, 2));
        granted()
                .given(REPORTED)
                .given(fellDue(ReviewCause.REPORTED))
                .when(new Keep(BENEFIT, null, on("2026-05-11", PROCESS)))
                .happens(kept);
    }

    @Test
    void what_was_reported_before_an_earlier_end_was_part_of_what_ended_then() {
        BenefitEvent kept = new BenefitEvent.Kept(BENEFIT, LIN, 6, due("2026-11-11"));
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .given(REPORTED)
                .given(kept)
                .given(fellDue(ReviewCause.PERIODIC, 2))
                .when(new Keep(BENEFIT, null, on("2026-05-11", PROCESS)))
                .happens(kept);
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .given(REPORTED)
                .given(kept)
                .given(
                        new BenefitEvent.CertificationMissed(
                                BENEFIT, LIN, LocalDate.parse("2026-05-01")))
                .given(fellDue(ReviewCause.NOT_CERTIFIED, 2))
                .when(new Keep(BENEFIT, null, on("2026-05-11", PROCESS)))
                .happens(kept);
    }

    @Test
    void what_was_reported_before_a_stop_is_not_looked_into_once_it_was_found_right() {
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .given(REPORTED)
                .given(stopped("2026-05-01", "2026-05-06"))
                .given(fellDue(ReviewCause.STOP_QUESTIONED, 2))
                .when(new BreakOffReview(BENEFIT, on("2026-05-20", PROCESS)))
                .happens(new BenefitEvent.ReviewBrokenOff(BENEFIT, LIN, null));
    }

    @Test
    void what_an_office_says_again_while_it_is_looked_into_adds_nothing() {
        granted()
                .given(REPORTED)
                .given(fellDue(ReviewCause.REPORTED))
                .when(report("2026-06-06", CLERK))
                .nothingHappens();
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .given(REPORTED)
                .when(report("2026-06-06", CLERK))
                .nothingHappens();
        granted()
                .given(REPORTED)
                .given(fellDue(ReviewCause.REPORTED))
                .when(report("2026-06-06", LIN_SELF))
                .happens(REPORTED);
    }

    /** The same list comes each month; of another member it says something else. */
    @Test
    void what_happens_but_once_is_not_looked_into_again_after_it_was_decided_on() {
        BenefitEvent kept = new BenefitEvent.Kept(BENEFIT, LIN, 6, due("2026-11-11"));
        granted()
                .given(reported("甲死亡"))
                .given(fellDue(1, "甲死亡"))
                .given(kept)
                .when(death("甲死亡", CLERK))
                .nothingHappens();
        granted()
                .given(reported("甲死亡"))
                .given(fellDue(1, "甲死亡"))
                .given(kept)
                .when(death("乙死亡", CLERK))
                .happens(reported("乙死亡"), fellDue(2, "乙死亡"));
        granted()
                .given(reported("甲死亡"))
                .given(fellDue(1, "甲死亡"))
                .given(kept)
                .when(death("甲死亡", LIN_SELF))
                .happens(reported("甲死亡"), fellDue(2, "甲死亡"));
    }

    @Test
    void what_was_found_wrong_half_a_year_ago_may_have_come_true_since() {
        BenefitEvent kept = new BenefitEvent.Kept(BENEFIT, LIN, 6, due("2026-06-07"));
        granted()
                .given(reported("甲死亡"))
                .given(fellDue(1, "甲死亡"))
                .given("2025-12-07", kept)
                .when(death("甲死亡", CLERK))
                .nothingHappens();
        granted()
                .given(reported("甲死亡"))
                .given(fellDue(1, "甲死亡"))
                .given("2025-12-06", kept)
                .when(death("甲死亡", CLERK))
                .happens(reported("甲死亡"), fellDue(2, "甲死亡"));
    }

    @Test
    void what_may_happen_again_or_was_not_decided_on_is_looked_into_again() {
        BenefitEvent kept = new BenefitEvent.Kept(BENEFIT, LIN, 6, due("2026-11-11"));
        granted()
                .given(REPORTED)
                .given(fellDue(ReviewCause.REPORTED))
                .given(kept)
                .when(report("2026-07-06", CLERK))
                .happens(REPORTED, fellDue(ReviewCause.REPORTED, 2));
        granted()
                .given(reported("甲死亡"))
                .given(fellDue(1, "甲死亡"))
                .given(new BenefitEvent.ReviewBrokenOff(BENEFIT, LIN, due("2026-09-10")))
                .when(death("甲死亡", CLERK))
                .happens(reported("甲死亡"), fellDue(2, "甲死亡"));
    }

    @Test
    void all_that_was_reported_meanwhile_is_looked_into_together_after_that_and_then_settled() {
        BenefitEvent kept = new BenefitEvent.Kept(BENEFIT, LIN, 6, due("2026-11-11"));
        granted()
                .given(reported("甲死亡"))
                .given(fellDue(1, "甲死亡"))
                .given(reported("乙死亡"))
                .given(reported("丙死亡"))
                .when(new Keep(BENEFIT, null, on("2026-05-11", PROCESS)))
                .happens(kept, fellDue(2, "乙死亡\n丙死亡"));
        for (String known : List.of("甲死亡", "乙死亡", "丙死亡")) {
            granted()
                    .given(reported("甲死亡"))
                    .given(fellDue(1, "甲死亡"))
                    .given(reported("乙死亡"))
                    .given(reported("丙死亡"))
                    .given(kept)
                    .given(fellDue(2, "乙死亡\n丙死亡"))
                    .when(death(known, CLERK))
                    .nothingHappens();
            granted()
                    .given(reported("甲死亡"))
                    .given(fellDue(1, "甲死亡"))
                    .given(reported("乙死亡"))
                    .given(reported("丙死亡"))
                    .given(kept)
                    .given(fellDue(2, "乙死亡\n丙死亡"))
                    .given(kept)
                    .when(death(known, CLERK))
                    .nothingHappens();
        }
    }

    /** What a form does not take would be refused, and nobody would look into it. */
    @Test
    void what_does_not_fit_one_verification_waits_for_the_next() {
        BenefitEvent kept = new BenefitEvent.Kept(BENEFIT, LIN, 6, due("2026-11-11"));
        String longest = "长".repeat(2_000);
        BenefitFixture three =
                granted()
                        .given(fellDue(ReviewCause.PERIODIC))
                        .given(reported("甲死亡"))
                        .given(reported(longest))
                        .given(reported("丙死亡"));
        three.when(new Keep(BENEFIT, null, on("2026-05-11", PROCESS)))
                .happens(kept, fellDue(2, "甲死亡"));
        three.given(kept)
                .given(fellDue(2, "甲死亡"))
                .when(new Keep(BENEFIT, null, on("2026-05-11", PROCESS)))
                .happens(kept, fellDue(3, longest));
    }

    @Test
    void what_an_older_program_passed_over_is_looked_into_after_what_it_began() {
        BenefitEvent kept = new BenefitEvent.Kept(BENEFIT, LIN, 6, due("2026-11-11"));
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .given(reported("甲死亡"))
                .given(reported("乙死亡"))
                .given(kept)
                .given(fellDue(2, "乙死亡"))
                .when(new Keep(BENEFIT, null, on("2026-05-11", PROCESS)))
                .happens(kept, fellDue(3, "甲死亡"));
    }

    @Test
    void falls_due_on_the_last_day_of_its_term() {
        granted().when(fallDue("2026-09-10")).happens(fellDue(ReviewCause.PERIODIC));
    }

    @Test
    void falls_due_when_the_clock_was_late() {
        granted().when(fallDue("2026-11-30")).happens(fellDue(ReviewCause.PERIODIC));
    }

    @Test
    void does_not_fall_due_early() {
        granted().when(fallDue("2026-09-09")).refused("review-not-due");
    }

    @Test
    void falls_due_once_a_term() {
        granted().given(fellDue(ReviewCause.PERIODIC)).when(fallDue("2026-09-11")).nothingHappens();
    }

    @Test
    void what_was_never_to_be_verified_or_has_ended_does_not_fall_due() {
        granted(null, null).when(fallDue("2027-09-10")).nothingHappens();
        granted()
                .given(stopped("2026-05-01", "2026-05-06"))
                .when(fallDue("2026-09-10"))
                .nothingHappens();
        nothing()
                .given(grantedEvent(6, due("2026-09-10"), "2026-08-01"))
                .when(fallDue("2026-09-10"))
                .nothingHappens();
    }

    @Test
    void a_reported_change_opens_a_verification() {
        granted()
                .when(report("2026-05-06", LIN_SELF))
                .happens(REPORTED, fellDue(ReviewCause.REPORTED));
        granted()
                .when(report("2026-05-06", AGENT))
                .happens(REPORTED, fellDue(ReviewCause.REPORTED));
        granted()
                .when(report("2026-05-06", CLERK))
                .happens(REPORTED, fellDue(ReviewCause.REPORTED));
    }

    @Test
    void a_change_that_is_reported_during_a_verification_belongs_to_it() {
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .when(report("2026-09-14", LIN_SELF))
                .happens(REPORTED);
    }

    @Test
    void nobody_reports_for_a_stranger() {
        granted().when(report("2026-05-06", STRANGER)).refused("not-the-beneficiary");
    }

    @Test
    void an_empty_report_is_none() {
        granted()
                .when(new ReportChange(BENEFIT, " ", on("2026-05-06", LIN_SELF)))
                .refused("nothing-reported");
    }

    @Test
    void nothing_is_reported_of_a_benefit_that_ended() {
        granted()
                .given(stopped("2026-05-01", "2026-05-06"))
                .when(report("2026-06-01", LIN_SELF))
                .refused("benefit-ended");
    }

    @Test
    void stays_as_it_is_and_is_verified_again_after_the_same_time() {
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .when(new Keep(BENEFIT, null, on("2026-03-20", PROCESS)))
                .happens(new BenefitEvent.Kept(BENEFIT, LIN, 6, due("2026-09-20")));
    }

    @Test
    void a_verification_says_how_many_share_it_where_that_is_another_number() {
        BenefitEvent kept = new BenefitEvent.Kept(BENEFIT, LIN, 6, due("2026-09-20"));
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .when(new Keep(BENEFIT, null, 4, on("2026-03-20", PROCESS)))
                .happens(kept, new BenefitEvent.MembersCounted(BENEFIT, LIN, 4));
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .when(new Keep(BENEFIT, null, 3, on("2026-03-20", PROCESS)))
                .happens(kept);
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .when(new Keep(BENEFIT, null, 0, on("2026-03-20", PROCESS)))
                .refused("amount-unfit");
    }

    @Test
    void is_verified_after_another_time_where_the_family_came_into_another_category() {
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .when(new Keep(BENEFIT, 3, on("2026-03-20", PROCESS)))
                .happens(new BenefitEvent.Kept(BENEFIT, LIN, 3, due("2026-06-22")));
    }

    @Test
    void another_time_between_verifications_holds_from_then_on() {
        granted()
                .given(new BenefitEvent.Kept(BENEFIT, LIN, 3, due("2026-06-22")))
                .when(new Keep(BENEFIT, null, on("2026-06-22", PROCESS)))
                .happens(new BenefitEvent.Kept(BENEFIT, LIN, 3, due("2026-09-22")));
    }

    @Test
    void can_fall_due_again_after_a_verification() {
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .given(new BenefitEvent.Kept(BENEFIT, LIN, 6, due("2026-10-20")))
                .when(fallDue("2026-10-20"))
                .happens(fellDue(ReviewCause.PERIODIC, 2));
    }

    @Test
    void what_broke_off_falls_due_again_on_its_old_day() {
        BenefitEvent brokenOff = new BenefitEvent.ReviewBrokenOff(BENEFIT, LIN, due("2026-09-10"));
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .when(new BreakOffReview(BENEFIT, on("2026-09-14", PROCESS)))
                .happens(brokenOff);
        granted()
                .given(fellDue(ReviewCause.PERIODIC))
                .given(brokenOff)
                .when(fallDue("2026-09-14"))
                .happens(fellDue(ReviewCause.PERIODIC, 2));
        granted().when(new BreakOffReview(BENEFIT, on("2026-09-14", PROCESS))).nothingHappens();
    }

    @Test
    void the_beneficiary_does_not_verify() {
        granted()
                .when(new Keep(BENEFIT, null, on("2026-05-06", LIN_SELF)))
                .refused("benefit-office-only");
        granted()
                .when(new FallDue(BENEFIT, on("2026-09-10", LIN_SELF)))
                .refused("benefit-office-only");
    }

    private static FallDue fallDue(String day) {
        return new FallDue(BENEFIT, on(day, PROCESS));
    }

    private static ReportChange report(String day, Actor by) {
        return new ReportChange(BENEFIT, "儿子找到工作", on(day, by));
    }

    private static ReportChange death(String change, Actor by) {
        return new ReportChange(BENEFIT, change, true, on("2026-06-06", by));
    }

    private static BenefitEvent reported(String change) {
        return new BenefitEvent.ChangeReported(BENEFIT, LIN, change);
    }

    private static BenefitEvent fellDue(ReviewCause cause) {
        return fellDue(cause, 1);
    }

    private static BenefitEvent fellDue(ReviewCause cause, int serial) {
        return fellDue(cause, serial, cause == ReviewCause.REPORTED ? "儿子找到工作" : null);
    }

    private static BenefitEvent fellDue(int serial, String change) {
        return fellDue(ReviewCause.REPORTED, serial, change);
    }

    private static BenefitEvent fellDue(ReviewCause cause, int serial, @Nullable String change) {
        return new BenefitEvent.ReviewFellDue(
                BENEFIT,
                LIN,
                CaseFixture.CASE,
                TOWN,
                "oil-money",
                serial,
                cause,
                yuan("1314.00"),
                change,
                REVIEW);
    }
}
