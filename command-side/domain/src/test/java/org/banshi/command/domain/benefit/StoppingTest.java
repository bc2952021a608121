package org.banshi.command.domain.benefit;

import static org.banshi.command.domain.benefit.BenefitFixture.BENEFIT;
import static org.banshi.command.domain.benefit.BenefitFixture.RULE;
import static org.banshi.command.domain.benefit.BenefitFixture.due;
import static org.banshi.command.domain.benefit.BenefitFixture.granted;
import static org.banshi.command.domain.benefit.BenefitFixture.grantedEvent;
import static org.banshi.command.domain.benefit.BenefitFixture.nothing;
import static org.banshi.command.domain.benefit.BenefitFixture.remedies;
import static org.banshi.command.domain.benefit.BenefitFixture.stopped;
import static org.banshi.command.domain.benefit.BenefitFixture.yuan;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitCommand.ClaimBack;
import org.banshi.command.contract.benefit.BenefitCommand.CollectFine;
import org.banshi.command.contract.benefit.BenefitCommand.Fine;
import org.banshi.command.contract.benefit.BenefitCommand.PhaseOut;
import org.banshi.command.contract.benefit.BenefitCommand.Resume;
import org.banshi.command.contract.benefit.BenefitCommand.Stop;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.Defence;
import org.banshi.command.contract.calendar.DueDate;
import org.junit.jupiter.api.Test;

class StoppingTest {

    private static final String TODAY = "2026-05-11";

    private static final BenefitEvent PHASING_OUT =
            new BenefitEvent.PhaseOutBegan(
                    BENEFIT,
                    LIN,
                    LocalDate.parse("2026-08-01"),
                    "找到工作",
                    RULE,
                    LocalDate.parse("2026-05-08"),
                    remedies("2026-05-08"));

    @Test
    void stops_after_the_month_of_the_decision() {
        granted().when(stop("搬离", RULE, "2026-05-08")).happens(stopped("2026-05-01", "2026-05-08"));
    }

    @Test
    void ends_with_the_month_of_a_death_and_says_to_whom_goes_what_was_due_until_then() {
        granted()
                .when(died("2026-04-20"))
                .happens(
                        new BenefitEvent.Stopped(
                                BENEFIT,
                                LIN,
                                LocalDate.parse("2026-04-01"),
                                "去世",
                                RULE,
                                LocalDate.parse("2026-05-08"),
                                remedies("2026-05-08"),
                                LocalDate.parse("2026-04-20"),
                                "儿子林果",
                                "oil-money"));
        granted()
                .when(died("2026-02-20"))
                .happens(
                        new BenefitEvent.Stopped(
                                BENEFIT,
                                LIN,
                                LocalDate.parse("2026-03-01"),
                                "去世",
                                RULE,
                                LocalDate.parse("2026-05-08"),
                                remedies("2026-05-08"),
                                LocalDate.parse("2026-02-20"),
                                "儿子林果",
                                null));
    }

    private static Stop died(String day) {
        return new Stop(
                BENEFIT,
                "去世",
                RULE,
                LocalDate.parse("2026-05-08"),
                LocalDate.parse(day),
                "儿子林果",
                on(TODAY, PROCESS));
    }

    @Test
    void stops_only_with_notice_reason_and_rule() {
        granted().when(stop("搬离", RULE, "2026-05-12")).refused("benefit-notice-missing");
        granted().when(stop("", RULE, "2026-05-08")).refused("benefit-reason-missing");
        granted().when(stop("搬离", "", "2026-05-08")).refused("benefit-reason-missing");
    }

    @Test
    void stops_once() {
        granted()
                .given(stopped("2026-04-01", "2026-04-08"))
                .when(stop("搬离", RULE, "2026-05-08"))
                .refused("benefit-ended");
    }

    @Test
    void the_beneficiary_does_not_stop_it() {
        granted()
                .when(
                        new Stop(
                                BENEFIT,
                                "搬离",
                                RULE,
                                LocalDate.parse("2026-05-08"),
                                on(TODAY, LIN_SELF)))
                .refused("benefit-office-only");
    }

    private static final BenefitEvent RUNS_OUT =
            new BenefitEvent.RunsOut(BENEFIT, LIN, "oil-money", LocalDate.parse("2026-08-01"));

    @Test
    void is_phased_out_over_the_months_that_the_county_set() {
        granted().when(phaseOut(3, "2026-05-08")).happens(PHASING_OUT, RUNS_OUT);
    }

    @Test
    void what_is_phased_out_ends_once_when_its_last_month_is_over() {
        BenefitEvent ranOut = new BenefitEvent.RanOut(BENEFIT, LIN, LocalDate.parse("2026-08-01"));

        granted()
                .given(PHASING_OUT)
                .given(RUNS_OUT)
                .when(new BenefitCommand.RunOut(BENEFIT, on("2026-08-31", PROCESS)))
                .nothingHappens();
        granted()
                .given(PHASING_OUT)
                .given(RUNS_OUT)
                .when(new BenefitCommand.RunOut(BENEFIT, on("2026-09-01", PROCESS)))
                .happens(ranOut);
        granted()
                .given(PHASING_OUT)
                .given(RUNS_OUT)
                .given(ranOut)
                .when(new BenefitCommand.RunOut(BENEFIT, on("2026-09-02", PROCESS)))
                .nothingHappens();
        granted()
                .when(new BenefitCommand.RunOut(BENEFIT, on("2026-09-02", PROCESS)))
                .nothingHappens();
    }

    @Test
    void a_phase_out_lasts_a_month_at_least_needs_a_notice_and_begins_once() {
        granted().when(phaseOut(0, "2026-05-08")).refused("phase-out-months");
        granted().when(phaseOut(3, "2026-05-12")).refused("benefit-notice-missing");
        granted().given(PHASING_OUT).when(phaseOut(3, "2026-05-08")).refused("phasing-out");
    }

    @Test
    void can_be_stopped_while_it_is_phased_out() {
        granted()
                .given(PHASING_OUT)
                .when(stop("搬离", RULE, "2026-05-08"))
                .happens(stopped("2026-05-01", "2026-05-08"));
    }

    @Test
    void claims_back_what_was_paid_without_a_right_to_it() {
        granted().when(claimBack("2628.00", "2026-05-08")).happens(claimed("2628.00"));
    }

    @Test
    void claims_back_no_more_than_was_paid_and_not_twice() {
        granted().when(claimBack("2628.01", "2026-05-08")).refused("more-than-paid");
        granted().when(claimBack("0", "2026-05-08")).refused("more-than-paid");
        granted()
                .given(claimed("2000.00"))
                .when(claimBack("628.01", "2026-05-08"))
                .refused("more-than-paid");
    }

    @Test
    void claims_back_only_with_a_notice() {
        granted().when(claimBack("100", "2026-05-12")).refused("benefit-notice-missing");
    }

    @Test
    void claims_back_after_the_end_too() {
        granted()
                .given(stopped("2026-04-01", "2026-04-08"))
                .when(claimBack("1314.00", "2026-05-08"))
                .happens(claimed("1314.00"));
        granted()
                .given(stopped("2026-04-01", "2026-04-08"))
                .when(claimBack("1314.01", "2026-05-08"))
                .refused("more-than-paid");
    }

    @Test
    void fines_from_one_to_three_times_what_was_obtained_by_fraud() {
        cheated().when(fine("1000", "1")).happens(fined("1000.00", "1000.00"));
        cheated().when(fine("2000", "3")).happens(fined("2000.00", "6000.00"));
        cheated().when(fine("333.33", "1.5")).happens(fined("333.33", "500.00"));
        cheated().when(fine("1000", "0.99")).refused("fine-bounds");
        cheated().when(fine("1000", "3.01")).refused("fine-bounds");
    }

    @Test
    void fines_nothing_that_was_not_claimed_back_and_nothing_twice() {
        granted().when(fine("1000", "1")).refused("fine-without-claim");
        cheated().when(fine("2000.01", "1")).refused("fine-without-claim");
        cheated().when(fine("0", "1")).refused("fine-without-claim");
        cheated()
                .given(fined("2000.00", "2000.00"))
                .when(fine("1", "1"))
                .refused("fine-without-claim");
    }

    @Test
    void fines_only_whoever_was_told_before() {
        cheated()
                .when(
                        new Fine(
                                BENEFIT,
                                yuan("1000"),
                                yuan("1"),
                                LocalDate.parse("2026-05-09"),
                                Defence.NONE,
                                "隐瞒收入",
                                RULE,
                                LocalDate.parse("2026-05-08"),
                                on(TODAY, PROCESS)))
                .refused("fine-untold");
    }

    @Test
    void takes_in_the_payment_of_a_fine_once() {
        CollectFine paid = collect("2000", "2026-05-10");
        BenefitEvent collected =
                new BenefitEvent.FineCollected(
                        BENEFIT, LIN, yuan("2000.00"), LocalDate.parse("2026-05-10"), "receipt 7");

        cheated().given(fined("1000.00", "2000.00")).when(paid).happens(collected);
        cheated().when(paid).refused("no-fine");
        cheated()
                .given(fined("1000.00", "2000.00"))
                .given(collected)
                .when(paid)
                .refused("fine-receipt-used");
        cheated()
                .given(fined("1000.00", "2000.00"))
                .when(collect("2000", "2026-05-07"))
                .refused("fine-day");
        cheated()
                .given(fined("1000.00", "2000.00"))
                .when(collect("2000", "2026-05-12"))
                .refused("fine-day");
    }

    @Test
    void takes_a_payment_for_the_fine_of_its_amount_and_no_receipt_twice_for_it() {
        BenefitEvent second =
                new BenefitEvent.FineCollected(
                        BENEFIT, LIN, yuan("3000.00"), LocalDate.parse("2026-05-10"), "receipt 7");
        BenefitFixture finedTwice =
                cheated()
                        .given(fined("1000.00", "1000.00"))
                        .given(fined("1000.00", "3000.00", "2026-05-09"));

        finedTwice.when(collect("2000", "2026-05-10")).refused("no-fine");
        finedTwice.when(collect("3000", "2026-05-08")).refused("fine-day");
        finedTwice.when(collect("3000", "2026-05-10")).happens(second);
        finedTwice.given(second).when(collect("3000", "2026-05-10")).refused("fine-receipt-used");
        finedTwice
                .when(collect("1000", "2026-05-10"))
                .happens(
                        new BenefitEvent.FineCollected(
                                BENEFIT,
                                LIN,
                                yuan("1000.00"),
                                LocalDate.parse("2026-05-10"),
                                "receipt 7"));
    }

    private static BenefitFixture cheated() {
        return granted().given(claimed("2000.00"));
    }

    private static Fine fine(String obtained, String times) {
        return new Fine(
                BENEFIT,
                yuan(obtained),
                yuan(times),
                LocalDate.parse("2026-04-20"),
                Defence.HEARD,
                "隐瞒收入",
                RULE,
                LocalDate.parse("2026-05-08"),
                on(TODAY, PROCESS));
    }

    private static CollectFine collect(String fine, String paidOn) {
        return new CollectFine(
                BENEFIT, yuan(fine), LocalDate.parse(paidOn), "receipt 7", on(TODAY, PROCESS));
    }

    private static BenefitEvent fined(String obtained, String fine) {
        return fined(obtained, fine, "2026-05-08");
    }

    private static BenefitEvent fined(String obtained, String fine, String served) {
        return new BenefitEvent.Fined(
                BENEFIT,
                LIN,
                yuan(obtained),
                yuan(fine),
                LocalDate.parse("2026-04-20"),
                Defence.HEARD,
                "隐瞒收入",
                RULE,
                LocalDate.parse(served),
                new DueDate(LocalDate.parse("2026-05-25"), false),
                remedies(served));
    }

    @Test
    void goes_on_with_what_was_held_back_when_the_stop_was_wrong() {
        granted()
                .given(stopped("2026-04-01", "2026-04-08"))
                .when(new Resume(BENEFIT, yuan("1314"), "复核有误", on(TODAY, PROCESS)))
                .happens(
                        new BenefitEvent.Resumed(
                                BENEFIT,
                                LIN,
                                "oil-money",
                                LocalDate.parse("2026-06-01"),
                                yuan("1314.00"),
                                "复核有误",
                                due("2026-11-11"),
                                yuan("1314.00")));
    }

    @Test
    void what_was_being_phased_out_still_ends_with_its_last_month_after_a_wrong_stop() {
        BenefitEvent resumed =
                new BenefitEvent.Resumed(
                        BENEFIT,
                        LIN,
                        "oil-money",
                        LocalDate.parse("2026-06-01"),
                        null,
                        "复核有误",
                        null,
                        yuan("1314.00"));
        BenefitFixture again =
                granted()
                        .given(PHASING_OUT)
                        .given(RUNS_OUT)
                        .given(stopped("2026-04-01", "2026-04-08"));

        again.when(new Resume(BENEFIT, null, "复核有误", on(TODAY, PROCESS)))
                .happens(resumed, RUNS_OUT);
        again.given(resumed)
                .given(RUNS_OUT)
                .when(new BenefitCommand.RunOut(BENEFIT, on("2026-09-01", PROCESS)))
                .happens(new BenefitEvent.RanOut(BENEFIT, LIN, LocalDate.parse("2026-08-01")));
    }

    @Test
    void fines_after_the_stop_too() {
        cheated()
                .given(stopped("2026-05-01", "2026-05-08"))
                .when(fine("1000", "1"))
                .happens(fined("1000.00", "1000.00"));
    }

    @Test
    void goes_on_only_after_a_stop_and_with_a_reason() {
        granted()
                .when(new Resume(BENEFIT, null, "复核有误", on(TODAY, PROCESS)))
                .refused("benefit-not-stopped");
        granted()
                .given(stopped("2026-04-01", "2026-04-08"))
                .when(new Resume(BENEFIT, null, "", on(TODAY, PROCESS)))
                .refused("benefit-reason-missing");
        granted()
                .given(stopped("2026-04-01", "2026-04-08"))
                .when(new Resume(BENEFIT, yuan("-1"), "复核有误", on(TODAY, PROCESS)))
                .refused("amount-unfit");
    }

    @Test
    void what_ended_by_itself_is_not_stopped() {
        nothing()
                .given(grantedEvent(null, null, "2026-04-01"))
                .when(stop("搬离", RULE, "2026-05-08"))
                .refused("benefit-ended");
    }

    private static Stop stop(String reason, String rule, String served) {
        return new Stop(BENEFIT, reason, rule, LocalDate.parse(served), on(TODAY, PROCESS));
    }

    private static PhaseOut phaseOut(int months, String served) {
        return new PhaseOut(
                BENEFIT, months, "找到工作", RULE, LocalDate.parse(served), on(TODAY, PROCESS));
    }

    private static ClaimBack claimBack(String amount, String served) {
        return new ClaimBack(
                BENEFIT, yuan(amount), "隐瞒收入", RULE, LocalDate.parse(served), on(TODAY, PROCESS));
    }

    private static BenefitEvent claimed(String amount) {
        return new BenefitEvent.ClaimedBack(
                BENEFIT,
                LIN,
                yuan(amount),
                "隐瞒收入",
                RULE,
                LocalDate.parse("2026-05-08"),
                remedies("2026-05-08"));
    }
}
