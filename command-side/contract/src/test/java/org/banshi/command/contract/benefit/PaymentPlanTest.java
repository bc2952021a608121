package org.banshi.command.contract.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.junit.jupiter.api.Test;

class PaymentPlanTest {

    private static final BenefitId ID = new BenefitId("00000000-0000-0000-0000-000000000007");
    private static final PersonId LIN = new PersonId("person-lin");

    @Test
    void d7_pays_arrears_with_the_first_month() {
        PaymentPlan plan = PaymentPlan.EMPTY.after(granted("280", "2025-02-01", "550", null));

        assertThat(payable(plan, "2025-01")).isEqualTo("0.00");
        assertThat(payable(plan, "2025-02")).isEqualTo("830.00");
        assertThat(payable(plan, "2025-03")).isEqualTo("280.00");
    }

    @Test
    void pays_a_changed_amount_from_its_month_on() {
        PaymentPlan plan =
                PaymentPlan.EMPTY
                        .after(granted("1314", "2026-04-01", null, null))
                        .after(increased("1500", "2026-06-01"));

        assertThat(payable(plan, "2026-05")).isEqualTo("1314.00");
        assertThat(payable(plan, "2026-06")).isEqualTo("1500.00");
        assertThat(plan.payableThrough(YearMonth.parse("2026-07"))).isEqualTo("5628.00");
    }

    @Test
    void what_ends_by_itself_ends_whatever_changes_before() {
        PaymentPlan plan =
                PaymentPlan.EMPTY
                        .after(granted("100", "2026-04-01", null, "2026-06-01"))
                        .after(increased("120", "2026-05-01"));

        assertThat(payable(plan, "2026-06")).isEqualTo("120.00");
        assertThat(payable(plan, "2026-07")).isEqualTo("0.00");
        assertThat(plan.lastMonth()).isEqualTo(YearMonth.parse("2026-06"));
    }

    @Test
    void goes_on_at_the_last_amount_after_a_stop_that_was_wrong() {
        PaymentPlan plan =
                PaymentPlan.EMPTY
                        .after(granted("100", "2026-04-01", null, null))
                        .after(
                                new BenefitEvent.Stopped(
                                        ID,
                                        LIN,
                                        LocalDate.parse("2026-05-01"),
                                        "",
                                        "",
                                        LocalDate.parse("2026-05-01"),
                                        List.of()))
                        .after(
                                new BenefitEvent.Resumed(
                                        ID,
                                        LIN,
                                        "oil",
                                        LocalDate.parse("2026-08-01"),
                                        new BigDecimal("200"),
                                        "",
                                        null));

        assertThat(payable(plan, "2026-05")).isEqualTo("100.00");
        assertThat(payable(plan, "2026-06")).isEqualTo("0.00");
        assertThat(payable(plan, "2026-08")).isEqualTo("300.00");
        assertThat(payable(plan, "2026-09")).isEqualTo("100.00");
    }

    @Test
    void the_earlier_of_two_ends_holds() {
        PaymentPlan plan =
                PaymentPlan.EMPTY
                        .after(granted("100", "2026-04-01", null, "2026-06-01"))
                        .after(
                                new BenefitEvent.PhaseOutBegan(
                                        ID,
                                        LIN,
                                        LocalDate.parse("2026-09-01"),
                                        "",
                                        "",
                                        LocalDate.parse("2026-05-01"),
                                        List.of()));

        assertThat(payable(plan, "2026-07")).isEqualTo("0.00");
    }

    @Test
    void what_is_confirmed_anew_while_it_is_phased_out_goes_on() {
        PaymentPlan plan =
                PaymentPlan.EMPTY
                        .after(granted("100", "2026-04-01", null, null))
                        .after(
                                new BenefitEvent.PhaseOutBegan(
                                        ID,
                                        LIN,
                                        LocalDate.parse("2026-09-01"),
                                        "",
                                        "",
                                        LocalDate.parse("2026-05-01"),
                                        List.of()))
                        .after(
                                new BenefitEvent.ConfirmedAnew(
                                        ID,
                                        LIN,
                                        new ApplicationId("00000000-0000-0000-0000-000000000009"),
                                        new BigDecimal("120"),
                                        LocalDate.parse("2026-08-01"),
                                        null,
                                        null,
                                        null));

        assertThat(payable(plan, "2026-07")).isEqualTo("100.00");
        assertThat(payable(plan, "2026-08")).isEqualTo("120.00");
        assertThat(payable(plan, "2026-12")).isEqualTo("120.00");
    }

    @Test
    void what_is_confirmed_anew_after_its_last_month_pays_nothing_for_the_months_between() {
        PaymentPlan plan =
                PaymentPlan.EMPTY
                        .after(granted("100", "2026-04-01", null, "2026-06-01"))
                        .after(
                                new BenefitEvent.ConfirmedAnew(
                                        ID,
                                        LIN,
                                        new ApplicationId("00000000-0000-0000-0000-000000000009"),
                                        new BigDecimal("120"),
                                        LocalDate.parse("2026-08-01"),
                                        null,
                                        null,
                                        null));

        assertThat(payable(plan, "2026-06")).isEqualTo("100.00");
        assertThat(payable(plan, "2026-07")).isEqualTo("0.00");
        assertThat(payable(plan, "2026-08")).isEqualTo("120.00");
    }

    @Test
    void an_amount_that_was_erased_counts_as_nothing() {
        PaymentPlan plan =
                PaymentPlan.EMPTY
                        .after(granted("100", "2026-04-01", null, null))
                        .after(increased(null, "2026-06-01"));

        assertThat(payable(plan, "2026-06")).isEqualTo("0.00");
    }

    private static String payable(PaymentPlan plan, String month) {
        return plan.payable(YearMonth.parse(month)).toPlainString();
    }

    private static BenefitEvent granted(
            String amount, String first, String arrears, String lastMonth) {
        return new BenefitEvent.Granted(
                ID,
                LIN,
                new ApplicationId("00000000-0000-0000-0000-000000000001"),
                new ServiceVersion("oil", 1),
                new RegionCode("440106001"),
                "oil",
                new BigDecimal(amount),
                LocalDate.parse(first),
                arrears == null ? null : new BigDecimal(arrears),
                lastMonth == null ? null : LocalDate.parse(lastMonth),
                null,
                null,
                null,
                null);
    }

    private static BenefitEvent increased(String amount, String from) {
        return new BenefitEvent.Increased(
                ID,
                LIN,
                amount == null ? null : new BigDecimal(amount),
                LocalDate.parse(from),
                "",
                null);
    }
}
