package org.banshi.query.contract.timeline;

import org.banshi.query.contract.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the case of this number, oldest first? Answers {@code Page<TimelineEntry>}.
 *
 * @param until last position that counts; null for all
 */
public record FindTimeline(
        String number, Scope scope, @Nullable String cursor, int limit, @Nullable Long until) {

    /** All that happened. */
    public FindTimeline(String number, Scope scope, @Nullable String cursor, int limit) {
        this(number, scope, cursor, limit, null);
    }
}
