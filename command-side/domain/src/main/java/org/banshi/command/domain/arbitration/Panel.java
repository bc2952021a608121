package org.banshi.command.domain.arbitration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.banshi.command.contract.arbitration.ArbitrationEvent;

/** Who decides: it only evolves. */
final class Panel {

    private List<String> arbitrators = List.of();
    private final Set<String> recused = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private int recusalsDecided;

    void on(ArbitrationEvent.PanelNamed named) {
        arbitrators = List.copyOf(named.arbitrators());
        asked.retainAll(arbitrators);
    }

    void on(ArbitrationEvent.RecusalAsked event) {
        asked.add(event.arbitrator());
    }

    void on(ArbitrationEvent.RecusalDecided decided) {
        recusalsDecided++;
        asked.remove(decided.arbitrator());
        if (decided.upheld()) {
            recused.add(decided.arbitrator());
        }
    }

    /** The presiding one first; none before it is named. */
    List<String> arbitrators() {
        return arbitrators;
    }

    /** Whether these are those who sit on it. */
    boolean isOf(List<String> named) {
        return Set.copyOf(arbitrators).equals(Set.copyOf(named));
    }

    boolean isRecused(String arbitrator) {
        return recused.contains(arbitrator);
    }

    /** Whether somebody asked that the arbitrator step back and nothing is decided on it. */
    boolean isAsked(String arbitrator) {
        return asked.contains(arbitrator);
    }

    /** Whether it was named and nobody in it had to step back. */
    boolean isComplete() {
        return !arbitrators.isEmpty() && arbitrators.stream().noneMatch(recused::contains);
    }

    /** How often it was decided; each decision is served on the parties. */
    int recusalsDecided() {
        return recusalsDecided;
    }

    boolean hasOpenRecusal() {
        return !asked.isEmpty();
    }
}
