package org.banshi.eventstore.tree;

import java.util.List;

/**
 * What a verification found.
 *
 * @param from first position that was looked at
 * @param to last position that was looked at
 * @param events how many there were
 * @param root of the tree at the log's end: as the stored head has it, or as the lines of a file
 *     lead to
 * @param findings the first ones; empty when all is as it was written
 * @param more how many findings there are beside those
 */
public record Verification(
        long from, long to, long events, String root, List<Finding> findings, long more) {

    public Verification {
        findings = List.copyOf(findings);
    }

    /** Whether all is as it was written. */
    public boolean good() {
        return findings.isEmpty();
    }
}
