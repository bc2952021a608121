package org.banshi.query.projection.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindGlimpse;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.FindMyNews;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.FindRelatedCases;
import org.banshi.query.contract.progress.News;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.sql.Condition;
import org.banshi.query.projection.sql.Json;
import org.banshi.query.projection.sql.PageReader;
import org.banshi.query.projection.sql.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what applicants ask. */
public final class ProgressQueries {

    private static final Sort NEWEST_FIRST =
            new Sort("-applied", "applied_at", Sort.Type.INSTANT, "number", true);

    private static final int MOST_RELATED = 50;

    /** News of older cases are read there. */
    private static final int NEWEST_CASES = 50;

    /** What the person did is no news to them; nor is a count of what is left out. */
    private static final Set<String> OWN_ACTS =
            Set.of(
                    "application.applied",
                    "application.supplemented",
                    "application.withdrawn",
                    "application.rated",
                    "disability.assessment-accepted",
                    "disability.assessment-disputed",
                    Milestones.COLLAPSED);

    private final JdbcClient jdbc;
    private final PageReader pages;
    private final Catalogue catalogue;
    private final PersonalData personal;

    public ProgressQueries(
            JdbcClient jdbc, PageReader pages, Catalogue catalogue, PersonalData personal) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.catalogue = catalogue;
        this.personal = personal;
    }

    @QueryHandler
    public Optional<Progress> handle(FindProgress query) {
        Condition visible = AccessPredicate.cases(query.scope());
        return jdbc.sql("SELECT page, sealed FROM progress WHERE number = ? AND " + visible.sql())
                .param(query.number())
                .params(visible.parameters())
                .query((row, n) -> progress(row))
                .optional();
    }

    private Progress progress(ResultSet row) throws SQLException {
        return ProgressProjection.open(row.getString("sealed"), personal)
                .into(Json.read(row.getString("page"), Progress.class));
    }

    @QueryHandler
    public Optional<Progress.Glimpse> handle(FindGlimpse query) {
        // Hashed before the look-up: an unknown number takes as long as a wrong code.
        String given = QueryCodes.hash(personal, query.number(), query.queryCode());
        return jdbc.sql("SELECT page, code_hash FROM progress WHERE number = ? AND NOT guarded")
                .param(query.number())
                .query(
                        (row, n) ->
                                QueryCodes.match(row.getString("code_hash"), given)
                                        ? Json.read(row.getString("page"), Progress.class)
                                        : null)
                .optional()
                .filter(this::mayBeSeenByCode)
                .map(ProgressQueries::glimpse);
    }

    /** As the item says today: switching it off holds for the cases that are there already. */
    private boolean mayBeSeenByCode(Progress page) {
        return catalogue
                .current(page.service())
                .or(() -> catalogue.find(new ServiceVersion(page.service(), page.serviceVersion())))
                .map(ServiceDefinition::progressByQueryCode)
                .orElse(false);
    }

    private static Progress.Glimpse glimpse(Progress page) {
        return new Progress.Glimpse(
                page.number(),
                page.version(),
                page.serviceName(),
                page.now(),
                page.since(),
                page.until(),
                page.officePhone());
    }

    @QueryHandler
    public Page<Progress.Row> handle(FindMyCases query) {
        return pages.read(
                "progress",
                AccessPredicate.ownCases(query.scope()),
                NEWEST_FIRST,
                query.cursor(),
                query.limit(),
                (row, n) -> row(row));
    }

    @QueryHandler
    public List<Progress.Row> handle(FindRelatedCases query) {
        Condition visible = AccessPredicate.cases(query.scope());
        String marks = "?, ".repeat(query.household().size());
        String same = ", ?".repeat(query.forTheSame().size());
        return jdbc.sql(
                        """
                        WITH own AS (SELECT person FROM progress WHERE number = ? AND %1$s)
                        SELECT * FROM progress
                        WHERE EXISTS (SELECT FROM own) AND number <> ?
                            AND (person IN (%2$s(SELECT person FROM own))
                                OR application IN (NULL%4$s)) AND %1$s
                            AND (NOT guarded OR person = (SELECT person FROM own))
                        ORDER BY applied_at DESC, number LIMIT %3$d
                        """
                                .formatted(visible.sql(), marks, MOST_RELATED, same))
                .param(query.number())
                .params(visible.parameters())
                .param(query.number())
                .params(query.household().stream().map(PersonId::value).toList())
                .params(query.forTheSame().stream().map(ApplicationId::value).toList())
                .params(visible.parameters())
                .query((row, n) -> row(row))
                .list();
    }

    @QueryHandler
    public List<News> handle(FindMyNews query) {
        Condition own = AccessPredicate.ownCases(query.scope());
        return jdbc
                .sql(
                        "SELECT page, sealed FROM progress WHERE "
                                + own.sql()
                                + " ORDER BY applied_at DESC, number LIMIT "
                                + NEWEST_CASES)
                .params(own.parameters())
                .query((row, n) -> progress(row))
                .list()
                .stream()
                .flatMap(ProgressQueries::news)
                .sorted(Comparator.comparing(News::at).reversed())
                .limit(query.limit())
                .toList();
    }

    private static Stream<News> news(Progress page) {
        List<Progress.Milestone> told =
                page.milestones().stream().filter(it -> !OWN_ACTS.contains(it.event())).toList();
        int last = told.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(
                        n ->
                                new News(
                                        page.number(),
                                        page.serviceName(),
                                        told.get(n).title(),
                                        told.get(n).detail(),
                                        told.get(n).at(),
                                        n == last && page.yourTurn()));
    }

    private static Progress.Row row(ResultSet row) throws SQLException {
        Progress page = Json.read(row.getString("page"), Progress.class);
        return new Progress.Row(
                page.application(),
                page.number(),
                page.serviceName(),
                page.status(),
                page.now(),
                page.yourTurn(),
                row.getTimestamp("applied_at").toInstant(),
                page.since());
    }
}
