package org.banshi.eventstore.tree;

import java.util.ArrayList;
import java.util.List;

/** Findings as they come; of very many the first. */
final class Findings {

    private static final int MOST = 200;

    private final List<Finding> first = new ArrayList<>();
    private long more;

    void add(long from, long to, String what) {
        if (first.size() < MOST) {
            first.add(new Finding(from, to, what));
        } else {
            more++;
        }
    }

    /** One of few that say most, whatever else was found. */
    void addFirst(long from, long to, String what) {
        first.add(0, new Finding(from, to, what));
    }

    Verification over(long from, long to, long events, byte[] root) {
        return new Verification(from, to, events, Hashes.hex(root), first, more);
    }
}
