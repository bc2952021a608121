package org.banshi.query.contract.points;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.banshi.command.contract.calendar.DueDate;
import org.jspecify.annotations.Nullable;

/**
 * A city's round of household registration by points, in numbers that anybody may see.
 *
 * @param status {@code open}, {@code ranking}, {@code ranked}, {@code posting}, {@code notice} or
 *     {@code closed}
 * @param from first day of the window, {@code until} its last
 * @param confirmBy last day of the on-site check
 * @param noticeDays working days of the notice
 * @param provisional whether figures are to be confirmed
 * @param candidates who entered and did not leave before the list was closed
 * @param slices of the list that are ranked so far
 * @param ranked lines of the list so far
 * @param placed how many of them have a place; more than the quota where some tie at its edge
 * @param edge the last line with a place; null before there is one
 * @param told how many were told of their place
 * @param digest of the whole list; null before it is complete
 * @param begunAt when ranking began, {@code completedAt} when the list was complete
 * @param noticeUntil last day of the notice
 */
public record RoundView(
        String round,
        String region,
        int year,
        String status,
        LocalDate from,
        LocalDate until,
        int quota,
        LocalDate confirmBy,
        int noticeDays,
        boolean provisional,
        int candidates,
        int slices,
        int ranked,
        int placed,
        @Nullable Edge edge,
        int told,
        int confirmed,
        int givenUp,
        int published,
        int cards,
        int moved,
        int revoked,
        @Nullable String digest,
        @Nullable Instant begunAt,
        @Nullable Instant completedAt,
        @Nullable DueDate noticeUntil) {

    /**
     * The edge of the quota.
     *
     * @param tied how many share that rank
     */
    public record Edge(int rank, BigDecimal base, int medicalMonths, int permitMonths, int tied) {}

    /** Whether some tie at the edge, so that more have a place than there are. */
    public boolean exceeded() {
        return placed > quota;
    }
}
