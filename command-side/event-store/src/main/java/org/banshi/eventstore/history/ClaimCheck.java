package org.banshi.eventstore.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.eventstore.Recorded;

/** Folds claims out of the log: one holder at a time, and at the end those that the table names. */
public final class ClaimCheck {

    private ClaimCheck() {}

    /**
     * @param log every event, in order
     * @param table each claim that is held, and the stream that holds it
     * @return what is wrong, one sentence each; empty when nothing is
     */
    public static List<String> violations(
            ClaimRules rules, List<Recorded> log, Map<Claim, String> table) {
        List<String> violations = new ArrayList<>();
        Map<Claim, String> held = new HashMap<>();
        for (Recorded recorded : log) {
            ClaimRules.Changes changes = rules.of(recorded.stream(), recorded.event());
            for (Claim claim : changes.released()) {
                held.entrySet()
                        .removeIf(
                                it ->
                                        it.getValue().equals(recorded.stream())
                                                && covers(claim, it.getKey()));
            }
            for (Claim claim : changes.acquired()) {
                String holder = held.put(claim, recorded.stream());
                if (holder != null && !holder.equals(recorded.stream())) {
                    violations.add(
                            "claim %s was taken at %d although stream %s held it"
                                    .formatted(claim.kind(), recorded.position(), holder));
                }
            }
        }
        if (!held.equals(table)) {
            violations.add(
                    "by the log %d claims are held, by their table %d, and not the same"
                            .formatted(held.size(), table.size()));
        }
        return violations;
    }

    private static boolean covers(Claim released, Claim held) {
        return released.equals(held)
                || (released.key().equals(Claim.EVERY) && released.kind().equals(held.kind()));
    }
}
