package org.banshi.command.domain.disability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.Opening;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.disability.DisabilityCommand.ReckonSubsidy;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

class SubsidyTest {

    private final InventedService money =
            InventedService.lanternPermit()
                    .ofFamily("disability")
                    .table(
                            "rate",
                            facts ->
                                    new Decision(
                                            "set",
                                            Map.of(
                                                    "living",
                                                    new BigDecimal("209"),
                                                    "nursing",
                                                    new BigDecimal("280")),
                                            true));

    @Test
    void pays_from_the_month_after_the_approval_with_the_months_since_the_application() {
        awarded("nursing")
                .when(reckon("2025-01-07"))
                .happens(reckoned("2025-02-01", "0.00", "280.00", "0.00", "560.00"));
        awarded("both")
                .when(reckon("2024-12-31"))
                .happens(reckoned("2025-01-01", "209.00", "280.00", "209.00", "280.00"));
        awarded("living")
                .when(reckon("2025-03-03"))
                .happens(reckoned("2025-04-01", "209.00", "0.00", "836.00", "0.00"));
    }

    @Test
    void judges_each_month_by_the_rate_of_its_own_date() {
        awarded("both").when(reckon("2025-01-07"));

        assertThat(money.askedAsOf("rate")).isEqualTo(LocalDate.parse("2025-02-01"));
    }

    /** Else whoever gave it up and applies again in the same month has that month twice. */
    @Test
    void makes_good_no_month_that_an_earlier_subsidy_paid_before_it_was_stopped() {
        opening("living").opens(openingOf("nursing"));

        awarded("both")
                .whilePaidUpTo("2024-12", "oil-living")
                .when(reckon("2025-02-07"))
                .happens(reckoned("2025-03-01", "209.00", "280.00", "418.00", "840.00"));
        awarded("both")
                .whilePaidUpTo("2025-01", "oil-living")
                .when(reckon("2025-01-07"))
                .happens(reckoned("2025-02-01", "209.00", "280.00", "0.00", "560.00"));
        awarded("both")
                .whilePaidUpTo("2024-11", "oil-living")
                .when(reckon("2025-01-07"))
                .happens(reckoned("2025-02-01", "209.00", "280.00", "418.00", "560.00"));
    }

    @Test
    void makes_good_nothing_of_a_subsidy_that_runs() {
        opening("nursing");

        awarded("nursing")
                .whileRunning("oil-nursing")
                .when(reckon("2025-01-07"))
                .happens(reckoned("2025-02-01", "0.00", "280.00", "0.00", "0.00"));
    }

    private InventedService opening(String which) {
        return money.opens(openingOf(which));
    }

    private static Opening openingOf(String which) {
        return new Opening(
                "benefit",
                Map.of(),
                Map.of("kind", "oil-" + which),
                Map.of("arrears", "subsidy." + which + "Arrears"));
    }

    @Test
    void pays_nothing_that_no_rule_awarded() {
        awarded("none").when(reckon("2025-01-07")).refused("subsidy-not-due");
        aCaseOf(money)
                .applied("2024-12-18")
                .accepted("2024-12-18", "2025-01-07")
                .when(reckon("2025-01-07"))
                .refused("subsidy-not-due");
    }

    @Test
    void pays_nothing_for_a_month_without_a_rate() {
        InventedService gap =
                InventedService.lanternPermit().ofFamily("disability").table("rate", facts -> null);

        awarded(gap, "both").when(reckon("2025-01-07")).refused("subsidy-rate-missing");
    }

    private CaseFixture awarded(String outcome) {
        return awarded(money, outcome);
    }

    private static CaseFixture awarded(InventedService service, String outcome) {
        return aCaseOf(service)
                .applied("2024-12-18")
                .accepted("2024-12-18", "2025-01-07")
                .given(
                        "2024-12-18",
                        PROCESS,
                        new ApplicationEvent.RuleDecided(
                                CASE,
                                LIN,
                                "award",
                                service.version(),
                                LocalDate.parse("2024-12-18"),
                                outcome,
                                false,
                                FormData.empty(),
                                FormData.empty()));
    }

    private static ReckonSubsidy reckon(String day) {
        return new ReckonSubsidy(CASE, on(day, PROCESS));
    }

    private DisabilityEvent reckoned(
            String firstMonth,
            String living,
            String nursing,
            String livingArrears,
            String nursingArrears) {
        return new DisabilityEvent.SubsidyReckoned(
                CASE,
                LIN,
                money.version(),
                LocalDate.parse(firstMonth),
                new BigDecimal(living),
                new BigDecimal(nursing),
                new BigDecimal(livingArrears),
                new BigDecimal(nursingArrears),
                true);
    }
}
