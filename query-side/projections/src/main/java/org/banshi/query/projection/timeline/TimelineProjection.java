package org.banshi.query.projection.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.contract.workitem.WorkItemEvent.Opened;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.access.Offices;
import org.banshi.query.projection.sql.Json;
import org.banshi.query.projection.sql.Upsert;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps one row per event of a case, of its work items and of its process. */
public final class TimelineProjection extends Projection {

    private static final Upsert CASES =
            Upsert.overwriting(
                    "timeline_case",
                    "application text",
                    "number text",
                    "service text",
                    "service_version integer",
                    "region text",
                    "offices text");

    private static final Upsert WORK_ITEMS =
            Upsert.keeping("timeline_work_item", "work_item text", "application text");

    private static final Upsert EVENTS =
            Upsert.keeping(
                    "timeline",
                    "position bigint",
                    "application text",
                    "sequence bigint",
                    "event text",
                    "at timestamptz",
                    "recorded_at timestamptz",
                    "actor_kind text",
                    "actor text",
                    "body text",
                    "facts text");

    public TimelineProjection(JdbcTemplate jdbc) {
        super(Views.TIMELINE, jdbc);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("timeline_case", "application", Set.of()),
                new Table("timeline_work_item", "work_item", Set.of()),
                new Table("timeline", "position", Set.of()));
    }

    @Override
    public void handle(List<Recorded> batch) {
        cases(batch);
        Map<String, String> owners = owners(batch);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Recorded recorded : batch) {
            if (isOfCase(recorded)) {
                rows.add(row(recorded, application(recorded, owners)));
            }
        }
        EVENTS.write(jdbc, rows);
    }

    private static boolean isOfCase(Recorded recorded) {
        return recorded.streamType().equals(CASE_STREAM)
                || recorded.event() instanceof WorkItemEvent
                || recorded.event() instanceof EngineEvent;
    }

    private static String application(Recorded recorded, Map<String, String> owners) {
        if (recorded.streamType().equals(CASE_STREAM)) {
            return recorded.stream();
        }
        ApplicationId application = application(recorded.event());
        String owner = application == null ? owners.get(recorded.stream()) : application.value();
        if (owner == null) {
            throw new IllegalStateException("event without a case at " + recorded.position());
        }
        return owner;
    }

    /** What the event itself says. */
    private static @Nullable ApplicationId application(Event event) {
        if (event instanceof Opened opened) {
            return opened.application();
        }
        if (event instanceof EngineEvent.Step step) {
            return step.application();
        }
        if (event instanceof EngineEvent.IncidentOpened incident) {
            return incident.application();
        }
        return event instanceof EngineEvent.IncidentResolved incident
                ? incident.application()
                : null;
    }

    private static @Nullable Object[] row(Recorded recorded, String application) {
        return new @Nullable Object[] {
            recorded.position(),
            application,
            recorded.sequence(),
            recorded.name(),
            recorded.stamp().at(),
            recorded.recordedAt(),
            recorded.stamp().by().kind(),
            recorded.stamp().by().account(),
            recorded.stamp().by().body(),
            Json.write(Facts.of(recorded.event()))
        };
    }

    /** Whose cases the batch's work items are, by work item. */
    private Map<String, String> owners(List<Recorded> batch) {
        Map<String, String> owners = new LinkedHashMap<>();
        Set<String> asked = new LinkedHashSet<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof Opened opened) {
                owners.put(opened.workItem(), opened.application().value());
            } else if (recorded.event() instanceof WorkItemEvent event) {
                asked.add(event.workItem());
            }
        }
        WORK_ITEMS.write(
                jdbc,
                owners.entrySet().stream()
                        .map(owner -> new @Nullable Object[] {owner.getKey(), owner.getValue()})
                        .toList());
        asked.removeAll(owners.keySet());
        if (!asked.isEmpty()) {
            jdbc.query(
                    "SELECT work_item, application FROM timeline_work_item"
                            + " WHERE work_item = ANY (?)",
                    row -> {
                        owners.put(row.getString(1), row.getString(2));
                    },
                    (Object) asked.toArray(String[]::new));
        }
        return owners;
    }

    private record CaseRow(
            String application,
            String number,
            String service,
            int serviceVersion,
            String region,
            String offices) {

        static CaseRow of(Applied applied) {
            return new CaseRow(
                    applied.application().value(),
                    applied.number(),
                    applied.service().service(),
                    applied.service().version(),
                    applied.region().value(),
                    Offices.NONE);
        }

        CaseRow with(StageStarted stage) {
            return new CaseRow(
                    application,
                    number,
                    service,
                    serviceVersion,
                    region,
                    Offices.with(offices, stage.body(), stage.region()));
        }

        @Nullable Object[] row() {
            return new @Nullable Object[] {
                application, number, service, serviceVersion, region, offices
            };
        }
    }

    private void cases(List<Recorded> batch) {
        List<Recorded> events =
                batch.stream()
                        .filter(
                                recorded ->
                                        recorded.event() instanceof Applied
                                                || recorded.event() instanceof StageStarted)
                        .toList();
        if (events.isEmpty()) {
            return;
        }
        Map<String, CaseRow> cases = stored(events);
        Set<String> changed = new LinkedHashSet<>();
        for (Recorded recorded : events) {
            CaseRow before = cases.get(recorded.stream());
            CaseRow after = before;
            if (recorded.event() instanceof Applied applied && before == null) {
                after = CaseRow.of(applied);
            } else if (recorded.event() instanceof StageStarted stage) {
                after = Objects.requireNonNull(before, "case without a beginning").with(stage);
            }
            if (after != null && !after.equals(before)) {
                cases.put(recorded.stream(), after);
                changed.add(recorded.stream());
            }
        }
        CASES.write(
                jdbc, changed.stream().map(stream -> cases.get(stream)).map(CaseRow::row).toList());
    }

    private Map<String, CaseRow> stored(List<Recorded> events) {
        Map<String, CaseRow> cases = new LinkedHashMap<>();
        jdbc.query(
                "SELECT * FROM timeline_case WHERE application = ANY (?)",
                row -> {
                    CaseRow stored =
                            new CaseRow(
                                    row.getString("application"),
                                    row.getString("number"),
                                    row.getString("service"),
                                    row.getInt("service_version"),
                                    row.getString("region"),
                                    row.getString("offices"));
                    cases.put(stored.application(), stored);
                },
                (Object) events.stream().map(Recorded::stream).distinct().toArray(String[]::new));
        return cases;
    }
}
