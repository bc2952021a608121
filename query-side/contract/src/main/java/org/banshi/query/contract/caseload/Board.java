package org.banshi.query.contract.caseload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits. "Soon" is within three working days, today counted.
 *
 * @param total of everything in scope
 * @param offices those with the most late work first, at most 200
 * @param officers likewise, of those who hold something
 * @param everyOffice whether {@code offices} and {@code officers} are all there are
 * @param escalated tasks in scope that were brought before a wider region
 */
public record Board(
        OfficeLoad total,
        List<OfficeLoad> offices,
        List<OfficerLoad> officers,
        boolean everyOffice,
        long escalated) {

    /**
     * What waits for an office.
     *
     * @param office {@code body:region}; null in the total
     * @param open tasks, held or not
     * @param unassigned tasks that nobody holds
     * @param overdue tasks after their last day
     * @param soon tasks whose last day is near
     * @param casesOverdue open cases after the last day of the whole case, that this office has
     * @param casesSoon open cases whose last day is near
     */
    public record OfficeLoad(
            @Nullable String office,
            long open,
            long unassigned,
            long overdue,
            long soon,
            long casesOverdue,
            long casesSoon) {}

    /**
     * What an officer holds.
     *
     * @param account of the officer
     */
    public record OfficerLoad(String account, long held, long overdue, long soon) {}
}
