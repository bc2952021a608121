package org.banshi.eventstore.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the receipts of idempotency keys against the log: a key leads to one operation at most. */
public final class ReceiptCheck {

    private ReceiptCheck() {}

    /**
     * @param receipts position of the last event, by key
     * @return what is wrong, one sentence each; empty when nothing is
     */
    public static List<String> violations(
            List<Operation> operations, List<Entry> log, Map<String, Long> receipts) {
        Map<Operation.Append, Long> positions = new HashMap<>();
        for (Entry entry : log) {
            positions.put(append(entry.stream(), entry.label()), entry.position());
        }
        List<String> violations = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Operation operation : operations) {
            String key = operation.receipt();
            Operation.Append last = operation.appends().get(operation.appends().size() - 1);
            Long position = positions.get(append(last.stream(), last.label()));
            if (key == null || position == null) {
                continue;
            }
            if (!used.add(key)) {
                violations.add(operation.id() + " used a key a second time");
            } else if (!position.equals(receipts.get(key))) {
                violations.add(
                        "%s ends at %d, its receipt says %s"
                                .formatted(operation.id(), position, receipts.get(key)));
            }
        }
        if (!used.containsAll(receipts.keySet())) {
            violations.add("there are receipts of operations that are not in the log");
        }
        return violations;
    }

    private static Operation.Append append(String stream, String label) {
        return new Operation.Append(stream, Operation.ANY, label);
    }
}
