package org.banshi.query.projection.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.sql.Condition;
import org.banshi.query.projection.sql.Json;
import org.banshi.query.projection.sql.PageReader;
import org.banshi.query.projection.sql.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what staff ask about a case's past. */
public final class TimelineQueries {

    private static final Sort OLDEST_FIRST =
            new Sort("position", "position", Sort.Type.LONG, "position", false);

    private final JdbcClient jdbc;
    private final PageReader pages;
    private final Catalogue catalogue;

    public TimelineQueries(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.pages = new PageReader(jdbc);
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

    private static CaseOf caseOf(ResultSet row) throws SQLException {
        return new CaseOf(
                row.getString("application"),
                new ServiceVersion(row.getString("service"), row.getInt("service_version")));
    }

    private static TimelineEntry entry(ResultSet row, TimelineWords words) throws SQLException {
        String event = row.getString("event");
        return new TimelineEntry(
                row.getLong("position"),
                row.getLong("sequence"),
                event,
                words.title(event),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("actor_kind"),
                row.getString("actor"),
                row.getString("body"),
                words.detail(facts(row.getString("facts"))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(String json) {
        return Json.read(json, Map.class);
    }
}
