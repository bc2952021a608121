package org.banshi.query.contract.points;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * An account as its holder and the offices see it.
 *
 * @param status {@code active}, {@code suspended}, {@code lapsed} or {@code barred}
 * @param barredUntil first day on which an application is possible again, null where it is
 * @param adjusting whether an application for a score is under way
 * @param version sequence of the account's last event
 * @param score null before the first one, and once the person's data were erased
 */
public record PointsAccountView(
        String person,
        String region,
        String status,
        @Nullable LocalDate barredUntil,
        boolean adjusting,
        long version,
        @Nullable Published score,
        List<Objection> objections,
        List<Standing> standings) {

    /**
     * A published score.
     *
     * @param table version of the table, and its name
     * @param asOf day on which ages and years were counted
     * @param settlement total of what counts for household registration
     * @param barred a criminal penalty bars household registration
     * @param provisional some figure is to be confirmed by the city
     * @param objectBy last day on which the holder may object
     */
    public record Published(
            String table,
            Text tableName,
            LocalDate asOf,
            BigDecimal base,
            BigDecimal plus,
            BigDecimal minus,
            BigDecimal total,
            BigDecimal settlement,
            boolean barred,
            boolean provisional,
            DueDate objectBy,
            List<Line> lines) {}

    /**
     * Points of one indicator.
     *
     * @param points null where the figure is to be confirmed by the city
     * @param source of the figure
     */
    public record Line(
            String indicator,
            Text name,
            @Nullable BigDecimal points,
            String source,
            boolean provisional) {}

    /**
     * An objection to the score.
     *
     * @param stage who looks at it: {@code WINDOW}, {@code DISTRICT} or {@code DEPARTMENT}
     * @param due last day of that stage; null once it is decided
     * @param upheld null while it is open
     */
    public record Objection(
            int serial,
            String indicator,
            String stage,
            @Nullable DueDate due,
            @Nullable Boolean upheld) {}

    /**
     * The person in one round.
     *
     * @param status such as {@code entered}, {@code placed}, {@code card-issued}
     * @param rank null before the ranking
     * @param confirmBy last day of the on-site check, for those with a place
     */
    public record Standing(
            String round,
            String status,
            BigDecimal base,
            int medicalMonths,
            int permitMonths,
            @Nullable Integer rank,
            @Nullable LocalDate confirmBy) {}

    /** Never prints the person's points. */
    @Override
    public String toString() {
        return "PointsAccountView[" + status + "]";
    }
}
