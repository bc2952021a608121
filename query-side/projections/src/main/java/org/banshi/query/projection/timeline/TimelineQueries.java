package org.banshi.query.projection.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.query.contract.audit.Act;
import org.banshi.query.contract.audit.CaseCourse;
import org.banshi.query.contract.audit.FindActs;
import org.banshi.query.contract.audit.FindCaseCourse;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.sql.Condition;
import org.banshi.query.projection.sql.Json;
import org.banshi.query.projection.sql.PageReader;
import org.banshi.query.projection.sql.Sort;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what staff ask about a case's past. */
public final class TimelineQueries {

    private static final Sort OLDEST_FIRST =
            new Sort("position", "position", Sort.Type.LONG, "position", false);

    private static final Sort NEWEST_FIRST =
            new Sort("-position", "position", Sort.Type.LONG, "position", true);

    private final JdbcClient jdbc;
    private final PageReader pages;
    private final Catalogue catalogue;

    public TimelineQueries(JdbcClient jdbc, PageReader pages, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.catalogue = catalogue;
    }

    private record CaseOf(String application, ServiceVersion service) {}

    @QueryHandler
    public Page<TimelineEntry> handle(FindTimeline query) {
        Condition visible = AccessPredicate.of(query.scope(), AccessPredicate.Of.CASE_FILE);
        Optional<CaseOf> found =
                jdbc.sql(
                                """
                                SELECT application, service, service_version FROM timeline_case
                                WHERE number = ? AND %s
                                """
                                        .formatted(visible.sql()))
                        .param(query.number())
                        .params(visible.parameters())
                        .query((row, n) -> caseOf(row))
                        .optional();
        if (found.isEmpty()) {
            return new Page<>(List.of(), null, 0);
        }
        Optional<ServiceDefinition> service = catalogue.find(found.get().service());
        Condition ofCase = Condition.of("application = ?", found.get().application());
        Long until = query.until();
        TimelineWords words = new TimelineWords(catalogue.reference(), service);
        return pages.read(
                "timeline",
                until == null ? ofCase : ofCase.and(Condition.of("position <= ?", until)),
                OLDEST_FIRST,
                query.cursor(),
                query.limit(),
                (row, n) -> entry(row, words));
    }

    /** Positions ascend; a case of more events than this is told as far. */
    private static final int LONGEST = 50_000;

    @QueryHandler
    public Optional<CaseCourse> handle(FindCaseCourse query) {
        Condition visible = AccessPredicate.of(query.scope(), AccessPredicate.Of.CASE_FILE);
        return jdbc.sql(
                        """
                        SELECT application, number, service, service_version, region,
                            ARRAY(SELECT position FROM timeline t
                                WHERE t.application = c.application ORDER BY position LIMIT %d) AS at
                        FROM timeline_case c WHERE number = ? AND %s
                        """
                                .formatted(LONGEST, visible.sql()))
                .param(query.number())
                .params(visible.parameters())
                .query(
                        (row, n) ->
                                new CaseCourse(
                                        row.getString("application"),
                                        row.getString("number"),
                                        row.getString("service"),
                                        row.getInt("service_version"),
                                        row.getString("region"),
                                        List.of((Long[]) row.getArray("at").getArray())))
                .optional();
    }

    @QueryHandler
    public Page<Act> handle(FindActs query) {
        Page<Row> page =
                pages.read(
                        "timeline",
                        condition(query),
                        NEWEST_FIRST,
                        query.cursor(),
                        query.limit(),
                        (row, n) -> new Row(row.getString("application"), raw(row)));
        Map<String, Named> names = names(page.rows().stream().map(Row::application).toList());
        return new Page<>(
                page.rows().stream()
                        .flatMap(
                                row ->
                                        Optional.ofNullable(names.get(row.application())).stream()
                                                .map(it -> act(row.line(), it)))
                        .toList(),
                page.next(),
                page.count());
    }

    private static Condition condition(FindActs query) {
        Condition visible = AccessPredicate.of(query.scope(), AccessPredicate.Of.CASE_FILE);
        List<Object> parameters = new ArrayList<>(visible.parameters());
        String cases = "SELECT application FROM timeline_case WHERE " + visible.sql();
        String service = query.service();
        if (service != null) {
            cases += " AND service = ?";
            parameters.add(service);
        }
        Condition wanted =
                service == null && visible.equals(Condition.ALL)
                        ? Condition.ALL
                        : new Condition("application IN (" + cases + ")", parameters);
        if (query.event() != null) {
            wanted = wanted.and(Condition.of("event = ?", query.event()));
        }
        if (query.actor() != null) {
            wanted = wanted.and(Condition.of("actor = ?", query.actor()));
        }
        if (query.from() != null) {
            wanted = wanted.and(Condition.of("at >= ?", query.from().atOffset(ZoneOffset.UTC)));
        }
        if (query.until() != null) {
            wanted = wanted.and(Condition.of("at < ?", query.until().atOffset(ZoneOffset.UTC)));
        }
        return wanted;
    }

    private record Row(String application, Line line) {}

    /** A row as it is stored, before its case's words are known. */
    private record Line(
            long position,
            long sequence,
            String event,
            Instant at,
            Instant recordedAt,
            String actorKind,
            String actor,
            @Nullable String body,
            String facts) {}

    private record Named(String application, String number, ServiceVersion service) {}

    private Map<String, Named> names(List<String> applications) {
        if (applications.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        SELECT application, number, service, service_version FROM timeline_case
                        WHERE application IN (:applications)
                        """)
                .param("applications", applications)
                .query(
                        (row, n) ->
                                new Named(
                                        row.getString("application"),
                                        row.getString("number"),
                                        new ServiceVersion(
                                                row.getString("service"),
                                                row.getInt("service_version"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Named::application, Function.identity()));
    }

    private Act act(Line line, Named named) {
        TimelineWords words =
                new TimelineWords(catalogue.reference(), catalogue.find(named.service()));
        return new Act(named.number(), named.service().service(), entry(line, words));
    }

    private static CaseOf caseOf(ResultSet row) throws SQLException {
        return new CaseOf(
                row.getString("application"),
                new ServiceVersion(row.getString("service"), row.getInt("service_version")));
    }

    private static TimelineEntry entry(ResultSet row, TimelineWords words) throws SQLException {
        return entry(raw(row), words);
    }

    private static Line raw(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("position"),
                row.getLong("sequence"),
                row.getString("event"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("actor_kind"),
                row.getString("actor"),
                row.getString("body"),
                row.getString("facts"));
    }

    private static TimelineEntry entry(Line line, TimelineWords words) {
        return new TimelineEntry(
                line.position(),
                line.sequence(),
                line.event(),
                words.title(line.event()),
                line.at(),
                line.recordedAt(),
                line.actorKind(),
                line.actor(),
                line.body(),
                words.detail(facts(line.facts())));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(String json) {
        return Json.read(json, Map.class);
    }
}
