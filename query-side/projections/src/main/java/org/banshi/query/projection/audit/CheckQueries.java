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
import org.banshi.query.contract.audit.Check;
import org.banshi.query.contract.audit.FindSuspicions;
import org.banshi.query.contract.audit.Suspicion;
import org.banshi.query.contract.audit.Suspicions;
import org.banshi.query.projection.benefit.PaidMonths;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ready checks: each is one statement over a bounded part of read models, walked by a key. */
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

    /**
     * Who died, and by when at the latest: as a certificate says, or as an officer recorded in a
     * case of theirs and nobody corrected. Whoever carries a case on has it no more in theirs.
     */
    private static final String DEAD =
            """
            (SELECT person, min(known_by) AS known_by FROM (
                SELECT person, cancelled_on AS known_by FROM certificate
                    WHERE cancel_reason = 'DEATH' OR held_from IS NOT NULL
                UNION ALL
                SELECT r.person, (t.at AT TIME ZONE 'Asia/Shanghai')::date
                    FROM timeline t JOIN declaration r ON r.application = t.application
                    WHERE t.event = 'application.death-recorded' AND NOT EXISTS (
                        SELECT FROM timeline u WHERE u.application = t.application
                            AND (u.event = 'application.death-refuted' AND u.position > t.position
                                OR u.event = 'application.carried-on'
                                    AND u.position < t.position))
                ) AS told GROUP BY person) AS d""";

    /** No key is greater: bytes of UTF-8, compared as such. */
    private static final String BEHIND_ALL = "\uDBFF\uDFFF";

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

    /** What a check goes through: rows by a key, a part of them at a time. */
    private record Walk(String keys, String order, int part) {}

    private static Walk walk(Check check) {
        return switch (check) {
            case PAID_AFTER_DEATH ->
                    new Walk(
                            "SELECT person AS key FROM " + DEAD + " WHERE person > ?",
                            "person",
                            2_000);
            case EXCLUDED_TOGETHER ->
                    new Walk("SELECT person AS key FROM benefit WHERE person > ?", "person", 5_000);
            case SHARED_ACCOUNT ->
                    new Walk(
                            "SELECT account AS key FROM declaration"
                                    + " WHERE account IS NOT NULL AND account > ?",
                            "account",
                            20_000);
            case RELATIVE_DECLARED ->
                    new Walk(
                            "SELECT number AS key FROM declaration WHERE relative AND number > ?",
                            "number",
                            200);
            case ONE_HAND ->
                    new Walk(
                            "SELECT position::text AS key FROM timeline"
                                    + " WHERE event = 'application.concluded'"
                                    + " AND position < ?::bigint",
                            "position DESC",
                            5_000);
        };
    }

    @QueryHandler
    public Optional<Suspicions> handle(FindSuspicions query) {
        if (!query.scope().has(Role.AUDITOR)) {
            return Optional.empty();
        }
        boolean newestFirst = query.check() == Check.ONE_HAND;
        String first = newestFirst ? String.valueOf(Long.MAX_VALUE) : "";
        String cursor = query.cursor();
        String from =
                cursor == null || newestFirst && !cursor.matches("\\d{1,18}") ? first : cursor;
        Walk walk = walk(query.check());
        String last =
                jdbc.sql(
                                "%s ORDER BY %s LIMIT 1 OFFSET %d"
                                        .formatted(walk.keys(), walk.order(), walk.part() - 1))
                        .param(from)
                        .query(String.class)
                        .optional()
                        .orElse(null);
        String until = last != null ? last : newestFirst ? "0" : BEHIND_ALL;
        List<Suspicion> found =
                switch (query.check()) {
                    case PAID_AFTER_DEATH ->
                            those(query.check(), from, until, this::paidAfterDeath);
                    case EXCLUDED_TOGETHER -> those(query.check(), from, until, this::paidTogether);
                    default -> those(query.check(), from, until, row -> true);
                };
        return Optional.of(new Suspicions(found, last));
    }

    /** Its statement takes the key after which a part begins, and its last. */
    private static String sql(Check check) {
        return switch (check) {
            case PAID_AFTER_DEATH ->
                    """
                    SELECT b.person AS subject, ARRAY[c.number] AS numbers, 1 AS cases,
                        ARRAY[b.kind, coalesce(d.known_by::text, '')] AS facts,
                        d.known_by, b.stopped, b.sealed
                    FROM %s
                    JOIN benefit b ON b.person = d.person
                    LEFT JOIN timeline_case c ON c.application = b.application
                    WHERE d.person > ? AND d.person <= ?
                    ORDER BY b.person, b.kind, b.benefit
                    """
                            .formatted(DEAD);
            case SHARED_ACCOUNT ->
                    """
                    SELECT 'account-' || left(account, 12) AS subject, %s AS numbers,
                        count(*) AS cases, ARRAY[count(DISTINCT person)::text] AS facts
                    FROM declaration WHERE account IS NOT NULL AND account > ? AND account <= ?
                    GROUP BY account HAVING count(DISTINCT person) > 1
                    ORDER BY count(DISTINCT person) DESC, account
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
                    JOIN benefit a ON a.kind = x.one AND a.person > ? AND a.person <= ?
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
                    FROM declaration r WHERE r.relative AND r.number > ? AND r.number <= ?
                    ORDER BY r.number
                    """;
            case ONE_HAND ->
                    """
                    SELECT h.actor AS subject, %s AS numbers, count(*) AS cases,
                        ARRAY[max(h.tasks)::text] AS facts
                    FROM timeline e
                    JOIN timeline_case c ON c.application = e.application
                    CROSS JOIN LATERAL (
                        SELECT min(t.actor) AS actor, count(*) AS tasks FROM timeline t
                        WHERE t.application = e.application AND t.event = 'work-item.completed'
                        HAVING count(DISTINCT t.actor) = 1 AND count(*) >= 3) h
                    WHERE e.event = 'application.concluded'
                        AND e.position < ?::bigint AND e.position >= ?::bigint
                    GROUP BY h.actor ORDER BY count(*) DESC, h.actor
                    """
                            .formatted(NUMBERS);
        };
    }

    /** Which rows count may be known only once what is personal in them was read. */
    private List<Suspicion> those(Check check, String from, String until, Finding finding) {
        try (Stream<Optional<Suspicion>> rows =
                jdbc
                        .sql(sql(check))
                        .params(from, until)
                        .query(
                                (row, n) ->
                                        finding.holds(row)
                                                ? Optional.of(suspicion(row))
                                                : Optional.<Suspicion>empty())
                        .stream()) {
            return rows.flatMap(Optional::stream).toList();
        }
    }

    /** Whether a row is a finding. */
    @FunctionalInterface
    private interface Finding {

        boolean holds(ResultSet row) throws SQLException;
    }

    /**
     * Paid for a month after that in which the death was known, or for months that a stop took
     * back; where a death is only matched, nobody knows its day: whether anything is still to be
     * paid.
     */
    private boolean paidAfterDeath(ResultSet row) throws SQLException {
        PaidMonths paid = PaidMonths.of(row, "sealed", "stopped", personal);
        LocalDate dead = row.getObject("known_by", LocalDate.class);
        return dead == null
                ? paid.dueFrom(YearMonth.from(clock.today()))
                : paid.takenBack() || paid.dueFrom(YearMonth.from(dead).plusMonths(1));
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
