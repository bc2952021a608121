package org.banshi.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * How a subscription stands on this node.
 *
 * @param position of the last event taken, as far as this node knows
 * @param parked how many events it could not take, with those that wait behind them
 * @param leading whether this node is the one that reads for it
 * @param stopped why its reader stopped for good, or null while it runs
 */
public record ReaderState(
        String subscription,
        long position,
        int parked,
        boolean leading,
        @Nullable String stopped) {}
