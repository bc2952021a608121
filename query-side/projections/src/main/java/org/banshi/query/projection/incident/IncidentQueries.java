package org.banshi.query.projection.incident;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
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
        Condition visible = AccessPredicate.of(query.scope(), AccessPredicate.Of.INCIDENT);
        return jdbc.sql(
                        """
                        SELECT incident, application, number, activity, failure, opened_at
                        FROM incident WHERE resolved_at IS NULL AND %s
                        ORDER BY opened_at, incident LIMIT 200
                        """
                                .formatted(visible.sql()))
                .params(visible.parameters())
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
