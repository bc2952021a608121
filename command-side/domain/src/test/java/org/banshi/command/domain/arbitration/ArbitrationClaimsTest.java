package org.banshi.command.domain.arbitration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.arbitration.ArbitrationCases.docket;
import static org.banshi.command.domain.arbitration.ArbitrationCases.hearing;
import static org.banshi.command.domain.arbitration.ArbitrationCases.held;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.People.LIN;

import java.util.List;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.domain.application.ApplicationClaims;
import org.junit.jupiter.api.Test;

/** What a case books and bars, as pure functions of its events (example F13). */
class ArbitrationClaimsTest {

    private final ClaimRules claims = new ArbitrationClaims();

    @Test
    void books_each_slot_of_a_hearing() {
        assertThat(claims.of(CASE.value(), hearing(1, "2026-10-26")).acquired())
                .hasSize(4)
                .contains(new Claim("hearing-slot", "room/440106/一号庭/2026-10-26/MORNING"));
    }

    @Test
    void gives_the_slots_back_when_the_hearing_was_adjourned_or_held() {
        assertThat(
                        claims.of(
                                        CASE.value(),
                                        new ArbitrationEvent.HearingAdjourned(CASE, LIN, 1, "住院"))
                                .released())
                .containsExactly(Claim.every("hearing-slot"));
        assertThat(claims.of(CASE.value(), held(1)).released())
                .containsExactly(Claim.every("hearing-slot"));
    }

    @Test
    void bars_the_same_dispute_from_the_docket_on() {
        assertThat(claims.of(CASE.value(), docket()).acquired())
                .containsExactly(
                        new Claim(
                                "arbitration-dispute",
                                "key-440106190503071237/key-91440101MA0000A19B/PAY/2026-03-01"),
                        new Claim(
                                "arbitration-dispute",
                                "key-440106190503071237/key-against/演示灯具厂/PAY/2026-03-01"));
        assertThat(new ApplicationClaims().of(CASE.value(), docket()).released())
                .as("the place of the person's next dispute")
                .containsExactly(Claim.every("open-application"));
    }

    @Test
    void lets_it_be_brought_again_after_a_withdrawal_but_not_after_a_no_show() {
        assertThat(
                        claims.of(CASE.value(), new ApplicationEvent.Withdrawn(CASE, LIN, null))
                                .released())
                .contains(Claim.every("arbitration-dispute"));
        assertThat(
                        claims.of(CASE.value(), new ArbitrationEvent.DeemedWithdrawn(CASE, LIN, 1))
                                .released())
                .containsExactly(Claim.every("hearing-slot"));
    }

    @Test
    void bars_what_the_case_is_about_with_a_party_that_joins_later() {
        assertThat(
                        claims.of(
                                        CASE.value(),
                                        new ArbitrationEvent.DisputesExtended(
                                                CASE, LIN, List.of("a/c/PAY/2026-03-01")))
                                .acquired())
                .containsExactly(new Claim("arbitration-dispute", "a/c/PAY/2026-03-01"));
    }

    @Test
    void frees_what_a_party_took_back_and_nothing_else() {
        ClaimRules.Changes changes =
                claims.of(
                        CASE.value(),
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, LIN, List.of("c1"), List.of("a/b/PAY/2026-03-01"), null));

        assertThat(changes.released())
                .containsExactly(new Claim("arbitration-dispute", "a/b/PAY/2026-03-01"));
        assertThat(changes.acquired()).isEmpty();
        assertThat(claims.concerns(ArbitrationEvent.ClaimsWithdrawn.class)).isTrue();
        assertThat(claims.concerns(ArbitrationEvent.DisputesExtended.class)).isTrue();
    }

    @Test
    void keeps_what_was_decided_from_being_brought_again_where_the_rest_is_broken_off() {
        assertThat(
                        claims.of(
                                        CASE.value(),
                                        new ArbitrationEvent.DisputesKept(
                                                CASE, LIN, List.of("a/b/PAY/2026-03-01")))
                                .acquired())
                .containsExactly(new Claim("arbitration-dispute", "a/b/PAY/2026-03-01"));
    }
}
