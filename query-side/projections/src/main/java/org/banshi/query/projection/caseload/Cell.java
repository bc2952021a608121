package org.banshi.query.projection.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.projection.fold.RowType;
import org.jspecify.annotations.Nullable;

/** A count of cases that are alike in everything that statistics ask. */
record Cell(
        String region,
        String part,
        String month,
        String service,
        String outcome,
        String kept,
        int days,
        long cases) {

    /** The outcome of a case that has only been filed. */
    static final String RECEIVED = "received";

    /** Whether the last day was kept, where that is not asked. */
    static final String NONE = "none";

    static final String IN_TIME = "in-time";
    static final String LATE = "late";
    static final String UNDATED = "undated";

    /** What comes between the status and an ending of the item's own. */
    private static final String OWN = ":";

    /** Up to here each number of days is counted by itself. */
    private static final int EXACT = 60;

    private static final int TENS = 400;

    static final RowType<Cell> ROWS =
            new RowType<>(
                    "caseload_count",
                    List.of(
                            "cell text",
                            "region text",
                            "part text",
                            "month text",
                            "service text",
                            "outcome text",
                            "kept text",
                            "days integer",
                            "cases bigint"),
                    "cell",
                    Cell::read,
                    Cell::row);

    /** The cells of a case, one for its region and each above, with a case in each. */
    static List<Cell> of(
            RegionCode region,
            LocalDate day,
            String service,
            String outcome,
            String kept,
            int days) {
        LinkedHashSet<RegionCode> above = new LinkedHashSet<>();
        above.add(region.province());
        above.add(region.city());
        above.add(region.county());
        above.add(region);
        List<RegionCode> path = List.copyOf(above);
        List<Cell> cells = new ArrayList<>();
        for (int level = 0; level < path.size(); level++) {
            RegionCode part = path.get(Math.min(level + 1, path.size() - 1));
            cells.add(
                    new Cell(
                            path.get(level).value(),
                            part.value(),
                            YearMonth.from(day).toString(),
                            service,
                            outcome,
                            kept,
                            upTo(days),
                            1));
        }
        return cells;
    }

    /**
     * The upper bound by which so many days are counted: exact at first, then in tens, hundreds.
     */
    static int upTo(int days) {
        if (days <= EXACT) {
            return Math.max(0, days);
        }
        int step = days <= TENS ? 10 : 100;
        return (days + step - 1) / step * step;
    }

    /** The outcome of a case that was closed by an ending of the item's own. */
    static String closed(String ending) {
        return CaseStatus.CLOSED.key() + OWN + ending;
    }

    /** The key of the status of such an outcome. */
    static String status(String outcome) {
        int own = outcome.indexOf(OWN);
        return own < 0 ? outcome : outcome.substring(0, own);
    }

    String key() {
        return String.join(
                "/", region, part, month, service, outcome, kept, Integer.toString(days));
    }

    Cell plus(long more) {
        return new Cell(region, part, month, service, outcome, kept, days, cases + more);
    }

    private static Cell read(ResultSet row) throws SQLException {
        return new Cell(
                row.getString("region"),
                row.getString("part"),
                row.getString("month"),
                row.getString("service"),
                row.getString("outcome"),
                row.getString("kept"),
                row.getInt("days"),
                row.getLong("cases"));
    }

    private static @Nullable Object[] row(Cell cell) {
        return new @Nullable Object[] {
            cell.key(),
            cell.region,
            cell.part,
            cell.month,
            cell.service,
            cell.outcome,
            cell.kept,
            cell.days,
            cell.cases
        };
    }
}
