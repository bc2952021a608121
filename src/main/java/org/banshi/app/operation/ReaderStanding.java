package org.banshi.app.operation;

import org.jspecify.annotations.Nullable;

/**
 * How one reader of the log stands on this node.
 *
 * @param position of the last event taken
 * @param parked events that it could not take, and those that wait behind them
 * @param rebuildable whether it is a read model, which can be rebuilt from the log
 * @param stopped why it stopped for good, or null while it runs
 */
public record ReaderStanding(
        String name, long position, int parked, boolean rebuildable, @Nullable String stopped) {}
