package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.counterClaim;
import static org.banshi.command.domain.arbitration.ArbitrationCases.docketed;
import static org.banshi.command.domain.arbitration.ArbitrationCases.heard;
import static org.banshi.command.domain.arbitration.ArbitrationCases.served;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AcceptClaim;
import org.banshi.command.contract.arbitration.ArbitrationCommand.FileClaim;
import org.banshi.command.contract.arbitration.ArbitrationCommand.RefuseClaim;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.Restart;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** Claims that come after the docket (domain rules §5.3, §5.6). */
class ClaimingTest {

    @Test
    void takes_a_counter_claim_within_the_time_to_answer_and_decides_it_in_five_working_days() {
        served().when(file("r1", "2026-10-14", DOCKET)).happens(counterClaim());
    }

    @Test
    void takes_none_before_service_or_after_that_time() {
        served().when(file("r1", "2026-10-16", DOCKET)).refused("counter-claim-late");
        docketed().when(file("r1", "2026-09-20", DOCKET)).refused("counter-claim-late");
    }

    @Test
    void lets_the_claimant_add_a_claim_until_the_hearing() {
        docketed()
                .when(file("a1", "2026-09-24", LIN_SELF))
                .happens(
                        new ArbitrationEvent.ClaimFiled(
                                CASE,
                                LIN,
                                "c2",
                                "a1",
                                ClaimKind.DAMAGES,
                                LocalDate.parse("2026-03-01"),
                                false,
                                due("2026-10-09"),
                                new BigDecimal("5000.00"),
                                "违约"));
        heard().when(file("a1", "2026-10-27", LIN_SELF)).refused("heard-already");
    }

    @Test
    void takes_a_claim_of_its_party_only() {
        served().when(file("a1", "2026-10-14", STRANGER)).refused("not-the-party");
        served().when(file("r1", "2026-10-14", LIN_SELF)).refused("not-the-party");
        served().when(file("r2", "2026-10-14", DOCKET)).refused("party-unknown");
    }

    @Test
    void begins_the_time_anew_when_a_counter_claim_joins() {
        filed().when(new AcceptClaim(CASE, "c2", on("2026-10-15", DOCKET)))
                .happens(
                        new ArbitrationEvent.ClaimAccepted(
                                CASE,
                                FACTORY,
                                "c2",
                                List.of(
                                        "key-91440101MA0000A19B/key-440106190503071237/DAMAGES"
                                                + "/2026-03-01")),
                        new ArbitrationEvent.ClockRestarted(
                                CASE,
                                LIN,
                                Restart.COUNTER_CLAIM_JOINED,
                                LocalDate.parse("2026-10-15"),
                                due("2026-11-30")));
    }

    @Test
    void leaves_the_time_alone_when_a_claim_is_refused() {
        filed().when(new RefuseClaim(CASE, "c2", "不属于同一争议", on("2026-10-15", DOCKET)))
                .happens(new ArbitrationEvent.ClaimRefused(CASE, FACTORY, "c2", "不属于同一争议"));
    }

    @Test
    void refuses_the_last_claim_only_once_a_settlement_is_signed_or_refused() {
        RefuseClaim refuse = new RefuseClaim(CASE, "c2", "无关", on("2026-10-19", DOCKET));
        ArbitrationEvent.ClaimsWithdrawn own =
                new ArbitrationEvent.ClaimsWithdrawn(CASE, LIN, List.of("c1"), List.of(), null);
        ArbitrationEvent.Settled settled = new ArbitrationEvent.Settled(CASE, LIN, 1);

        filed().given("2026-10-15", LIN_SELF, own)
                .given("2026-10-16", DOCKET, settled)
                .when(refuse)
                .refused("settlement-open");
        filed().given("2026-10-16", DOCKET, settled)
                .when(refuse)
                .happens(new ArbitrationEvent.ClaimRefused(CASE, FACTORY, "c2", "无关"));
    }

    @Test
    void decides_on_a_claim_once() {
        docketed()
                .when(new AcceptClaim(CASE, "c1", on("2026-10-15", DOCKET)))
                .refused("claim-not-filed");
        docketed()
                .when(new RefuseClaim(CASE, "c7", "无", on("2026-10-15", DOCKET)))
                .refused("claim-not-filed");
    }

    private static CaseFixture filed() {
        return served().given("2026-10-14", DOCKET, counterClaim());
    }

    private static FileClaim file(String party, String day, Actor by) {
        return new FileClaim(
                CASE,
                party,
                ClaimKind.DAMAGES,
                LocalDate.parse("2026-03-01"),
                new BigDecimal("5000.00"),
                "违约",
                on(day, by));
    }
}
