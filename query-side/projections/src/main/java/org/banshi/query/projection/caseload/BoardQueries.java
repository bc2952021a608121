package org.banshi.query.projection.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.caseload.Board;
import org.banshi.query.contract.caseload.Board.OfficeLoad;
import org.banshi.query.contract.caseload.Board.OfficerLoad;
import org.banshi.query.contract.caseload.DueCase;
import org.banshi.query.contract.caseload.FindBoard;
import org.banshi.query.contract.caseload.FindDueCases;
import org.banshi.query.contract.page.Page;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.access.Office;
import org.banshi.query.projection.clock.Urgency;
import org.banshi.query.projection.sql.Condition;
import org.banshi.query.projection.sql.PageReader;
import org.banshi.query.projection.sql.Sort;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what waits where, and what is late. What is done and ended is not looked at. */
public final class BoardQueries {

    private static final int SHOWN = 200;

    /** As the partial indexes spell it. */
    private static final Condition RUNNING =
            Condition.of("outcome IS NULL AND still_since IS NULL AND due IS NOT NULL");

    private static final Sort BY_DUE = new Sort("due", "due", Sort.Type.DATE, "application", false);

    private static final Comparator<OfficeLoad> WORST_FIRST =
            Comparator.comparing((OfficeLoad load) -> load.overdue() + load.casesOverdue())
                    .thenComparing(load -> load.soon() + load.casesSoon())
                    .thenComparing(OfficeLoad::open)
                    .reversed()
                    .thenComparing(load -> String.valueOf(load.office()));

    private static final Comparator<OfficerLoad> BUSIEST_FIRST =
            Comparator.comparing(OfficerLoad::overdue)
                    .thenComparing(OfficerLoad::soon)
                    .thenComparing(OfficerLoad::held)
                    .reversed()
                    .thenComparing(OfficerLoad::account);

    private record Cases(long overdue, long soon) {}

    private final JdbcClient jdbc;
    private final PageReader pages;
    private final Catalogue catalogue;
    private final BusinessClock clock;

    public BoardQueries(
            JdbcClient jdbc, PageReader pages, Catalogue catalogue, BusinessClock clock) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @QueryHandler
    public Page<DueCase> handle(FindDueCases query) {
        Condition which =
                AccessPredicate.of(query.scope(), AccessPredicate.Of.SUPERVISED)
                        .and(RUNNING)
                        .and(urgency().is(query.due(), "due"));
        if (query.office() != null) {
            which = which.and(Condition.of("office = ?", Office.of(query.office()).toString()));
        }
        return pages.read(
                "caseload_case",
                which,
                BY_DUE,
                query.cursor(),
                query.limit(),
                (row, n) -> dueCase(row));
    }

    private DueCase dueCase(ResultSet row) throws SQLException {
        ServiceVersion version =
                new ServiceVersion(row.getString("service"), row.getInt("service_version"));
        return new DueCase(
                row.getString("application"),
                row.getString("number"),
                version.service(),
                catalogue
                        .find(version)
                        .map(ServiceDefinition::name)
                        .orElse(Text.of(version.service(), version.service())),
                row.getString("region"),
                row.getString("office"),
                row.getObject("due", LocalDate.class),
                row.getBoolean("due_provisional"));
    }

    @QueryHandler
    public Board handle(FindBoard query) {
        Urgency urgency = urgency();
        Map<String, Cases> cases = cases(query, urgency);
        Cases all =
                new Cases(
                        cases.values().stream().mapToLong(Cases::overdue).sum(),
                        cases.values().stream().mapToLong(Cases::soon).sum());
        Map<String, OfficeLoad> offices = new HashMap<>();
        List<OfficerLoad> officers = new ArrayList<>();
        List<OfficeLoad> total = new ArrayList<>();
        Condition visible = AccessPredicate.of(query.scope(), AccessPredicate.Of.WORK_ITEM);
        List<Long> escalated = new ArrayList<>();
        jdbc.sql(
                        """
                        SELECT body, region, assignee, grouping(body) AS anywhere,
                            grouping(assignee) AS anybody, count(*) AS open,
                            count(*) FILTER (WHERE assignee IS NULL) AS unassigned,
                            count(escalated_to) AS escalated,
                            count(*) FILTER (WHERE due_order < ?) AS overdue,
                            count(*) FILTER (WHERE due_order BETWEEN ? AND ?) AS soon
                        FROM work_item WHERE state IN ('open', 'claimed') AND (%s)
                        GROUP BY GROUPING SETS ((body, region), (assignee), ())
                        """
                                .formatted(visible.sql()))
                .params(List.of(urgency.today(), urgency.today(), urgency.soon()))
                .params(visible.parameters())
                .query(
                        row -> {
                            if (row.getInt("anywhere") == 0) {
                                String office =
                                        new Office(row.getString("body"), row.getString("region"))
                                                .toString();
                                Cases own = cases.remove(office);
                                offices.put(
                                        office,
                                        load(row, office, own == null ? new Cases(0, 0) : own));
                            } else if (row.getInt("anybody") == 1) {
                                total.add(load(row, null, all));
                                escalated.add(row.getLong("escalated"));
                            } else if (row.getString("assignee") != null) {
                                officers.add(
                                        new OfficerLoad(
                                                row.getString("assignee"),
                                                row.getLong("open"),
                                                row.getLong("overdue"),
                                                row.getLong("soon")));
                            }
                        });
        cases.remove("");
        cases.forEach(
                (office, own) ->
                        offices.put(
                                office,
                                new OfficeLoad(office, 0, 0, 0, 0, own.overdue(), own.soon())));
        return new Board(
                total.get(0),
                offices.values().stream().sorted(WORST_FIRST).limit(SHOWN).toList(),
                officers.stream().sorted(BUSIEST_FIRST).limit(SHOWN).toList(),
                offices.size() <= SHOWN && officers.size() <= SHOWN,
                escalated.get(0));
    }

    /** By the office that has them; the empty text stands for none yet. */
    private Map<String, Cases> cases(FindBoard query, Urgency urgency) {
        Condition which =
                AccessPredicate.of(query.scope(), AccessPredicate.Of.SUPERVISED)
                        .and(RUNNING)
                        .and(Condition.of("due <= ?", urgency.soon()));
        Map<String, Cases> cases = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT coalesce(office, '') AS office,
                            count(*) FILTER (WHERE due < ?) AS overdue,
                            count(*) FILTER (WHERE due >= ?) AS soon
                        FROM caseload_case WHERE %s GROUP BY 1
                        """
                                .formatted(which.sql()))
                .params(List.of(urgency.today(), urgency.today()))
                .params(which.parameters())
                .query(
                        row -> {
                            cases.put(
                                    row.getString("office"),
                                    new Cases(row.getLong("overdue"), row.getLong("soon")));
                        });
        return cases;
    }

    private static OfficeLoad load(ResultSet row, @Nullable String office, Cases cases)
            throws SQLException {
        return new OfficeLoad(
                office,
                row.getLong("open"),
                row.getLong("unassigned"),
                row.getLong("overdue"),
                row.getLong("soon"),
                cases.overdue(),
                cases.soon());
    }

    private Urgency urgency() {
        return Urgency.on(clock.today(), catalogue.reference().calendar());
    }
}
