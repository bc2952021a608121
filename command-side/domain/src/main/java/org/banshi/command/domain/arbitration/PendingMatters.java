package org.banshi.command.domain.arbitration;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.Pending;

/**
 * What parties brought in beside the tasks, and since when each of it waits to be decided: it only
 * evolves. Answers are served, not decided: {@link Services} knows of them.
 */
final class PendingMatters {

    private final Map<Pending, Map<String, LocalDate>> since = new EnumMap<>(Pending.class);

    void on(ArbitrationEvent event, LocalDate day) {
        if (event instanceof ArbitrationEvent.ClaimFiled filed && filed.decideBy() != null) {
            came(Pending.CLAIM, filed.claim(), day);
        } else if (event instanceof ArbitrationEvent.ClaimAccepted accepted) {
            of(Pending.CLAIM).remove(accepted.claim());
        } else if (event instanceof ArbitrationEvent.ClaimRefused refused) {
            of(Pending.CLAIM).remove(refused.claim());
        } else if (event instanceof ArbitrationEvent.ClaimsDeemedWithdrawn withdrawn) {
            withdrawn.claims().forEach(of(Pending.CLAIM)::remove);
        } else if (event instanceof ArbitrationEvent.ClaimsWithdrawn withdrawn) {
            withdrawn.claims().forEach(of(Pending.CLAIM)::remove);
        } else if (event instanceof ArbitrationEvent.RecusalAsked asked) {
            came(Pending.RECUSAL, asked.arbitrator(), day);
        } else if (event instanceof ArbitrationEvent.RecusalDecided decided) {
            of(Pending.RECUSAL).remove(decided.arbitrator());
        } else if (event instanceof ArbitrationEvent.PanelNamed named) {
            of(Pending.RECUSAL).keySet().retainAll(named.arbitrators());
        } else if (event instanceof ArbitrationEvent.AdvanceAsked asked) {
            came(Pending.ADVANCE, String.valueOf(asked.advance()), day);
        } else if (event instanceof ArbitrationEvent.AdvanceGranted granted) {
            of(Pending.ADVANCE).remove(String.valueOf(granted.advance()));
        } else if (event instanceof ArbitrationEvent.AdvanceDenied denied) {
            of(Pending.ADVANCE).remove(String.valueOf(denied.advance()));
        } else if (event instanceof ArbitrationEvent.AdjournmentAsked asked) {
            came(Pending.ADJOURNMENT, asked.party(), day);
        } else if (event instanceof ArbitrationEvent.AdjournmentDenied denied) {
            of(Pending.ADJOURNMENT).remove(denied.party());
        } else if (event instanceof ArbitrationEvent.HearingAdjourned
                || event instanceof ArbitrationEvent.HearingHeld) {
            of(Pending.ADJOURNMENT).clear();
        }
    }

    private void came(Pending kind, String key, LocalDate day) {
        of(kind).putIfAbsent(key, day);
    }

    private Map<String, LocalDate> of(Pending kind) {
        return since.computeIfAbsent(kind, none -> new HashMap<>());
    }

    private Map<String, LocalDate> waiting(Pending kind) {
        return since.getOrDefault(kind, Map.of());
    }

    /** Whether that of {@code key} waits, such as what that party asked. */
    boolean waits(Pending kind, String key) {
        return waiting(kind).containsKey(key);
    }

    /** The day on which that came which waits longest; empty where nothing of the kind waits. */
    Optional<LocalDate> oldest(Pending kind) {
        return waiting(kind).values().stream().min(LocalDate::compareTo);
    }

    /** The kinds of which something waits. */
    Set<Pending> kinds() {
        Set<Pending> kinds = new TreeSet<>();
        since.forEach(
                (kind, waiting) -> {
                    if (!waiting.isEmpty()) {
                        kinds.add(kind);
                    }
                });
        return kinds;
    }
}
