package org.banshi.query.projection.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.audit.FindSuspicions;
import org.banshi.query.contract.audit.Suspicion;
import org.banshi.query.projection.benefit.PaidMonths;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ready checks: each is one statement over read models, and its list is bounded. */
public final class CheckQueries {

    /** 社会救助: paid monthly; source of each pair beside it. */
    private static final String EXCLUSIONS =
            """
            (VALUES
                ('living-allowance', 'destitute-support', '特困人员认定办法'),
                ('living-allowance', 'marginal-household', '粤府办〔2022〕3号'),
                ('destitute-support', 'marginal-household', '粤府办〔2022〕3号'),
                ('living-allowance', 'spending-hardship-household', '粤府办〔2022〕3号'),
                ('destitute-support', 'spending-hardship-household', '粤府办〔2022〕3号'),
                ('marginal-household', 'spending-hardship-household', '粤府办〔2022〕3号'),
                ('destitute-support', 'disability-living-subsidy', '国发〔2015〕52号'),
                ('destitute-support', 'disability-nursing-subsidy', '国发〔2015〕52号')
            ) AS x (one, other, source)""";

    private static final String NUMBERS =
            "(array_agg(number ORDER BY number))[1:" + Suspicion.MOST + "]";

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final BusinessClock clock;

    public CheckQueries(JdbcClient jdbc, PersonalData personal, BusinessClock clock) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.clock = clock;
    }

    @QueryHandler
    public List<Suspicion> handle(FindSuspicions query) {
        if (!query.scope().has(Role.AUDITOR)) {
            return List.of();
        }
        String sql =
                switch (query.check()) {
                    case PAID_AFTER_DEATH ->
                            """
                            SELECT b.person AS subject, ARRAY[c.number] AS numbers, 1 AS cases,
                                ARRAY[b.kind, coalesce(d.cancelled_on::text, '')] AS facts,
                                d.cancelled_on, b.stopped, b.sealed
                            FROM certificate d
                            JOIN benefit b ON b.person = d.person
                            LEFT JOIN timeline_case c ON c.application = b.application
                            WHERE d.cancel_reason = 'DEATH' OR d.held_from IS NOT NULL
                            ORDER BY b.person, b.kind, b.benefit
                            """;
                    case SHARED_ACCOUNT ->
                            """
                            SELECT 'account-' || left(account, 12) AS subject, %s AS numbers,
                                count(*) AS cases, ARRAY[count(DISTINCT person)::text] AS facts
                            FROM declaration WHERE account IS NOT NULL
                            GROUP BY account HAVING count(DISTINCT person) > 1
                            ORDER BY count(DISTINCT person) DESC, account LIMIT ?
                            """
                                    .formatted(NUMBERS);
                    case EXCLUDED_TOGETHER ->
                            """
                            SELECT a.person AS subject,
                                array_remove(ARRAY[c.number, d.number], NULL) AS numbers,
                                2 AS cases, ARRAY[x.one, x.other, x.source] AS facts,
                                a.stopped, a.sealed, b.stopped AS other_stopped,
                                b.sealed AS other_sealed
                            FROM %s
                            JOIN benefit a ON a.kind = x.one
                            JOIN benefit b ON b.kind = x.other AND b.person = a.person
                            LEFT JOIN timeline_case c ON c.application = a.application
                            LEFT JOIN timeline_case d ON d.application = b.application
                            ORDER BY a.person, x.one, x.other, a.benefit, b.benefit
                            """
                                    .formatted(EXCLUSIONS);
                    case RELATIVE_DECLARED ->
                            """
                            SELECT r.person AS subject, ARRAY[r.number] AS numbers, 1 AS cases,
                                ARRAY(SELECT DISTINCT t.actor FROM timeline t
                                    WHERE t.application = r.application
                                        AND t.event = 'work-item.completed'
                                    ORDER BY t.actor) AS facts
                            FROM declaration r WHERE r.relative
                            ORDER BY r.number LIMIT ?
                            """;
                    case ONE_HAND ->
                            """
                            SELECT h.actor AS subject, %s AS numbers, count(*) AS cases,
                                ARRAY[max(h.tasks)::text] AS facts
                            FROM (
                                SELECT application, min(actor) AS actor, count(*) AS tasks
                                FROM timeline WHERE event = 'work-item.completed'
                                GROUP BY application
                                HAVING count(DISTINCT actor) = 1 AND count(*) >= 3) h
                            JOIN timeline_case c ON c.application = h.application
                            JOIN timeline e ON e.application = h.application
                                AND e.event = 'application.concluded'
                            GROUP BY h.actor ORDER BY count(*) DESC, h.actor LIMIT ?
                            """
                                    .formatted(NUMBERS);
                };
        return switch (query.check()) {
            case PAID_AFTER_DEATH -> first(sql, query.limit(), this::paidAfterDeath);
            case EXCLUDED_TOGETHER -> first(sql, query.limit(), this::paidTogether);
            default -> jdbc.sql(sql).param(query.limit()).query((row, n) -> suspicion(row)).list();
        };
    }

    /** Which rows count is known only once what is personal in them was read. */
    private List<Suspicion> first(String sql, int limit, Finding finding) {
        try (Stream<Optional<Suspicion>> rows =
                jdbc
                        .sql(sql)
                        .query(
                                (row, n) ->
                                        finding.holds(row)
                                                ? Optional.of(suspicion(row))
                                                : Optional.<Suspicion>empty())
                        .stream()) {
            return rows.flatMap(Optional::stream).limit(limit).toList();
        }
    }

    /** Whether a row is a finding. */
    @FunctionalInterface
    private interface Finding {

        boolean holds(ResultSet row) throws SQLException;
    }

    /**
     * Paid for a month after that of the cancellation, or for months that a stop took back; where a
     * death is only matched, nobody knows its day: whether anything is still to be paid.
     */
    private boolean paidAfterDeath(ResultSet row) throws SQLException {
        PaidMonths paid = PaidMonths.of(row, "sealed", "stopped", personal);
        LocalDate cancelled = row.getObject("cancelled_on", LocalDate.class);
        return cancelled == null
                ? paid.dueFrom(YearMonth.from(clock.today()))
                : paid.takenBack() || paid.dueFrom(YearMonth.from(cancelled).plusMonths(1));
    }

    private boolean paidTogether(ResultSet row) throws SQLException {
        return PaidMonths.of(row, "sealed", "stopped", personal)
                .overlaps(PaidMonths.of(row, "other_sealed", "other_stopped", personal));
    }

    private static Suspicion suspicion(ResultSet row) throws SQLException {
        return new Suspicion(
                row.getString("subject"),
                Arrays.stream((String[]) row.getArray("numbers").getArray())
                        .filter(it -> it != null)
                        .toList(),
                row.getLong("cases"),
                List.of((String[]) row.getArray("facts").getArray()));
    }
}
