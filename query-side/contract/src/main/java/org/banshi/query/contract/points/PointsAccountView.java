package org.banshi.query.contract.points;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.points.DepartmentAnswer;
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
     * @param objectBy last day on which the holder may object to any line
     * @param cause {@code APPLICATION}, {@code TIME}, {@code PUSH}, {@code OBJECTION}, {@code
     *     REACTIVATION} or {@code WITHDRAWAL}; null where it is not known
     * @param publishedOn day of its publication
     * @param by the office that determined it, or has the account
     * @param nextOn first day on which age or time will change it; null where they will not, or it
     *     is not known
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
            @Nullable String cause,
            LocalDate publishedOn,
            Text by,
            @Nullable LocalDate nextOn,
            List<Line> lines) {}

    /**
     * Points of one indicator.
     *
     * @param points null where the figure is to be confirmed by the city
     * @param source of the figure, spelt out
     * @param basis what it rests on; null for the age, and where the row is older than the view
     * @param objectBy last day on which the holder may object to this line
     */
    public record Line(
            String indicator,
            Text name,
            @Nullable BigDecimal points,
            Text source,
            boolean provisional,
            @Nullable Basis basis,
            DueDate objectBy) {}

    /**
     * What an indicator's points rest on.
     *
     * @param origin {@code CLAIMED}, {@code PUSHED} by a department, or {@code CORRECTED} after an
     *     objection
     * @param on day on which it was recorded
     * @param evidence codes of the papers
     * @param answers what departments said
     */
    public record Basis(
            String origin, LocalDate on, List<String> evidence, List<DepartmentAnswer> answers) {}

    /**
     * An objection to the score.
     *
     * @param stage who looks at it: {@code WINDOW}, {@code DISTRICT} or {@code DEPARTMENT}
     * @param due last day of that stage; null once it is decided
     * @param upheld null while it is open
     * @param name of the indicator
     * @param raisedOn null where the row is older than the view
     * @param words what was said; null once the person's data were erased
     */
    public record Objection(
            int serial,
            String indicator,
            String stage,
            @Nullable DueDate due,
            @Nullable Boolean upheld,
            Text name,
            @Nullable LocalDate raisedOn,
            @Nullable Said words) {}

    /**
     * What was said in an objection.
     *
     * @param opinion of who passed it on last
     * @param findings of who decided it
     */
    public record Said(
            @Nullable String objection, @Nullable String opinion, @Nullable String findings) {

        /** Never prints what was said. */
        @Override
        public String toString() {
            return "Said[...]";
        }
    }

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
