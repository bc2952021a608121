package org.banshi.query.projection.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.engine.EngineEvent.IncidentOpened;
import org.banshi.command.contract.engine.EngineEvent.IncidentResolved;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.RowType;
import org.banshi.query.projection.fold.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps one row per incident of the process engine. */
public final class IncidentProjection extends Projection {

    /** What an incident shows of its case. */
    private record CaseOf(String application, String number, String region) {}

    private record Row(
            String incident,
            CaseOf of,
            String activity,
            String failure,
            Instant openedAt,
            @Nullable Instant resolvedAt) {}

    private static final RowType<CaseOf> CASES =
            new RowType<>(
                    "incident_case",
                    List.of("application text", "number text", "region text"),
                    "application",
                    IncidentProjection::caseOf,
                    of -> new @Nullable Object[] {of.application(), of.number(), of.region()});

    private static final RowType<Row> INCIDENTS =
            new RowType<>(
                    "incident",
                    List.of(
                            "incident text",
                            "application text",
                            "number text",
                            "region text",
                            "activity text",
                            "failure text",
                            "opened_at timestamptz",
                            "resolved_at timestamptz"),
                    "incident",
                    IncidentProjection::incident,
                    IncidentProjection::row);

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
    public boolean in(Class<? extends Event> type) {
        return type == Applied.class
                || type == IncidentOpened.class
                || type == IncidentResolved.class;
    }

    @Override
    public boolean inPersonal(Class<? extends Event> type, String component) {
        return false;
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<CaseOf> cases = new Rows<>(CASES, CaseOf::application, store);
        Rows<Row> incidents = new Rows<>(INCIDENTS, Row::incident, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                IncidentProjection.take(batch, cases, incidents);
            }

            @Override
            public void write() {
                cases.write();
                incidents.write();
            }
        };
    }

    private static void take(List<Recorded> batch, Rows<CaseOf> cases, Rows<Row> incidents) {
        Set<String> failed = new HashSet<>();
        Set<String> opened = new HashSet<>();
        Set<String> named = new HashSet<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof Applied applied) {
                cases.put(
                        new CaseOf(
                                applied.application().value(),
                                applied.number(),
                                applied.region().value()));
            } else if (recorded.event() instanceof IncidentOpened incident) {
                failed.add(incident.application().value());
                opened.add(incident.incident());
            } else if (recorded.event() instanceof IncidentResolved incident) {
                named.add(incident.incident());
            }
        }
        named.addAll(opened);
        cases.fetch(failed, Set.of());
        incidents.fetch(named, opened);
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof IncidentOpened incident) {
                open(incident, recorded, cases, incidents);
            } else if (recorded.event() instanceof IncidentResolved incident) {
                Row row = incidents.get(incident.incident());
                if (row != null && row.resolvedAt() == null) {
                    incidents.put(
                            new Row(
                                    row.incident(),
                                    row.of(),
                                    row.activity(),
                                    row.failure(),
                                    row.openedAt(),
                                    recorded.stamp().at()));
                }
            }
        }
    }

    private static void open(
            IncidentOpened incident, Recorded recorded, Rows<CaseOf> cases, Rows<Row> incidents) {
        CaseOf of = cases.get(incident.application().value());
        if (of == null) {
            throw new IllegalStateException("incident without a case at " + recorded.position());
        }
        if (incidents.get(incident.incident()) == null) {
            incidents.put(
                    new Row(
                            incident.incident(),
                            of,
                            incident.activity(),
                            incident.failure(),
                            recorded.stamp().at(),
                            null));
        }
    }

    private static CaseOf caseOf(ResultSet row) throws SQLException {
        return new CaseOf(
                row.getString("application"), row.getString("number"), row.getString("region"));
    }

    private static Row incident(ResultSet row) throws SQLException {
        Timestamp resolved = row.getTimestamp("resolved_at");
        return new Row(
                row.getString("incident"),
                caseOf(row),
                row.getString("activity"),
                row.getString("failure"),
                row.getTimestamp("opened_at").toInstant(),
                resolved == null ? null : resolved.toInstant());
    }

    private static @Nullable Object[] row(Row row) {
        return new @Nullable Object[] {
            row.incident(),
            row.of().application(),
            row.of().number(),
            row.of().region(),
            row.activity(),
            row.failure(),
            row.openedAt(),
            row.resolvedAt()
        };
    }
}
