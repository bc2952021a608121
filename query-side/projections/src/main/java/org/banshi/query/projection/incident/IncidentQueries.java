package org.banshi.query.projection.incident;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.worklist.FindIncident;
import org.banshi.query.contract.worklist.FindIncidents;
import org.banshi.query.contract.worklist.IncidentRow;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.sql.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what supervisors ask about failed jobs. */
public final class IncidentQueries {

    private final JdbcClient jdbc;

    public IncidentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<IncidentRow> handle(FindIncidents query) {
        return open(query.scope(), "ORDER BY opened_at, incident LIMIT 200", List.of());
    }

    @QueryHandler
    public Optional<IncidentRow> handle(FindIncident query) {
        return open(query.scope(), "AND incident = ?", List.of(query.incident())).stream()
                .findFirst();
    }

    private List<IncidentRow> open(Scope scope, String which, List<Object> parameters) {
        Condition visible = AccessPredicate.of(scope, AccessPredicate.Of.INCIDENT);
        return jdbc.sql(
                        """
                        SELECT incident, application, number, activity, failure, opened_at
                        FROM incident WHERE resolved_at IS NULL AND (%s) %s
                        """
                                .formatted(visible.sql(), which))
                .params(visible.parameters())
                .params(parameters)
                .query(
                        (row, n) ->
                                new IncidentRow(
                                        row.getString("incident"),
                                        row.getString("application"),
                                        row.getString("number"),
                                        row.getString("activity"),
                                        row.getString("failure"),
                                        row.getTimestamp("opened_at").toInstant()))
                .list();
    }
}
