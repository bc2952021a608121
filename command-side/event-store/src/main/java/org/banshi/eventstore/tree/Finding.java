package org.banshi.eventstore.tree;

/**
 * Something in the log is not as it was written.
 *
 * @param from first position where it may be
 * @param to last position where it may be
 * @param what in words, without what events hold
 */
public record Finding(long from, long to, String what) {

    @Override
    public String toString() {
        return from == to
                ? "position %d: %s".formatted(from, what)
                : "positions %d to %d: %s".formatted(from, to, what);
    }
}
