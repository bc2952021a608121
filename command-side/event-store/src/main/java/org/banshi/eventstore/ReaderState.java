package org.banshi.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * How a subscription stands on this node.
 *
 * @param position of the last event taken
 * @param leading whether this node is the one that reads for it
 * @param stopped why its reader stopped for good, or null while it runs
 */
public record ReaderState(
        String subscription, long position, boolean leading, @Nullable String stopped) {}
