package org.banshi.query.contract.caseload;

import java.time.YearMonth;
import org.banshi.query.contract.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * How many cases of a region and those below it came in and ended, how they ended and how long they
 * took? Answers {@code Statistics}, without any lines where the scope may not see the region; or
 * fails with a {@link org.banshi.query.contract.page.BadQueryException} for a grouping or region
 * that does not exist.
 *
 * @param region code of the region
 * @param service only of this item; null for all
 * @param by a line for each {@code service}, {@code region} (those directly below), {@code month}
 *     or {@code outcome}
 * @param from first month
 * @param until last month, included
 */
public record FindStatistics(
        Scope scope,
        String region,
        @Nullable String service,
        String by,
        YearMonth from,
        YearMonth until) {}
