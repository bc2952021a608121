package org.banshi.query.contract.caseload;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cases in numbers.
 *
 * @param lines in the order of their keys
 * @param total of all cases, not only of those with a line
 */
public record Statistics(List<Line> lines, Line total) {

    /**
     * Cases that have something in common. A case counts as received in the month in which it was
     * filed, and as ended in the month of its end. Time runs from the filing to the end, in
     * calendar days; withdrawn cases say nothing of how fast an office is, and are not in it.
     *
     * @param key of the group: an item's, a region's code, a month {@code yyyy-MM}, or an outcome:
     *     the key of a status, for {@code closed} with the mark of the item's own ending ({@code
     *     closed:arbitration.award-made})
     * @param received filed in the period; null where cases are grouped by outcome
     * @param open not ended at the end of the period, whenever they were filed; null where cases
     *     are grouped by outcome
     * @param outcomes ended in the period, by the key of {@link
     *     org.banshi.query.contract.progress.CaseStatus}
     * @param inTime ended on or before their last day
     * @param late ended after it
     * @param undated ended without a last day, such as before acceptance
     * @param median days that half of the cases took at most; null without any
     * @param slowest days that nine of ten took at most; null without any
     */
    public record Line(
            String key,
            @Nullable Long received,
            @Nullable Long open,
            Map<String, Long> outcomes,
            long inTime,
            long late,
            long undated,
            @Nullable Integer median,
            @Nullable Integer slowest) {

        /** Ended in the period, however. */
        public long ended() {
            return outcomes.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
