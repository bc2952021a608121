package org.banshi.command.domain.benefit;

import static org.banshi.command.domain.benefit.BenefitFixture.BENEFIT;
import static org.banshi.command.domain.benefit.BenefitFixture.REVIEW;
import static org.banshi.command.domain.benefit.BenefitFixture.granted;
import static org.banshi.command.domain.benefit.BenefitFixture.stopped;
import static org.banshi.command.domain.benefit.BenefitFixture.yuan;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.banshi.catalogue.Decision;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lin's oil money, 1314.00 since April 2026, when the tables of 2027 come. */
class ReratingTest {

    private static final String SOURCE = "灯油标准（虚构）";

    @Test
    void the_table_of_a_new_year_raises_what_runs_from_january_on() {
        paidBy(rates(2026, "1314.00", 2027, "1400.00"))
                .when(month("2027-01-01"))
                .happens(rerated("1400.00", "2027-01-01", null, "2027-01"));
    }

    @Test
    void a_table_that_came_late_is_made_good_since_january() {
        paidBy(rates(2026, "1314.00", 2027, "1400.00"))
                .when(month("2027-04-01"))
                .happens(rerated("1400.00", "2027-04-01", "258.00", "2027-01"));
    }

    @Test
    void the_same_figure_or_one_to_be_confirmed_changes_nothing() {
        paidBy(rates(2026, "1314.00", 2027, "1314.00")).when(month("2027-01-01")).nothingHappens();
        paidBy(rates(2026, "1314.00")).when(month("2027-02-01")).nothingHappens();
    }

    @Test
    void it_is_raised_once() {
        paidBy(rates(2026, "1314.00", 2027, "1400.00"))
                .given(rerated("1400.00", "2027-01-01", null, "2027-01"))
                .when(month("2027-02-01"))
                .nothingHappens();
    }

    @Test
    void less_is_looked_into_by_a_person_and_only_once_for_a_year() {
        paidBy(rates(2026, "1314.00", 2027, "1200.00"))
                .when(month("2027-01-01"))
                .happens(inQuestion(), due());
        paidBy(rates(2026, "1314.00", 2027, "1200.00"))
                .given(inQuestion())
                .given(due())
                .given(new BenefitEvent.Kept(BENEFIT, LIN, null, null))
                .when(month("2027-03-01"))
                .nothingHappens();
    }

    @Test
    void an_amount_at_none_of_the_rates_is_looked_into() {
        paidBy(rates(2026, "999.00", 2027, "1200.00"))
                .when(month("2027-01-01"))
                .happens(inQuestion(), due());
    }

    @Test
    void a_standard_counts_for_each_of_three_members() {
        paidBy(standard(2026, "1238.00", 2027, "1300.00"))
                .when(month("2027-01-01"))
                .happens(rerated("1500.00", "2027-01-01", null, "2027-01"));
    }

    @Test
    void what_was_stopped_or_is_being_verified_waits() {
        paidBy(rates(2026, "1314.00", 2027, "1400.00"))
                .given(stopped("2026-05-01", "2026-05-10"))
                .when(month("2027-01-01"))
                .nothingHappens();
        paidBy(rates(2026, "1314.00", 2027, "1400.00"))
                .given(due())
                .when(month("2027-01-01"))
                .nothingHappens();
    }

    private static BenefitFixture paidBy(InventedService item) {
        return granted(null, null).by(item);
    }

    private static BenefitCommand month(String day) {
        return new BenefitCommand.Rerate(BENEFIT, on(day, PROCESS));
    }

    private static BenefitEvent rerated(
            String amount, String from, @Nullable String arrears, String since) {
        return new BenefitEvent.Rerated(
                BENEFIT,
                LIN,
                CaseFixture.CASE,
                yuan(amount),
                LocalDate.parse(from),
                arrears == null ? null : yuan(arrears),
                "标准调整，自" + since + "起按新标准每月" + amount + "元。",
                SOURCE);
    }

    private static BenefitEvent inQuestion() {
        return new BenefitEvent.RateInQuestion(BENEFIT, LIN, LocalDate.parse("2027-01-01"));
    }

    private static BenefitEvent due() {
        return new BenefitEvent.ReviewFellDue(
                BENEFIT,
                LIN,
                CaseFixture.CASE,
                TOWN,
                "oil-money",
                1,
                ReviewCause.RERATED,
                yuan("1314.00"),
                "自2027-01起标准调整，请核定金额。",
                REVIEW);
    }

    private static InventedService rates(Object... yearsAndAmounts) {
        return item(false, yearsAndAmounts);
    }

    private static InventedService standard(Object... yearsAndAmounts) {
        return item(true, yearsAndAmounts);
    }

    /** The last year's figure holds on, to be confirmed. */
    private static InventedService item(boolean perMember, Object... yearsAndAmounts) {
        TreeMap<Integer, BigDecimal> table = new TreeMap<>();
        for (int i = 0; i < yearsAndAmounts.length; i += 2) {
            table.put(
                    (Integer) yearsAndAmounts[i], new BigDecimal((String) yearsAndAmounts[i + 1]));
        }
        return InventedService.lanternPermit()
                .tableByDate(
                        "oilRate",
                        (day, facts) -> {
                            Map<String, @Nullable Object> outputs = new HashMap<>();
                            outputs.put("amount", table.floorEntry(day.getYear()).getValue());
                            outputs.put("source", SOURCE);
                            return new Decision("set", outputs, day.getYear() > table.lastKey());
                        })
                .rerates(
                        new org.banshi.catalogue.Indexing(
                                "oil-money", "oilRate", "amount", perMember, List.of(Map.of())));
    }
}
