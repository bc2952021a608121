package org.banshi.query.contract.audit;

import java.util.List;

/**
 * The course of a case through the log.
 *
 * @param application the case's stream
 * @param serviceVersion that the case is pinned to
 * @param positions of all its events, those of its tasks and its process among them, ascending
 */
public record CaseCourse(
        String application,
        String number,
        String service,
        int serviceVersion,
        String region,
        List<Long> positions) {

    public CaseCourse {
        positions = List.copyOf(positions);
    }

    /** How many of its events stand at or before a position. */
    public int until(long position) {
        int count = 0;
        while (count < positions.size() && positions.get(count) <= position) {
            count++;
        }
        return count;
    }
}
