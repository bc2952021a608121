package org.banshi.query.projection.caseload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.caseload.FindStatistics;
import org.banshi.query.contract.caseload.Statistics;
import org.banshi.query.contract.page.BadQueryException;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.sql.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers what supervisors ask about many cases, from counts: what it costs grows with items,
 * months and kinds of ends, not with cases.
 */
public final class StatisticsQueries {

    private final JdbcClient jdbc;

    public StatisticsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Statistics handle(FindStatistics query) {
        String group = group(query.by());
        Condition which =
                AccessPredicate.of(query.scope(), AccessPredicate.Of.SUPERVISED)
                        .and(
                                Condition.of(
                                        "region = ? AND month <= ?",
                                        region(query.region()),
                                        query.until().toString()));
        if (query.service() != null) {
            which = which.and(Condition.of("service = ?", query.service()));
        }
        String from = query.from().toString();
        Map<String, Tally> tallies = new TreeMap<>();
        Tally total = new Tally();
        jdbc.sql(
                        """
                        SELECT %s AS key, month >= ? AS inside, outcome,
                            CASE WHEN month >= ? THEN kept ELSE '' END AS kept,
                            CASE WHEN month >= ? THEN days ELSE 0 END AS days, sum(cases) AS cases
                        FROM caseload_count WHERE %s GROUP BY 1, 2, 3, 4, 5
                        """
                                .formatted(group, which.sql()))
                .params(List.of(from, from, from))
                .params(which.parameters())
                .query(
                        row -> {
                            String key = row.getString("key");
                            Tally.Count count =
                                    new Tally.Count(
                                            row.getBoolean("inside"),
                                            row.getString("outcome"),
                                            row.getString("kept"),
                                            row.getInt("days"),
                                            row.getLong("cases"));
                            total.add(count);
                            tallies.computeIfAbsent(key, any -> new Tally()).add(count);
                        });
        List<Statistics.Line> lines = new ArrayList<>();
        boolean standing = !query.by().equals("outcome");
        boolean monthly = query.by().equals("month");
        tallies.forEach(
                (key, tally) -> {
                    boolean outside =
                            monthly && key.compareTo(from) < 0
                                    || !standing && key.equals(Cell.RECEIVED);
                    if (!outside && !tally.isEmpty()) {
                        lines.add(tally.line(key, standing, standing && !monthly));
                    }
                });
        return new Statistics(List.copyOf(lines), total.line("", true, true));
    }

    private static String region(String code) {
        try {
            return new RegionCode(code).value();
        } catch (IllegalArgumentException unknown) {
            throw new BadQueryException("region");
        }
    }

    /** Columns are spelled out: what comes from outside never becomes SQL. */
    private static String group(String by) {
        return switch (by) {
            case "service" -> "service";
            case "region" -> "part";
            case "month" -> "month";
            case "outcome" -> "outcome";
            default -> throw new BadQueryException("by");
        };
    }
}
