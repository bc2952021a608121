package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.arbitration.ArbitrationCases.DISPUTES;
import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.accepted;
import static org.banshi.command.domain.arbitration.ArbitrationCases.claim;
import static org.banshi.command.domain.arbitration.ArbitrationCases.claimServed;
import static org.banshi.command.domain.arbitration.ArbitrationCases.counterClaim;
import static org.banshi.command.domain.arbitration.ArbitrationCases.docketed;
import static org.banshi.command.domain.arbitration.ArbitrationCases.factory;
import static org.banshi.command.domain.arbitration.ArbitrationCases.form;
import static org.banshi.command.domain.arbitration.ArbitrationCases.heard;
import static org.banshi.command.domain.arbitration.ArbitrationCases.held;
import static org.banshi.command.domain.arbitration.ArbitrationCases.lin;
import static org.banshi.command.domain.arbitration.ArbitrationCases.served;
import static org.banshi.command.domain.arbitration.ArbitrationCases.told;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationCommand.Withdraw;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.arbitration.ArbitrationCommand.HoldHearingByDefault;
import org.banshi.command.contract.arbitration.ArbitrationCommand.RefuseClaim;
import org.banshi.command.contract.arbitration.ArbitrationCommand.WithdrawClaim;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.AwardLine;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.Finality;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** Who takes a claim back, and what of the other side's is heard all the same (ADR 0083). */
class WithdrawingTest {

    private static final List<String> COUNTER =
            List.of("key-91440101MA0000A19B/key-440106190503071237/DAMAGES/2026-03-01");

    @Test
    void ends_the_case_where_the_other_side_claims_nothing() {
        served().when(withdraw("2026-10-16"))
                .happens(new ApplicationEvent.Withdrawn(CASE, LIN, "已经付清"));
    }

    @Test
    void takes_back_the_claimants_own_claims_alone_where_the_other_side_has_one() {
        countered()
                .when(withdraw("2026-10-16"))
                .happens(
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, LIN, List.of("c1"), DISPUTES, "已经付清"));
        counterFiled()
                .when(withdraw("2026-10-15"))
                .happens(
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, LIN, List.of("c1"), DISPUTES, "已经付清"));
    }

    @Test
    void withdraws_nothing_twice() {
        countered()
                .given("2026-10-16", LIN_SELF, withdrawn())
                .when(withdraw("2026-10-19"))
                .refused("claims-withdrawn-before");
    }

    @Test
    void waits_for_whether_a_settlement_is_signed() {
        countered()
                .given("2026-10-16", DOCKET, new ArbitrationEvent.Settled(CASE, LIN, 1))
                .when(withdraw("2026-10-19"))
                .refused("settlement-open");
    }

    @Test
    void hears_the_counter_claim_without_its_opponent() {
        countered(told())
                .given("2026-10-19", LIN_SELF, withdrawn())
                .when(new HoldHearingByDefault(CASE, List.of("a1"), on("2026-10-26", DOCKET)))
                .happens(new ArbitrationEvent.HearingHeld(CASE, LIN, 1, List.of("a1")));
    }

    @Test
    void ends_the_case_when_the_counter_claim_that_is_left_does_not_join_it() {
        counterFiled()
                .given("2026-10-15", LIN_SELF, withdrawn())
                .when(new RefuseClaim(CASE, "c2", "与本案无关", on("2026-10-16", DOCKET)))
                .happens(
                        new ArbitrationEvent.ClaimRefused(CASE, FACTORY, "c2", "与本案无关"),
                        new ApplicationEvent.Withdrawn(CASE, LIN, null));
    }

    /** Docketed before ADR 0083: the other side was known by its number alone. */
    @Test
    void gives_back_of_an_older_dispute_what_it_holds_and_nothing_that_another_may_hold() {
        List<String> byNumber = DISPUTES.subList(0, 1);
        accepted(form("PAY", "8000.00"))
                .given("2026-09-18", PROCESS, lin())
                .given("2026-09-18", PROCESS, factory())
                .given("2026-09-18", PROCESS, claim("c1", ClaimKind.PAY, "8000.00"))
                .given(
                        "2026-09-18",
                        PROCESS,
                        new ArbitrationEvent.Docketed(CASE, LIN, false, byNumber))
                .given("2026-09-24", DOCKET, claimServed())
                .given("2026-10-14", DOCKET, counterClaim())
                .when(withdraw("2026-10-16"))
                .happens(
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, LIN, List.of("c1"), byNumber, "已经付清"));
    }

    @Test
    void lets_a_party_take_back_a_claim_of_its_own_and_goes_on_with_the_rest() {
        countered()
                .when(takeBack("r1", "c2", DOCKET))
                .happens(
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, FACTORY, List.of("c2"), COUNTER, null));
        countered()
                .when(takeBack("a1", "c1", LIN_SELF))
                .happens(
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, LIN, List.of("c1"), DISPUTES, null));
    }

    @Test
    void ends_the_case_with_the_last_claim() {
        countered()
                .given("2026-10-16", LIN_SELF, withdrawn())
                .when(takeBack("r1", "c2", DOCKET))
                .happens(
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, FACTORY, List.of("c2"), COUNTER, null),
                        new ApplicationEvent.Withdrawn(CASE, LIN, null));
    }

    @Test
    void keeps_what_counts_as_withdrawn_for_good_when_the_counter_claim_is_taken_back() {
        countered(told())
                .given(
                        "2026-10-26",
                        DOCKET,
                        new ArbitrationEvent.ClaimsDeemedWithdrawn(CASE, LIN, 1, List.of("c1")))
                .given("2026-10-26", DOCKET, held(1))
                .when(new WithdrawClaim(CASE, "r1", "c2", on("2026-10-27", DOCKET)))
                .happens(
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, FACTORY, List.of("c2"), COUNTER, null),
                        new ApplicationEvent.Withdrawn(CASE, LIN, null),
                        new ArbitrationEvent.DisputesKept(CASE, LIN, DISPUTES));
    }

    /** What is awarded is served and can be executed: the case does not end as if it were not. */
    @Test
    void keeps_the_last_claim_where_a_part_is_decided() {
        CaseFixture awarded =
                heard().given("2026-09-18", PROCESS, claim("c2", ClaimKind.COMPENSATION, "300.00"))
                        .given("2026-09-18", PROCESS, claim("c3", ClaimKind.LEAVE, "200.00"))
                        .given("2026-10-28", DOCKET, partialAward());

        awarded.when(new WithdrawClaim(CASE, "a1", "c2", on("2026-10-29", LIN_SELF)))
                .happens(
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, LIN, List.of("c2"), List.of(), null));
        awarded.given(
                        "2026-10-29",
                        LIN_SELF,
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, LIN, List.of("c2"), List.of(), null))
                .when(new WithdrawClaim(CASE, "a1", "c3", on("2026-10-30", LIN_SELF)))
                .refused("decision-made");
    }

    @Test
    void lets_nobody_take_back_anothers_claim_or_one_that_is_not_open() {
        countered().when(takeBack("a1", "c2", LIN_SELF)).refused("claim-not-open");
        countered().when(takeBack("a1", "c7", LIN_SELF)).refused("claim-not-open");
        countered().when(takeBack("a1", "c1", STRANGER)).refused("not-the-party");
        countered().when(takeBack("r9", "c1", DOCKET)).refused("party-unknown");
        countered()
                .given("2026-10-15", LIN_SELF, withdrawn())
                .when(takeBack("a1", "c1", LIN_SELF))
                .refused("claim-not-open");
    }

    /** What joined later bars the dispute as what was there from the beginning, and frees it so. */
    @Test
    void frees_the_dispute_with_a_respondent_that_was_added() {
        String more = "key-440106190503071237/key-91440106MA0000B2XX/PAY/2026-03-01";
        docketed()
                .given(
                        "2026-09-21",
                        DOCKET,
                        new ArbitrationEvent.DisputesExtended(CASE, LIN, List.of(more)))
                .given("2026-10-14", DOCKET, counterClaim())
                .when(withdraw("2026-10-15"))
                .happens(
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE,
                                LIN,
                                List.of("c1"),
                                List.of(DISPUTES.get(0), DISPUTES.get(1), more),
                                "已经付清"));
    }

    /** A second claim about the same keeps it from being brought elsewhere. */
    @Test
    void frees_no_dispute_that_another_claim_in_the_case_is_about() {
        ArbitrationEvent.ClaimFiled same =
                new ArbitrationEvent.ClaimFiled(
                        CASE,
                        LIN,
                        "c2",
                        "a1",
                        ClaimKind.PAY,
                        LocalDate.parse("2026-03-01"),
                        false,
                        null,
                        null,
                        "加班");
        docketed()
                .given("2026-09-21", DOCKET, same)
                .given(
                        "2026-09-21",
                        DOCKET,
                        new ArbitrationEvent.ClaimAccepted(CASE, LIN, "c2", DISPUTES))
                .when(takeBack("a1", "c1", LIN_SELF))
                .happens(
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, LIN, List.of("c1"), List.of(), null));
    }

    private static ArbitrationEvent.AwardMade partialAward() {
        return new ArbitrationEvent.AwardMade(
                CASE,
                LIN,
                1,
                Finality.FINAL,
                true,
                false,
                new ServiceVersion("labour-arbitration", 1),
                List.of(new AwardLine("c1", false)));
    }

    private static CaseFixture counterFiled() {
        return served().given("2026-10-14", DOCKET, counterClaim());
    }

    private static CaseFixture countered() {
        return countered(served());
    }

    private static CaseFixture countered(CaseFixture before) {
        return before.given("2026-10-14", DOCKET, counterClaim())
                .given(
                        "2026-10-15",
                        DOCKET,
                        new ArbitrationEvent.ClaimAccepted(CASE, FACTORY, "c2", COUNTER));
    }

    private static ArbitrationEvent.ClaimsWithdrawn withdrawn() {
        return new ArbitrationEvent.ClaimsWithdrawn(CASE, LIN, List.of("c1"), DISPUTES, "已经付清");
    }

    private static Withdraw withdraw(String day) {
        return new Withdraw(CASE, "已经付清", on(day, LIN_SELF));
    }

    private static WithdrawClaim takeBack(String party, String claim, Actor by) {
        return new WithdrawClaim(CASE, party, claim, on("2026-10-19", by));
    }
}
