package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.hearing;
import static org.banshi.command.domain.arbitration.ArbitrationCases.held;
import static org.banshi.command.domain.arbitration.ArbitrationCases.told;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.util.List;
import java.util.Set;
import org.banshi.command.contract.arbitration.ArbitrationCommand.DeemWithdrawn;
import org.banshi.command.contract.arbitration.ArbitrationCommand.DenyAdjournment;
import org.banshi.command.contract.arbitration.ArbitrationCommand.FindAdjourned;
import org.banshi.command.contract.arbitration.ArbitrationCommand.GrantAdjournment;
import org.banshi.command.contract.arbitration.ArbitrationCommand.HoldHearing;
import org.banshi.command.contract.arbitration.ArbitrationCommand.HoldHearingByDefault;
import org.banshi.command.contract.arbitration.ArbitrationCommand.ListPending;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.Pending;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** A party asks that the hearing of 2026-10-26 be put off, and the panel decides on it. */
class AdjournmentTest {

    private static final ArbitrationEvent PUT_OFF =
            new ArbitrationEvent.HearingAdjourned(CASE, LIN, 1, "有住院证明");

    @Test
    void puts_the_hearing_off_or_tells_who_asked_why_not() {
        asked().when(grant()).happens(PUT_OFF);
        asked().when(deny("a1", "2026-10-22")).happens(denied());
        told().when(grant()).refused("adjournment-not-asked");
        asked().when(deny("r1", "2026-10-22")).refused("adjournment-not-asked");
        asked().when(deny("r7", "2026-10-22")).refused("adjournment-not-asked");
        asked().given("2026-10-22", DOCKET, denied())
                .when(deny("a1", "2026-10-22"))
                .refused("adjournment-not-asked");
    }

    @Test
    void says_no_only_while_whoever_asked_can_still_come() {
        asked().when(deny("a1", "2026-10-23")).happens(denied());
        asked().when(deny("a1", "2026-10-26")).refused("adjournment-denied-late");
    }

    @Test
    void takes_nobody_for_absent_without_reason_whose_reason_nobody_looked_at() {
        asked().when(deemed()).refused("adjournment-open");
        asked().given("2026-10-22", DOCKET, denied())
                .when(deemed())
                .happens(new ArbitrationEvent.DeemedWithdrawn(CASE, LIN, 1));
        told().given("2026-10-21", DOCKET, asks("r1"))
                .when(new HoldHearingByDefault(CASE, List.of("r1"), on("2026-10-26", DOCKET)))
                .refused("adjournment-open");
        asked().when(new HoldHearing(CASE, on("2026-10-26", DOCKET))).happens(held(1));
    }

    @Test
    void waits_until_it_is_decided_or_the_hearing_is_over() {
        asked().when(list()).answers(Set.of(Pending.ADJOURNMENT));
        asked().given("2026-10-22", DOCKET, denied()).when(list()).answers(Set.of());
        asked().given("2026-10-22", DOCKET, PUT_OFF).when(list()).answers(Set.of());
        asked().given("2026-10-26", DOCKET, held(1)).when(list()).answers(Set.of());
    }

    @Test
    void knows_of_a_hearing_that_was_put_off_until_another_is_set() {
        asked().when(find()).answers(false);
        asked().given("2026-10-22", DOCKET, PUT_OFF).when(find()).answers(true);
        asked().given("2026-10-22", DOCKET, PUT_OFF)
                .given("2026-10-22", DOCKET, hearing(2, "2026-10-30"))
                .when(find())
                .answers(false);
    }

    private static CaseFixture asked() {
        return told().given("2026-10-21", LIN_SELF, asks("a1"));
    }

    private static ArbitrationEvent asks(String party) {
        return new ArbitrationEvent.AdjournmentAsked(
                CASE, party.equals("a1") ? LIN : FACTORY, 1, party, "住院");
    }

    private static ArbitrationEvent denied() {
        return new ArbitrationEvent.AdjournmentDenied(CASE, LIN, 1, "a1", "没有证明");
    }

    private static GrantAdjournment grant() {
        return new GrantAdjournment(CASE, "有住院证明", on("2026-10-22", DOCKET));
    }

    private static DenyAdjournment deny(String party, String day) {
        return new DenyAdjournment(CASE, party, "没有证明", on(day, DOCKET));
    }

    private static DeemWithdrawn deemed() {
        return new DeemWithdrawn(CASE, on("2026-10-26", DOCKET));
    }

    private static ListPending list() {
        return new ListPending(CASE, on("2026-10-26", PROCESS));
    }

    private static FindAdjourned find() {
        return new FindAdjourned(CASE, on("2026-10-26", PROCESS));
    }
}
