package org.banshi.query.projection.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.ApplicationEvent.VersionChanged;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.contract.workitem.WorkItemEvent.Opened;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.access.Offices;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.RowType;
import org.banshi.query.projection.fold.Rows;
import org.banshi.query.projection.sql.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps one row per event of a case, of its work items and of its process. */
public final class TimelineProjection extends Projection {

    private record Owner(String workItem, String application) {}

    private static final RowType<CaseRow> CASES =
            new RowType<>(
                    "timeline_case",
                    List.of(
                            "application text",
                            "number text",
                            "service text",
                            "service_version integer",
                            "region text",
                            "offices text"),
                    "application",
                    CaseRow::of,
                    CaseRow::row);

    private static final RowType<Owner> WORK_ITEMS =
            new RowType<>(
                    "timeline_work_item",
                    List.of("work_item text", "application text"),
                    "work_item",
                    row -> new Owner(row.getString("work_item"), row.getString("application")),
                    owner -> new @Nullable Object[] {owner.workItem(), owner.application()});

    private static final RowType<Recorded> LINES =
            RowType.added(
                    "timeline",
                    List.of(
                            "position bigint",
                            "application text",
                            "sequence bigint",
                            "event text",
                            "at timestamptz",
                            "recorded_at timestamptz",
                            "actor_kind text",
                            "actor text",
                            "body text",
                            "facts text"));

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
    public boolean in(Class<? extends Event> type) {
        return !ServiceItemEvent.class.isAssignableFrom(type);
    }

    @Override
    public boolean inPersonal(Class<? extends Event> type, String component) {
        return false;
    }

    @Override
    public Fold fold(RowStore store) {
        return new TimelineFold(store);
    }

    private static final class TimelineFold implements Fold {

        private final RowStore store;
        private final Rows<CaseRow> cases;
        private final Rows<Owner> owners;
        private final List<@Nullable Object[]> lines = new ArrayList<>();

        TimelineFold(RowStore store) {
            this.store = store;
            this.cases = new Rows<>(CASES, CaseRow::application, store);
            this.owners = new Rows<>(WORK_ITEMS, Owner::workItem, store);
        }

        @Override
        public void take(List<Recorded> batch) {
            cases(batch);
            owners(batch);
            for (Recorded recorded : batch) {
                if (isOfCase(recorded)) {
                    lines.add(row(recorded, application(recorded, owners)));
                }
            }
        }

        @Override
        public void write() {
            cases.write();
            owners.write();
            if (!lines.isEmpty()) {
                store.write(LINES, lines, List.of());
                lines.clear();
            }
        }

        /** Whose cases the batch's work items are: only a first event says so. */
        private void owners(List<Recorded> batch) {
            Set<String> asked = new HashSet<>();
            for (Recorded recorded : batch) {
                if (recorded.event() instanceof Opened opened) {
                    owners.put(new Owner(opened.workItem(), opened.application().value()));
                } else if (recorded.event() instanceof WorkItemEvent event) {
                    asked.add(event.workItem());
                }
            }
            owners.fetch(asked, Set.of());
        }

        private void cases(List<Recorded> batch) {
            List<Recorded> events =
                    batch.stream()
                            .filter(
                                    recorded ->
                                            recorded.event() instanceof Applied
                                                    || recorded.event() instanceof StageStarted
                                                    || recorded.event() instanceof VersionChanged)
                            .toList();
            cases.fetch(streams(events), beginning(events));
            for (Recorded recorded : events) {
                CaseRow before = cases.get(recorded.stream());
                if (recorded.event() instanceof Applied applied && before == null) {
                    cases.put(CaseRow.of(applied));
                } else if (!(recorded.event() instanceof Applied)) {
                    CaseRow known = Objects.requireNonNull(before, "case without a beginning");
                    CaseRow after =
                            recorded.event() instanceof StageStarted stage
                                    ? known.with(stage)
                                    : known.on(((VersionChanged) recorded.event()).to());
                    if (!after.equals(before)) {
                        cases.put(after);
                    }
                }
            }
        }
    }

    private static boolean isOfCase(Recorded recorded) {
        return recorded.streamType().equals(CASE_STREAM)
                || recorded.event() instanceof WorkItemEvent
                || recorded.event() instanceof EngineEvent;
    }

    private static String application(Recorded recorded, Rows<Owner> owners) {
        if (recorded.streamType().equals(CASE_STREAM)) {
            return recorded.stream();
        }
        ApplicationId application = application(recorded.event());
        if (application != null) {
            return application.value();
        }
        Owner owner = owners.get(recorded.stream());
        if (owner == null) {
            throw new IllegalStateException("event without a case at " + recorded.position());
        }
        return owner.application();
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

        static CaseRow of(ResultSet row) throws SQLException {
            return new CaseRow(
                    row.getString("application"),
                    row.getString("number"),
                    row.getString("service"),
                    row.getInt("service_version"),
                    row.getString("region"),
                    row.getString("offices"));
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

        CaseRow on(ServiceVersion other) {
            return new CaseRow(application, number, service, other.version(), region, offices);
        }

        @Nullable Object[] row() {
            return new @Nullable Object[] {
                application, number, service, serviceVersion, region, offices
            };
        }
    }
}
