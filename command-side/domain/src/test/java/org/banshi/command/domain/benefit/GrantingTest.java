package org.banshi.command.domain.benefit;

import static org.banshi.command.domain.benefit.BenefitFixture.BENEFIT;
import static org.banshi.command.domain.benefit.BenefitFixture.DAY;
import static org.banshi.command.domain.benefit.BenefitFixture.REVIEW;
import static org.banshi.command.domain.benefit.BenefitFixture.SERVICE;
import static org.banshi.command.domain.benefit.BenefitFixture.due;
import static org.banshi.command.domain.benefit.BenefitFixture.grant;
import static org.banshi.command.domain.benefit.BenefitFixture.granted;
import static org.banshi.command.domain.benefit.BenefitFixture.grantedEvent;
import static org.banshi.command.domain.benefit.BenefitFixture.nothing;
import static org.banshi.command.domain.benefit.BenefitFixture.stopped;
import static org.banshi.command.domain.benefit.BenefitFixture.yuan;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.domain.invented.CaseFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantingTest {

    private static final ApplicationId ANOTHER =
            new ApplicationId("00000000-0000-0000-0000-000000000009");

    @Test
    void c16a_is_verified_after_six_months_where_income_is_not_fixed() {
        nothing()
                .when(grant("1314", "2026-04-01", null, null, 6))
                .happens(grantedEvent(6, due("2026-09-10"), null));
    }

    @Test
    void c16b_is_verified_after_twelve_months_where_little_changes() {
        nothing()
                .when(grant("1314", "2026-04-01", null, null, 12))
                .happens(grantedEvent(12, new DueDate(LocalDate.parse("2027-03-10"), true), null));
    }

    @Test
    void ends_by_itself_after_the_months_it_was_given_for() {
        nothing()
                .when(grant("1314", "2026-04-01", null, 12, null))
                .happens(grantedEvent(null, null, "2027-03-01"));
    }

    @Test
    void pays_earlier_months_as_arrears_with_the_first_one() {
        nothing()
                .when(grant("280", "2026-04-01", "550", null, null))
                .happens(
                        new BenefitEvent.Granted(
                                BENEFIT,
                                LIN,
                                CaseFixture.CASE,
                                SERVICE,
                                TOWN,
                                "oil-money",
                                yuan("280.00"),
                                LocalDate.parse("2026-04-01"),
                                yuan("550.00"),
                                null,
                                3,
                                null,
                                null,
                                REVIEW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-01", "2025-03-01", "2026-04-02"})
    void pays_for_no_month_before_the_confirmation_and_for_whole_months_only(String first) {
        nothing().when(grant("1314", first, null, null, null)).refused("first-month");
    }

    @Test
    void pays_no_negative_amount_and_for_no_less_than_a_month() {
        nothing().when(grant("-1", "2026-04-01", null, null, null)).refused("amount-unfit");
        nothing().when(grant("1", "2026-04-01", "-1", null, null)).refused("amount-unfit");
        nothing().when(grant("1", "2026-04-01", null, 0, null)).refused("amount-unfit");
        nothing().when(grant("1", "2026-04-01", null, null, 0)).refused("amount-unfit");
    }

    @Test
    void what_is_confirmed_again_goes_on_at_what_was_confirmed_and_is_verified_from_then() {
        granted()
                .when(anew("1500", "100"))
                .happens(confirmedAnew("1500.00", "100.00", "2026-09-20"));
        granted().when(anew("1314", null)).happens(confirmedAnew("1314.00", null, "2026-09-20"));
    }

    @Test
    void what_is_confirmed_at_less_goes_on_and_is_to_be_verified_with_a_notice_before_a_decrease() {
        String change = "重新申请后核定的金额为每月900.00元，低于现在发放的金额，请核查是否减发。";
        granted()
                .when(anew("900", null))
                .happens(
                        new BenefitEvent.ConfirmedAnew(
                                BENEFIT,
                                LIN,
                                ANOTHER,
                                yuan("1314.00"),
                                LocalDate.parse("2026-04-01"),
                                null,
                                6,
                                due("2026-09-20"),
                                null,
                                true),
                        new BenefitEvent.ChangeReported(BENEFIT, LIN, change),
                        new BenefitEvent.ReviewFellDue(
                                BENEFIT,
                                LIN,
                                CaseFixture.CASE,
                                TOWN,
                                "oil-money",
                                1,
                                ReviewCause.REPORTED,
                                yuan("1314.00"),
                                change,
                                REVIEW));
    }

    @Test
    void what_was_stopped_is_not_confirmed_again() {
        granted()
                .given(stopped("2026-03-01", "2026-03-10"))
                .when(anew("1500", null))
                .refused("benefit-ended");
    }

    @Test
    void what_was_phased_out_is_confirmed_again_until_the_clock_has_said_that_it_ran_out() {
        LocalDate july = LocalDate.parse("2026-07-01");
        BenefitCommand again =
                new BenefitCommand.ConfirmAnew(
                        BENEFIT, ANOTHER, yuan("900"), july, null, null, on("2026-07-01", PROCESS));
        BenefitFixture phasedOut =
                granted(null, null)
                        .given(
                                new BenefitEvent.PhaseOutBegan(
                                        BENEFIT,
                                        LIN,
                                        LocalDate.parse("2026-06-01"),
                                        "",
                                        "",
                                        LocalDate.parse("2026-05-08"),
                                        List.of()));

        phasedOut
                .when(again)
                .happens(
                        new BenefitEvent.ConfirmedAnew(
                                BENEFIT, LIN, ANOTHER, yuan("900.00"), july, null, null, null));
        phasedOut
                .given(new BenefitEvent.RanOut(BENEFIT, LIN, LocalDate.parse("2026-06-01")))
                .when(again)
                .refused("benefit-ended");
    }

    private static BenefitCommand anew(String amount, @Nullable String arrears) {
        return new BenefitCommand.ConfirmAnew(
                BENEFIT,
                ANOTHER,
                yuan(amount),
                LocalDate.parse("2026-04-01"),
                arrears == null ? null : yuan(arrears),
                null,
                on("2026-03-20", PROCESS));
    }

    private static BenefitEvent confirmedAnew(
            String amount, @Nullable String arrears, String reviewDue) {
        return new BenefitEvent.ConfirmedAnew(
                BENEFIT,
                LIN,
                ANOTHER,
                yuan(amount),
                LocalDate.parse("2026-04-01"),
                arrears == null ? null : yuan(arrears),
                6,
                due(reviewDue));
    }

    @Test
    void nobody_grants_themselves_a_benefit() {
        BenefitCommand.Grant by = grant("1314", "2026-04-01", null, null, null);
        nothing()
                .when(
                        new BenefitCommand.Grant(
                                by.benefit(),
                                by.application(),
                                by.person(),
                                by.service(),
                                by.region(),
                                by.kind(),
                                by.monthlyAmount(),
                                by.firstMonth(),
                                by.arrears(),
                                by.months(),
                                by.members(),
                                by.reviewEvery(),
                                by.reviewBy(),
                                null,
                                null,
                                on(DAY, LIN_SELF)))
                .refused("benefit-office-only");
    }
}
