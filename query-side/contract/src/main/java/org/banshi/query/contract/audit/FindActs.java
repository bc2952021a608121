package org.banshi.query.contract.audit;

import java.time.Instant;
import org.banshi.query.contract.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Which acts were recorded, newest first? Answers {@code Page<Act>}. What is null does not count.
 *
 * @param event stored name, such as {@code application.concluded}
 * @param actor account or automation
 * @param service whose cases
 * @param from first instant of business time
 * @param until first instant that no longer counts
 */
public record FindActs(
        Scope scope,
        @Nullable String event,
        @Nullable String actor,
        @Nullable String service,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String cursor,
        int limit) {}
