package org.banshi.command.domain.benefit;

import static org.banshi.command.domain.benefit.BenefitFixture.BENEFIT;
import static org.banshi.command.domain.benefit.BenefitFixture.REVIEW;
import static org.banshi.command.domain.benefit.BenefitFixture.granted;
import static org.banshi.command.domain.benefit.BenefitFixture.stopped;
import static org.banshi.command.domain.benefit.BenefitFixture.yuan;
import static org.banshi.command.domain.invented.People.COUNTY;
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
import org.banshi.catalogue.Indexing;
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
        restingOn("1238.00", standard(2026, "1238.00", 2027, "1300.00"))
                .when(month("2027-01-01"))
                .happens(rerated("1500.00", "2027-01-01", null, "2027-01", yuan("1300.00")));
    }

    /** A child was born, or somebody left: a verification counted. */
    @Test
    void a_standard_counts_for_as_many_members_as_were_found_last() {
        for (int found : List.of(4, 1)) {
            restingOn("1238.00", standard(2026, "1238.00", 2027, "1300.00"))
                    .given(new BenefitEvent.MembersCounted(BENEFIT, LIN, found))
                    .when(month("2027-01-01"))
                    .happens(
                            rerated(
                                    found == 4 ? "1562.00" : "1376.00",
                                    "2027-01-01",
                                    null,
                                    "2027-01",
                                    yuan("1300.00")));
        }
    }

    @Test
    void who_was_granted_at_the_carried_figure_is_raised_when_the_years_table_comes() {
        restingOn("1314.00", rates(2025, "1314.00")).when(month("2026-05-01")).nothingHappens();
        restingOn("1314.00", rates(2025, "1314.00", 2026, "1400.00"))
                .when(month("2026-06-01"))
                .happens(rerated("1400.00", "2026-06-01", "172.00", "2026-04"));
        // The table has no row any more that says what was carried.
        restingOn("1314.00", rates(2025, "1300.00", 2026, "1400.00"))
                .when(month("2026-06-01"))
                .happens(rerated("1400.00", "2026-06-01", "172.00", "2026-04"));
    }

    @Test
    void who_was_granted_at_the_carried_figure_by_an_older_program_is_raised_too() {
        paidBy(rates(2025, "1314.00", 2026, "1400.00"))
                .when(month("2026-06-01"))
                .happens(rerated("1400.00", "2026-06-01", "172.00", "2026-04"));
    }

    @Test
    void who_applied_before_the_new_standard_and_is_paid_after_it_gets_the_new_one() {
        InventedService item = standard(2025, "1238.00", 2026, "1300.00");
        restingOn("1238.00", item)
                .when(month("2026-04-01"))
                .happens(rerated("1500.00", "2026-04-01", null, "2026-04", yuan("1300.00")));
        restingOn("1238.00", item)
                .when(month("2026-06-01"))
                .happens(rerated("1500.00", "2026-06-01", "372.00", "2026-04", yuan("1300.00")));
        restingOn("1300.00", item).when(month("2026-06-01")).nothingHappens();
    }

    @Test
    void a_year_later_the_whole_gap_is_closed() {
        restingOn("1238.00", standard(2025, "1238.00", 2026, "1238.00", 2027, "1300.00"))
                .given(rerated("1500.00", "2027-01-01", null, "2027-01", yuan("1300.00")))
                .when(month("2028-01-01"))
                .nothingHappens();
        restingOn("1238.00", standard(2025, "1238.00", 2026, "1300.00", 2027, "1338.00"))
                .when(month("2027-01-01"))
                .happens(rerated("1614.00", "2027-01-01", "1674.00", "2026-04", yuan("1338.00")));
    }

    @Test
    void where_nobody_knows_which_standard_was_used_a_person_looks_into_it() {
        paidBy(standard(2025, "1238.00", 2026, "1300.00"))
                .when(month("2026-06-01"))
                .happens(inQuestion("2026"), due("2026"));
        paidBy(standard(2025, "1300.00", 2026, "1300.00"))
                .when(month("2026-06-01"))
                .nothingHappens();
    }

    @Test
    void an_amount_that_could_be_two_rates_is_looked_into() {
        restingOn("1314.00", twoRates())
                .when(month("2026-06-01"))
                .happens(inQuestion("2026"), due("2026"));
    }

    @Test
    void what_an_officer_set_rests_on_the_table_of_that_day() {
        InventedService item = standard(2025, "1238.00", 2026, "1300.00", 2027, "1350.00");
        BenefitEvent.Increased more =
                new BenefitEvent.Increased(
                        BENEFIT,
                        LIN,
                        yuan("1600.00"),
                        LocalDate.parse("2027-01-01"),
                        "多了一口人",
                        null,
                        yuan("1300.00"),
                        false);
        restingOn("1238.00", item)
                .when(
                        new BenefitCommand.Increase(
                                BENEFIT, yuan("1600.00"), "多了一口人", on("2026-12-10", COUNTY)))
                .happens(more);
        restingOn("1238.00", item)
                .given(more)
                .when(month("2027-01-01"))
                .happens(rerated("1750.00", "2027-01-01", null, "2027-01", yuan("1350.00")));
    }

    @Test
    void what_an_officer_sets_on_a_figure_to_be_confirmed_says_so() {
        restingOn("1238.00", standard(2025, "1238.00"))
                .when(
                        new BenefitCommand.Increase(
                                BENEFIT, yuan("1600.00"), "多了一口人", on("2026-12-10", COUNTY)))
                .happens(
                        new BenefitEvent.Increased(
                                BENEFIT,
                                LIN,
                                yuan("1600.00"),
                                LocalDate.parse("2027-01-01"),
                                "多了一口人",
                                null,
                                yuan("1238.00"),
                                true));
        restingOn("1314.00", rates(2025, "900.00"))
                .when(
                        new BenefitCommand.Decrease(
                                BENEFIT,
                                yuan("900.00"),
                                "收入增加",
                                BenefitFixture.RULE,
                                LocalDate.parse("2026-12-08"),
                                on("2026-12-10", COUNTY)))
                .happens(
                        new BenefitEvent.Decreased(
                                BENEFIT,
                                LIN,
                                yuan("900.00"),
                                LocalDate.parse("2027-01-01"),
                                "收入增加",
                                BenefitFixture.RULE,
                                LocalDate.parse("2026-12-08"),
                                BenefitFixture.remedies("2026-12-08"),
                                null,
                                yuan("900.00"),
                                true));
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

    /** The stream says on which figure. */
    private static BenefitFixture restingOn(String standard, InventedService item) {
        BenefitEvent.Granted it = BenefitFixture.grantedEvent(null, null, null);
        return BenefitFixture.nothing()
                .given(
                        new BenefitEvent.Granted(
                                it.benefit(),
                                it.subject(),
                                it.application(),
                                it.service(),
                                it.region(),
                                it.kind(),
                                it.monthlyAmount(),
                                it.firstMonth(),
                                it.arrears(),
                                it.lastMonth(),
                                it.members(),
                                it.reviewEvery(),
                                it.reviewDue(),
                                it.reviewBy(),
                                yuan(standard)))
                .by(item);
    }

    /** An older program's stream, which says nothing of tables. */
    private static BenefitFixture paidBy(InventedService item) {
        return granted(null, null).by(item);
    }

    private static BenefitCommand month(String day) {
        return new BenefitCommand.Rerate(BENEFIT, on(day, PROCESS));
    }

    private static BenefitEvent rerated(
            String amount, String from, @Nullable String arrears, String since) {
        return rerated(amount, from, arrears, since, yuan(amount));
    }

    private static BenefitEvent rerated(
            String amount,
            String from,
            @Nullable String arrears,
            String since,
            BigDecimal standard) {
        return new BenefitEvent.Rerated(
                BENEFIT,
                LIN,
                CaseFixture.CASE,
                yuan(amount),
                LocalDate.parse(from),
                arrears == null ? null : yuan(arrears),
                "标准调整，自" + since + "起按新标准每月" + amount + "元。",
                SOURCE,
                standard);
    }

    private static BenefitEvent inQuestion() {
        return inQuestion("2027");
    }

    private static BenefitEvent inQuestion(String year) {
        return new BenefitEvent.RateInQuestion(BENEFIT, LIN, LocalDate.parse(year + "-01-01"));
    }

    private static BenefitEvent due() {
        return due("2027");
    }

    private static BenefitEvent due(String year) {
        return new BenefitEvent.ReviewFellDue(
                BENEFIT,
                LIN,
                CaseFixture.CASE,
                TOWN,
                "oil-money",
                1,
                ReviewCause.RERATED,
                yuan("1314.00"),
                "自" + year + "-01起标准调整，请核定金额。",
                REVIEW);
    }

    private static InventedService rates(Object... yearsAndAmounts) {
        return item(false, yearsAndAmounts);
    }

    private static InventedService standard(Object... yearsAndAmounts) {
        return item(true, yearsAndAmounts);
    }

    /** In 2025 by the lamp, 1314 or 900; since 2026 the lesser is what the greater was. */
    private static InventedService twoRates() {
        return InventedService.lanternPermit()
                .tableByDate(
                        "oilRate",
                        (day, facts) -> {
                            boolean great = "great".equals(facts.get("lamp"));
                            boolean before = day.getYear() < 2026;
                            return set(
                                    great
                                            ? yuan(before ? "1314.00" : "1500.00")
                                            : yuan(before ? "900.00" : "1314.00"),
                                    false);
                        })
                .rerates(
                        new Indexing(
                                "oil-money",
                                "oilRate",
                                "amount",
                                false,
                                List.of(Map.of("lamp", "great"), Map.of("lamp", "small"))));
    }

    private static Decision set(BigDecimal amount, boolean provisional) {
        Map<String, @Nullable Object> outputs = new HashMap<>();
        outputs.put("amount", amount);
        outputs.put("source", SOURCE);
        return new Decision("set", outputs, provisional);
    }

    /** The first year's figure held before it; the last year's holds on, to be confirmed. */
    private static InventedService item(boolean perMember, Object... yearsAndAmounts) {
        TreeMap<Integer, BigDecimal> table = new TreeMap<>();
        for (int i = 0; i < yearsAndAmounts.length; i += 2) {
            table.put(
                    (Integer) yearsAndAmounts[i], new BigDecimal((String) yearsAndAmounts[i + 1]));
        }
        return InventedService.lanternPermit()
                .tableByDate(
                        "oilRate",
                        (day, facts) ->
                                set(
                                        table.getOrDefault(
                                                day.getYear(),
                                                day.getYear() < table.firstKey()
                                                        ? table.firstEntry().getValue()
                                                        : table.lastEntry().getValue()),
                                        day.getYear() > table.lastKey()))
                .rerates(
                        new Indexing(
                                "oil-money", "oilRate", "amount", perMember, List.of(Map.of())));
    }
}
