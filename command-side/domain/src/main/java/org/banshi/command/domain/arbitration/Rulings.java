package org.banshi.command.domain.arbitration;

import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.arbitration.ArbitrationEvent;

/** Awards and settlements: it only evolves. */
final class Rulings {

    private final List<ArbitrationEvent.AwardMade> awards = new ArrayList<>();
    private int settlements;
    private boolean settlementOpen;
    private boolean bound;

    void on(ArbitrationEvent.AwardMade award) {
        awards.add(award);
    }

    void on(ArbitrationEvent.Settled settled) {
        settlements = settled.serial();
        settlementOpen = true;
    }

    void on(ArbitrationEvent.SettlementRefused refused) {
        settlementOpen = false;
    }

    void on(ArbitrationEvent.SettlementBound event) {
        settlementOpen = false;
        bound = true;
    }

    List<ArbitrationEvent.AwardMade> awards() {
        return awards;
    }

    /** Number of the settlement reached last, from 1. */
    int settlements() {
        return settlements;
    }

    /** Whether a settlement waits for signatures. */
    boolean settlementOpen() {
        return settlementOpen;
    }

    /** Whether all that was claimed is decided, by award or by a settlement that binds. */
    boolean over() {
        return bound || awards.stream().anyMatch(it -> !it.partial());
    }
}
