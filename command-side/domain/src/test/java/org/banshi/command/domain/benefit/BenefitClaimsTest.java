package org.banshi.command.domain.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.benefit.BenefitFixture.BENEFIT;
import static org.banshi.command.domain.benefit.BenefitFixture.grantedEvent;
import static org.banshi.command.domain.benefit.BenefitFixture.stopped;
import static org.banshi.command.domain.invented.People.LIN;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules.Changes;
import org.banshi.command.contract.message.Event;
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
        assertThat(of(stopped("2026-05-01", "2026-05-08")))
                .isEqualTo(new Changes(List.of(), List.of(Claim.every("running-benefit"))));
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
                .isEqualTo(new Changes(List.of(LINS_OIL), List.of()));
    }

    private Changes of(Event event) {
        assertThat(claims.concerns(event.getClass())).isTrue();
        return claims.of(BENEFIT.value(), event);
    }
}
