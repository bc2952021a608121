package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.accepted;
import static org.banshi.command.domain.arbitration.ArbitrationCases.docketed;
import static org.banshi.command.domain.arbitration.ArbitrationCases.form;
import static org.banshi.command.domain.arbitration.ArbitrationCases.heard;
import static org.banshi.command.domain.arbitration.ArbitrationCases.told;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.arbitration.ArbitrationCommand.MakeAward;
import org.banshi.command.contract.arbitration.ArbitrationCommand.RefuseSettlement;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Serve;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Settle;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.AwardedItem;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** Settlements, which bind when both sides have signed. */
class SettlementTest {

    @Test
    void can_be_reached_at_every_stage_before_the_award() {
        docketed().when(settle()).happens(settled(1), copy("a1", LIN, 1), copy("r1", FACTORY, 1));
        heard().when(settle()).happens(settled(1), copy("a1", LIN, 1), copy("r1", FACTORY, 1));
        accepted(form("PAY", "8000.00")).when(settle()).refused("not-docketed");
    }

    @Test
    void gives_a_booked_hearing_back() {
        told().when(new Settle(CASE, "支付 7000 元", on("2026-10-20", DOCKET)))
                .happens(
                        settled(1),
                        copy("a1", LIN, 1),
                        copy("r1", FACTORY, 1),
                        new ArbitrationEvent.HearingAdjourned(CASE, LIN, 1, "双方达成调解。"));
    }

    @Test
    void counts_the_hearing_at_which_the_parties_agree_as_held() {
        told().when(new Settle(CASE, "支付 7000 元", on("2026-10-26", DOCKET)))
                .happens(
                        settled(1),
                        copy("a1", LIN, 1),
                        copy("r1", FACTORY, 1),
                        new ArbitrationEvent.HearingHeld(CASE, LIN, 1, List.of()));
    }

    @Test
    void waits_for_the_signatures_of_all() {
        open().when(serve(List.of("a1"))).happens(signed("a1", LIN));
        open().given("2026-10-12", DOCKET, signed("a1", LIN))
                .when(serve(null))
                .happens(
                        signed("r1", FACTORY),
                        new ArbitrationEvent.SettlementBound(
                                CASE, LIN, LocalDate.parse("2026-10-12")));
    }

    @Test
    void is_not_left_at_the_door_of_whoever_does_not_sign() {
        open().when(
                        new Serve(
                                CASE,
                                ServedDocument.SETTLEMENT,
                                null,
                                LocalDate.parse("2026-10-12"),
                                ServiceWay.LEFT,
                                "receipt 5",
                                on("2026-10-12", DOCKET)))
                .refused("settlement-signed-for");
    }

    @Test
    void falls_when_a_party_changes_its_mind_before_signing() {
        open().when(refuse("r1")).happens(new ArbitrationEvent.SettlementRefused(CASE, LIN, "r1"));
        open().when(refuse("r9")).refused("party-unknown");
        docketed().when(refuse("r1")).refused("no-settlement");
        open().given("2026-10-12", DOCKET, signed("r1", FACTORY))
                .when(refuse("r1"))
                .refused("settlement-signed");
    }

    @Test
    void leaves_no_room_for_a_second_one_or_an_award() {
        open().when(settle()).refused("settlement-open");
        heard().given("2026-10-27", DOCKET, settled(1))
                .when(
                        new MakeAward(
                                CASE,
                                List.of(new AwardedItem("c1", BigDecimal.ONE)),
                                "理由",
                                on("2026-10-28", DOCKET)))
                .refused("settlement-open");
        open().given(
                        "2026-10-12",
                        DOCKET,
                        new ArbitrationEvent.SettlementBound(
                                CASE, LIN, LocalDate.parse("2026-10-12")))
                .when(settle())
                .refused("ruled-already");
    }

    private static CaseFixture open() {
        return docketed().given("2026-10-10", DOCKET, settled(1));
    }

    private static Settle settle() {
        return new Settle(CASE, "支付 7000 元", on("2026-10-27", DOCKET));
    }

    private static RefuseSettlement refuse(String party) {
        return new RefuseSettlement(CASE, party, on("2026-10-12", DOCKET));
    }

    private static Serve serve(List<String> parties) {
        return new Serve(
                CASE,
                ServedDocument.SETTLEMENT,
                parties,
                LocalDate.parse("2026-10-12"),
                ServiceWay.DIRECT,
                "receipt 5",
                on("2026-10-12", DOCKET));
    }

    private static ArbitrationEvent.Settled settled(int serial) {
        return new ArbitrationEvent.Settled(CASE, LIN, serial);
    }

    private static ArbitrationEvent.CopyIssued copy(String party, PersonId person, int serial) {
        return new ArbitrationEvent.CopyIssued(
                CASE, person, party, ServedDocument.SETTLEMENT, serial, List.of(), "支付 7000 元");
    }

    private static ArbitrationEvent.DocumentServed signed(String party, PersonId person) {
        return new ArbitrationEvent.DocumentServed(
                CASE,
                person,
                party,
                ServedDocument.SETTLEMENT,
                1,
                LocalDate.parse("2026-10-12"),
                ServiceWay.DIRECT,
                "receipt 5",
                null,
                List.of());
    }
}
