package org.banshi.command.domain.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.benefit.BenefitFixture.BENEFIT;
import static org.banshi.command.domain.benefit.BenefitFixture.grantedEvent;
import static org.banshi.command.domain.invented.People.LIN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules.Changes;
import org.banshi.command.contract.message.Event;
import org.banshi.command.domain.invented.CaseFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BenefitClaimsTest {

    private static final Claim LINS_OIL = new Claim("running-benefit", "person-lin/oil-money");

    private final BenefitClaims claims = new BenefitClaims();

    @Test
    void a_person_has_one_running_benefit_a_kind() {
        assertThat(of(grantedEvent(6, null, null)))
                .isEqualTo(new Changes(List.of(LINS_OIL), List.of()));
    }

    @Test
    void what_ends_by_itself_claims_nothing() {
        assertThat(of(grantedEvent(6, null, "2027-03-01"))).isEqualTo(Changes.NONE);
    }

    @Test
    void what_is_stopped_makes_room_and_what_is_resumed_takes_it_again() {
        assertThat(
                        of(
                                new BenefitEvent.Stopped(
                                        BENEFIT,
                                        LIN,
                                        LocalDate.parse("2026-05-01"),
                                        "",
                                        "",
                                        LocalDate.parse("2026-05-08"),
                                        List.of())))
                .isEqualTo(
                        new Changes(
                                List.of(),
                                List.of(
                                        Claim.every("running-benefit"),
                                        Claim.every("phased-out-benefit"))));
        assertThat(
                        of(
                                new BenefitEvent.Resumed(
                                        BENEFIT,
                                        LIN,
                                        "oil-money",
                                        LocalDate.parse("2026-06-01"),
                                        null,
                                        "",
                                        null)))
                .isEqualTo(
                        new Changes(
                                List.of(LINS_OIL),
                                List.of(Claim.every("paid-month"), Claim.every("recorded-death"))));
    }

    /** Else arrears of another one would pay that month again. */
    @Test
    void what_is_stopped_holds_the_last_month_that_it_paid_until_it_is_resumed() {
        Changes changes =
                of(
                        new BenefitEvent.Stopped(
                                BENEFIT,
                                LIN,
                                LocalDate.parse("2026-05-01"),
                                "",
                                "",
                                LocalDate.parse("2026-05-08"),
                                List.of(),
                                null,
                                null,
                                "oil-money"));

        assertThat(changes.acquired())
                .containsExactly(new Claim("paid-month", "person-lin/oil-money/2026-05"));
        assertThat(changes.released()).contains(Claim.every("running-benefit"));
    }

    @Test
    void what_a_death_stopped_says_so_until_the_stop_is_found_wrong() {
        assertThat(stopped("林果").acquired())
                .containsExactly(new Claim("recorded-death", "person-lin/" + BENEFIT.value()));
        assertThat(stopped(null).acquired()).isEmpty();
        assertThat(
                        of(new BenefitEvent.MadeGood(
                                        BENEFIT,
                                        LIN,
                                        LocalDate.parse("2026-06-01"),
                                        new BigDecimal("1314.00"),
                                        ""))
                                .released())
                .containsExactly(Claim.every("recorded-death"));
    }

    private Changes stopped(@Nullable String heirs) {
        return of(
                new BenefitEvent.Stopped(
                        BENEFIT,
                        LIN,
                        LocalDate.parse("2026-05-01"),
                        "",
                        "",
                        LocalDate.parse("2026-05-08"),
                        List.of(),
                        LocalDate.parse("2026-05-02"),
                        heirs,
                        null));
    }

    /** Else another would be granted beside it, and both would be paid. */
    @Test
    void what_is_phased_out_keeps_its_room_until_it_ran_out_or_is_confirmed_anew() {
        LocalDate last = LocalDate.parse("2026-08-01");
        assertThat(of(new BenefitEvent.RunsOut(BENEFIT, LIN, "oil-money", last)))
                .isEqualTo(
                        new Changes(
                                List.of(LINS_OIL, new Claim("phased-out-benefit", BENEFIT.value())),
                                List.of()));
        assertThat(of(new BenefitEvent.RanOut(BENEFIT, LIN, last)).released())
                .contains(Claim.every("running-benefit"));
        assertThat(
                        of(
                                new BenefitEvent.ConfirmedAnew(
                                        BENEFIT,
                                        LIN,
                                        CaseFixture.CASE,
                                        new BigDecimal("1400.00"),
                                        LocalDate.parse("2026-07-01"),
                                        null,
                                        null,
                                        null)))
                .isEqualTo(new Changes(List.of(), List.of(Claim.every("phased-out-benefit"))));
    }

    private Changes of(Event event) {
        assertThat(claims.concerns(event.getClass())).isTrue();
        return claims.of(BENEFIT.value(), event);
    }
}
