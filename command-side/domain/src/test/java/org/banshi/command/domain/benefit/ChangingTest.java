package org.banshi.command.domain.benefit;

import static org.banshi.command.domain.benefit.BenefitFixture.BENEFIT;
import static org.banshi.command.domain.benefit.BenefitFixture.RULE;
import static org.banshi.command.domain.benefit.BenefitFixture.due;
import static org.banshi.command.domain.benefit.BenefitFixture.granted;
import static org.banshi.command.domain.benefit.BenefitFixture.remedies;
import static org.banshi.command.domain.benefit.BenefitFixture.stopped;
import static org.banshi.command.domain.benefit.BenefitFixture.yuan;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitCommand.ClaimBack;
import org.banshi.command.contract.benefit.BenefitCommand.Decrease;
import org.banshi.command.contract.benefit.BenefitCommand.Increase;
import org.banshi.command.contract.benefit.BenefitCommand.Rehearse;
import org.banshi.command.contract.benefit.BenefitCommand.Stop;
import org.banshi.command.contract.benefit.BenefitCommand.StopShare;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.junit.jupiter.api.Test;

class ChangingTest {

    private static final String TODAY = "2026-05-11";

    @Test
    void is_increased_from_the_next_month() {
        granted()
                .when(increase("1500", "家里多了一口人"))
                .happens(
                        new BenefitEvent.Increased(
                                BENEFIT,
                                LIN,
                                yuan("1500.00"),
                                LocalDate.parse("2026-06-01"),
                                "家里多了一口人",
                                due("2026-11-11")));
    }

    @Test
    void an_increase_is_more_and_says_why() {
        granted().when(increase("1314.00", "没有变化")).refused("not-more");
        granted().when(increase("1500", " ")).refused("benefit-reason-missing");
    }

    @Test
    void is_decreased_from_the_next_month_with_notice_reason_and_remedies_from_the_notice() {
        granted()
                .when(decrease("900", "收入增加", RULE, "2026-05-08"))
                .happens(
                        new BenefitEvent.Decreased(
                                BENEFIT,
                                LIN,
                                yuan("900.00"),
                                LocalDate.parse("2026-06-01"),
                                "收入增加",
                                RULE,
                                LocalDate.parse("2026-05-08"),
                                remedies("2026-05-08"),
                                due("2026-11-11")));
    }

    @Test
    void is_not_decreased_without_a_notice_that_was_served() {
        granted()
                .when(decrease("900", "收入增加", RULE, "2026-05-12"))
                .refused("benefit-notice-missing");
    }

    @Test
    void is_not_decreased_without_reason_and_rule() {
        granted().when(decrease("900", "", RULE, "2026-05-08")).refused("benefit-reason-missing");
        granted()
                .when(decrease("900", "收入增加", " ", "2026-05-08"))
                .refused("benefit-reason-missing");
    }

    @Test
    void a_decrease_is_less_and_leaves_something() {
        granted().when(decrease("1314", "收入增加", RULE, "2026-05-08")).refused("not-less");
        granted().when(decrease("0", "收入增加", RULE, "2026-05-08")).refused("not-less");
    }

    @Test
    void a_second_change_in_a_month_starts_from_the_first() {
        granted()
                .given(
                        new BenefitEvent.Increased(
                                BENEFIT,
                                LIN,
                                yuan("1500.00"),
                                LocalDate.parse("2026-06-01"),
                                "家里多了一口人",
                                null))
                .when(increase("1400", "更正"))
                .refused("not-more");
    }

    @Test
    void c17_the_share_of_who_refuses_work_three_times_ends_and_the_others_stay() {
        granted()
                .when(stopShare("2026-03-02", "2026-03-30", "2026-04-27"))
                .happens(
                        new BenefitEvent.ShareStopped(
                                BENEFIT,
                                LIN,
                                "林二灯",
                                yuan("438.00"),
                                yuan("876.00"),
                                2,
                                LocalDate.parse("2026-06-01"),
                                "三次拒绝工作",
                                RULE,
                                LocalDate.parse("2026-05-08"),
                                remedies("2026-05-08"),
                                due("2026-11-11")));
    }

    @Test
    void a_share_is_that_of_as_many_as_the_verification_found() {
        granted()
                .when(
                        new StopShare(
                                BENEFIT,
                                "林二灯",
                                List.of(
                                        LocalDate.parse("2026-03-02"),
                                        LocalDate.parse("2026-03-30"),
                                        LocalDate.parse("2026-04-27")),
                                "三次拒绝工作",
                                RULE,
                                LocalDate.parse("2026-05-08"),
                                4,
                                on("2026-05-11", PROCESS)))
                .happens(
                        new BenefitEvent.ShareStopped(
                                BENEFIT,
                                LIN,
                                "林二灯",
                                yuan("328.50"),
                                yuan("985.50"),
                                3,
                                LocalDate.parse("2026-06-01"),
                                "三次拒绝工作",
                                RULE,
                                LocalDate.parse("2026-05-08"),
                                remedies("2026-05-08"),
                                due("2026-11-11")));
    }

    @Test
    void a_share_does_not_end_before_the_third_refusal() {
        granted().when(stopShare("2026-03-02", "2026-03-30")).refused("three-refusals");
        granted()
                .when(stopShare("2026-03-02", "2026-03-30", "2026-03-30"))
                .refused("three-refusals");
        granted()
                .when(stopShare("2026-03-02", "2026-03-30", "2026-05-12"))
                .refused("three-refusals");
    }

    @Test
    void the_last_member_has_no_share_beside_others() {
        granted()
                .given(share(2))
                .given(share(1))
                .when(stopShare("2026-03-02", "2026-03-30", "2026-04-27"))
                .refused("no-share");
    }

    @Test
    void a_rehearsal_refuses_what_would_be_refused_and_changes_nothing() {
        Decrease less = decrease("900", "收入增加", RULE, "2026-05-08");
        Decrease more = decrease("1314", "收入增加", RULE, "2026-05-08");
        granted().when(rehearse(less)).nothingHappens();
        granted().when(rehearse(less, more)).refused("not-less");
        granted()
                .given(stopped("2026-04-01", "2026-04-06"))
                .when(rehearse(less))
                .refused("benefit-ended");
        granted()
                .when(
                        rehearse(
                                new ClaimBack(
                                        BENEFIT,
                                        yuan("999999"),
                                        "骗取",
                                        RULE,
                                        LocalDate.parse("2026-05-08"),
                                        on(TODAY, PROCESS)),
                                new Stop(
                                        BENEFIT,
                                        "骗取",
                                        RULE,
                                        LocalDate.parse("2026-05-08"),
                                        on(TODAY, PROCESS))))
                .refused("more-than-paid");
    }

    private static Rehearse rehearse(BenefitCommand... acts) {
        return new Rehearse(BENEFIT, List.of(acts), on(TODAY, PROCESS));
    }

    @Test
    void what_ended_does_not_change() {
        granted()
                .given(stopped("2026-04-01", "2026-04-06"))
                .when(increase("1500", "家里多了一口人"))
                .refused("benefit-ended");
    }

    @Test
    void the_beneficiary_changes_nothing() {
        granted()
                .when(new Increase(BENEFIT, yuan("1500"), "我要", on(TODAY, LIN_SELF)))
                .refused("benefit-office-only");
    }

    private static BenefitEvent share(int left) {
        return new BenefitEvent.ShareStopped(
                BENEFIT,
                LIN,
                "林二灯",
                yuan("438.00"),
                yuan("438.00"),
                left,
                LocalDate.parse("2026-05-01"),
                "三次拒绝工作",
                RULE,
                LocalDate.parse("2026-04-08"),
                List.of(),
                null);
    }

    private static Increase increase(String amount, String reason) {
        return new Increase(BENEFIT, yuan(amount), reason, on(TODAY, PROCESS));
    }

    private static Decrease decrease(String amount, String reason, String rule, String served) {
        return new Decrease(
                BENEFIT, yuan(amount), reason, rule, LocalDate.parse(served), on(TODAY, PROCESS));
    }

    private static StopShare stopShare(String... refusals) {
        return new StopShare(
                BENEFIT,
                "林二灯",
                Stream.of(refusals).map(LocalDate::parse).toList(),
                "三次拒绝工作",
                RULE,
                LocalDate.parse("2026-05-08"),
                on(TODAY, PROCESS));
    }
}
