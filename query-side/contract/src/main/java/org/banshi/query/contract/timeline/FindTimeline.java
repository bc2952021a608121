package org.banshi.query.contract.timeline;

import org.banshi.query.contract.access.Scope;
import org.jspecify.annotations.Nullable;

/** What happened to the case of this number, oldest first? Answers {@code Page<TimelineEntry>}. */
public record FindTimeline(String number, Scope scope, @Nullable String cursor, int limit) {}
