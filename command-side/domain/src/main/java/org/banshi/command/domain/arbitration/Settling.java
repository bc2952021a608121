package org.banshi.command.domain.arbitration;

import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.arbitration.ArbitrationCommand.RefuseSettlement;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Settle;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.message.Event;
import org.banshi.command.domain.verdict.Verdict;

/** Decides on settlements; what was offered on the way to one is written down nowhere. */
final class Settling {

    private static final String SETTLED = "双方达成调解。";

    private Settling() {}

    /** 调解 at whatever stage before the award (劳动争议调解仲裁法 42). */
    static Verdict settle(ArbitrationCase it, ArbitrationState state, Settle command) {
        if (!state.docketed()) {
            return Verdict.refused(ArbitrationRefusals.NOT_DOCKETED);
        }
        if (state.rulings().over()) {
            return Verdict.refused(HearingRefusals.RULED);
        }
        if (state.rulings().settlementOpen()) {
            return Verdict.refused(HearingRefusals.SETTLEMENT_OPEN);
        }
        int serial = state.rulings().settlements() + 1;
        List<Event> events = new ArrayList<>();
        events.add(new ArbitrationEvent.Settled(it.id(), it.subject(), serial));
        for (Parties.Party party : state.parties().all()) {
            events.add(
                    new ArbitrationEvent.CopyIssued(
                            it.id(),
                            party.person(),
                            party.key(),
                            ServedDocument.SETTLEMENT,
                            serial,
                            List.of(),
                            command.terms()));
        }
        ArbitrationEvent.HearingSet set = state.hearings().set();
        if (set != null) {
            boolean atTheHearing = !command.stamp().day().isBefore(set.day());
            events.add(
                    atTheHearing
                            ? new ArbitrationEvent.HearingHeld(
                                    it.id(), it.subject(), set.hearing(), List.of())
                            : new ArbitrationEvent.HearingAdjourned(
                                    it.id(), it.subject(), set.hearing(), SETTLED));
        }
        return new Verdict.Happens(events);
    }

    static Verdict refuse(ArbitrationCase it, ArbitrationState state, RefuseSettlement command) {
        if (!state.rulings().settlementOpen()) {
            return Verdict.refused(HearingRefusals.NO_SETTLEMENT);
        }
        Parties.Party party = state.parties().find(command.party()).orElse(null);
        if (party == null || !party.speaks()) {
            return Verdict.refused(ArbitrationRefusals.PARTY_UNKNOWN);
        }
        if (state.services()
                .dayOf(party.key(), ServedDocument.SETTLEMENT, state.rulings().settlements())
                .isPresent()) {
            return Verdict.refused(HearingRefusals.SIGNED_BEFORE);
        }
        return Verdict.happens(
                new ArbitrationEvent.SettlementRefused(it.id(), it.subject(), party.key()));
    }
}
