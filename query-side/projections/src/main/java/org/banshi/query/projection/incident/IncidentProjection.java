package org.banshi.query.projection.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.engine.EngineEvent.IncidentOpened;
import org.banshi.command.contract.engine.EngineEvent.IncidentResolved;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.sql.Upsert;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps one row per incident of the process engine. */
public final class IncidentProjection extends Projection {

    private static final Upsert CASES =
            Upsert.keeping("incident_case", "application text", "number text", "region text");

    public IncidentProjection(JdbcTemplate jdbc) {
        super(Views.INCIDENTS, jdbc);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("incident_case", "application", Set.of()),
                new Table("incident", "incident", Set.of()));
    }

    @Override
    public void handle(List<Recorded> batch) {
        List<@Nullable Object[]> cases = new ArrayList<>();
        List<@Nullable Object[]> opened = new ArrayList<>();
        Map<String, String> resolved = new HashMap<>();
        for (Recorded recorded : batch) {
            String at = recorded.stamp().at().toString();
            if (recorded.event() instanceof Applied applied) {
                cases.add(
                        new @Nullable Object[] {
                            applied.application(), applied.number(), applied.region()
                        });
            } else if (recorded.event() instanceof IncidentOpened incident) {
                opened.add(
                        new @Nullable Object[] {
                            incident.incident(),
                            incident.application(),
                            incident.activity(),
                            incident.failure(),
                            at
                        });
            } else if (recorded.event() instanceof IncidentResolved incident) {
                resolved.put(incident.incident(), at);
            }
        }
        CASES.write(jdbc, cases);
        open(opened);
        resolve(resolved);
    }

    private void open(List<@Nullable Object[]> opened) {
        if (opened.isEmpty()) {
            return;
        }
        int written =
                jdbc.update(
                        """
                        INSERT INTO incident
                            (incident, application, number, region, activity, failure, opened_at)
                        SELECT v.incident, v.application, c.number, c.region, v.activity,
                            v.failure, v.at::timestamptz
                        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                            AS v(incident, application, activity, failure, at)
                        JOIN incident_case c ON c.application = v.application
                        ON CONFLICT (incident) DO UPDATE SET activity = excluded.activity
                        """,
                        column(opened, 0),
                        column(opened, 1),
                        column(opened, 2),
                        column(opened, 3),
                        column(opened, 4));
        if (written != opened.size()) {
            throw new IllegalStateException("incident without a case");
        }
    }

    private void resolve(Map<String, String> resolved) {
        if (resolved.isEmpty()) {
            return;
        }
        List<Map.Entry<String, String>> entries = List.copyOf(resolved.entrySet());
        jdbc.update(
                """
                UPDATE incident SET resolved_at = v.at::timestamptz
                FROM unnest(?::text[], ?::text[]) AS v(incident, at)
                WHERE incident.incident = v.incident AND incident.resolved_at IS NULL
                """,
                entries.stream().map(Map.Entry::getKey).toArray(String[]::new),
                entries.stream().map(Map.Entry::getValue).toArray(String[]::new));
    }

    private static String[] column(List<@Nullable Object[]> rows, int column) {
        return rows.stream().map(row -> String.valueOf(row[column])).toArray(String[]::new);
    }
}
