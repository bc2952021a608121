package org.banshi.query.projection.audit;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.audit.FindPersonRecords;
import org.banshi.query.contract.audit.PersonRecords;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what is kept of a person. */
public final class PersonQueries {

    private final JdbcClient jdbc;

    public PersonQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<PersonRecords> handle(FindPersonRecords query) {
        if (!query.scope().has(Role.AUDITOR)) {
            return Optional.empty();
        }
        String person = query.person().value();
        int one = PersonRecords.MOST + 1;
        List<PersonRecords.Case> cases =
                jdbc.sql(
                                """
                                SELECT p.number, c.service, p.region, p.applied_at
                                FROM progress p
                                LEFT JOIN timeline_case c ON c.application = p.application
                                WHERE p.person = ? ORDER BY p.applied_at DESC, p.number LIMIT ?
                                """)
                        .params(person, one)
                        .query(
                                (row, n) ->
                                        new PersonRecords.Case(
                                                row.getString(1),
                                                row.getString(2) == null ? "" : row.getString(2),
                                                row.getString(3),
                                                row.getTimestamp(4).toInstant()))
                        .list();
        List<PersonRecords.Benefit> benefits =
                jdbc.sql(
                                """
                                SELECT b.benefit, c.number, b.kind, b.stopped, b.granted
                                FROM benefit b
                                LEFT JOIN timeline_case c ON c.application = b.application
                                WHERE b.person = ? ORDER BY b.granted DESC LIMIT ?
                                """)
                        .params(person, one)
                        .query(
                                (row, n) ->
                                        new PersonRecords.Benefit(
                                                row.getString(1),
                                                row.getString(2) == null ? "" : row.getString(2),
                                                row.getString(3),
                                                row.getBoolean(4),
                                                row.getLong(5)))
                        .list();
        List<PersonRecords.Certificate> certificates =
                jdbc.sql(
                                """
                                SELECT certificate, status FROM certificate
                                WHERE person = ? ORDER BY certificate LIMIT ?
                                """)
                        .params(person, one)
                        .query(
                                (row, n) ->
                                        new PersonRecords.Certificate(
                                                row.getString(1), row.getString(2)))
                        .list();
        boolean more = cases.size() == one || benefits.size() == one || certificates.size() == one;
        return Optional.of(
                new PersonRecords(first(cases), first(benefits), first(certificates), more));
    }

    private static <T> List<T> first(List<T> all) {
        return all.size() > PersonRecords.MOST ? all.subList(0, PersonRecords.MOST) : all;
    }
}
