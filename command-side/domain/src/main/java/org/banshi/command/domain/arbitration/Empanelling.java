package org.banshi.command.domain.arbitration;

import java.util.List;
import java.util.Map;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AskRecusal;
import org.banshi.command.contract.arbitration.ArbitrationCommand.DecideRecusal;
import org.banshi.command.contract.arbitration.ArbitrationCommand.NamePanel;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.domain.verdict.Verdict;

/** Decides who sits on the panel, and who steps back. */
final class Empanelling {

    private static final int WHOLE_PANEL = 3;

    private Empanelling() {}

    /** 办案规则、组织规则 13: three where the procedure asks for three, else three or one. */
    static Verdict name(ArbitrationCase it, ArbitrationState state, NamePanel command) {
        if (!state.docketed()) {
            return Verdict.refused(ArbitrationRefusals.NOT_DOCKETED);
        }
        if (state.hearings().set() != null) {
            return Verdict.refused(HearingRefusals.HEARING_IS_SET);
        }
        List<String> arbitrators = command.arbitrators().stream().map(String::strip).toList();
        long different = arbitrators.stream().filter(a -> !a.isEmpty()).distinct().count();
        boolean oneOrThree = different == 1 || different == WHOLE_PANEL;
        if (!oneOrThree || different != arbitrators.size()) {
            return Verdict.refused(HearingRefusals.PANEL_SIZE);
        }
        if (different < WHOLE_PANEL && wantsThree(it, command)) {
            return Verdict.refused(HearingRefusals.PANEL_OF_THREE);
        }
        if (arbitrators.stream().anyMatch(state.panel()::isRecused)) {
            return Verdict.refused(HearingRefusals.RECUSED);
        }
        return Verdict.happens(new ArbitrationEvent.PanelNamed(it.id(), it.subject(), arbitrators));
    }

    private static boolean wantsThree(ArbitrationCase it, NamePanel command) {
        return it.factsWithoutFamily(command.stamp().day()).get(ArbitrationWords.PROCEDURE)
                        instanceof Map<?, ?> procedure
                && ArbitrationWords.THREE.equals(procedure.get("outcome"));
    }

    static Verdict askRecusal(ArbitrationCase it, ArbitrationState state, AskRecusal command) {
        Parties.Party party = state.parties().find(command.party()).orElse(null);
        if (party == null) {
            return Verdict.refused(ArbitrationRefusals.PARTY_UNKNOWN);
        }
        if (!state.parties().mayAct(command.stamp().by(), party)) {
            return Verdict.refused(ArbitrationRefusals.NOT_THE_PARTY);
        }
        if (state.hearings().held()) {
            return Verdict.refused(ArbitrationRefusals.HEARD);
        }
        if (!state.panel().arbitrators().contains(command.arbitrator())
                || state.panel().isRecused(command.arbitrator())) {
            return Verdict.refused(HearingRefusals.NOT_ON_THE_PANEL);
        }
        return Verdict.happens(
                new ArbitrationEvent.RecusalAsked(
                        it.id(),
                        party.person(),
                        party.key(),
                        command.arbitrator(),
                        command.grounds()));
    }

    static Verdict decideRecusal(
            ArbitrationCase it, ArbitrationState state, DecideRecusal command) {
        if (!state.panel().isAsked(command.arbitrator())) {
            return Verdict.refused(HearingRefusals.RECUSAL_NOT_ASKED);
        }
        if (command.upheld() && state.hearings().set() != null) {
            return Verdict.refused(HearingRefusals.HEARING_IS_SET);
        }
        return Verdict.happens(
                new ArbitrationEvent.RecusalDecided(
                        it.id(), it.subject(), command.arbitrator(), command.upheld()));
    }
}
