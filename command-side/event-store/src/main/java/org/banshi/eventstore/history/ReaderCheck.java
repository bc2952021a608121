package org.banshi.eventstore.history;

import java.util.List;

/** Holds what a reader saw against the log: every position once, in order. */
public final class ReaderCheck {

    private ReaderCheck() {}

    /**
     * @param after where it began: the position before the first that it has to see
     * @param seen positions in the order in which it saw them
     * @param until the last that it has to see
     * @return what is wrong, the first thing only; empty when nothing is
     */
    public static List<String> violations(String reader, long after, List<Long> seen, long until) {
        long expected = after + 1;
        for (long position : seen) {
            if (position != expected) {
                return List.of(
                        "reader %s saw %d where %d comes next"
                                .formatted(reader, position, expected));
            }
            expected++;
        }
        return expected == until + 1
                ? List.of()
                : List.of("reader %s ends at %d of %d".formatted(reader, expected - 1, until));
    }
}
