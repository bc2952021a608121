package org.banshi.command.domain.arbitration;

import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.arbitration.ArbitrationCommand.FileEvidence;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.domain.verdict.Verdict;

/** What parties filed to prove what they say: it only evolves, and decides on more of it. */
final class Evidence {

    private final List<Side> sides = new ArrayList<>();

    void on(Side side) {
        sides.add(side);
    }

    /** Whether there is something of that number, which is not the side's own. */
    boolean ofOthers(int serial, Side side) {
        return serial <= sides.size() && sides.get(serial - 1) != side;
    }

    int count() {
        return sides.size();
    }

    /** 劳动争议调解仲裁法 39: what is not served on the other side can't be relied on. */
    static Verdict file(ArbitrationCase it, ArbitrationState state, FileEvidence command) {
        Parties.Party party = state.parties().find(command.party()).orElse(null);
        if (party == null) {
            return Verdict.refused(ArbitrationRefusals.PARTY_UNKNOWN);
        }
        if (!state.parties().mayAct(command.stamp().by(), party)) {
            return Verdict.refused(ArbitrationRefusals.NOT_THE_PARTY);
        }
        if (state.hearings().held() || state.rulings().over()) {
            return Verdict.refused(ArbitrationRefusals.HEARD);
        }
        if (command.materials().isEmpty()) {
            return Verdict.refused(ArbitrationRefusals.EVIDENCE_EMPTY);
        }
        return Verdict.happens(
                new ArbitrationEvent.EvidenceFiled(
                        it.id(),
                        party.person(),
                        party.key(),
                        state.evidence().count() + 1,
                        command.materials(),
                        command.proves()));
    }
}
