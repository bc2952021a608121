package org.banshi.query.projection.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.worklist.Escalation;
import org.banshi.query.contract.worklist.FindLongOverdue;
import org.banshi.query.contract.worklist.FindWorkItem;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.FindWorkListMark;
import org.banshi.query.contract.worklist.LateItem;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.clock.Urgency;
import org.banshi.query.projection.sql.Condition;
import org.banshi.query.projection.sql.PageReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what officers and supervisors ask about work. */
public final class WorkListQueries {

    private final JdbcClient jdbc;
    private final PageReader pages;
    private final Catalogue catalogue;
    private final BusinessClock clock;
    private final ApplicantNames names;

    public WorkListQueries(
            JdbcClient jdbc,
            PageReader pages,
            Catalogue catalogue,
            PersonalData personal,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.catalogue = catalogue;
        this.clock = clock;
        this.names = new ApplicantNames(personal);
    }

    @QueryHandler
    public Page<WorkItemRow> handle(FindWorkItems query) {
        WorkListFilter filter = new WorkListFilter(catalogue.reference().calendar(), names);
        Urgency urgency = urgency();
        return pages.read(
                "work_item",
                filter.of(query, clock.today()),
                WorkListFilter.sort(query),
                query.cursor(),
                query.limit(),
                (row, n) -> workItem(row, urgency));
    }

    @QueryHandler
    public Optional<String> handle(FindWorkListMark query) {
        FindWorkItems list = query.list();
        WorkListFilter filter = new WorkListFilter(catalogue.reference().calendar(), names);
        // What is urgent changes with the day alone.
        return Optional.of(
                clock.today()
                        + "-"
                        + pages.mark(
                                "work_item",
                                filter.of(list, clock.today()),
                                WorkListFilter.sort(list),
                                list.cursor(),
                                list.limit(),
                                "version"));
    }

    @QueryHandler
    public Optional<WorkItemRow> handle(FindWorkItem query) {
        Condition visible = AccessPredicate.of(query.scope(), AccessPredicate.Of.WORK_ITEM);
        Urgency urgency = urgency();
        return jdbc.sql("SELECT * FROM work_item WHERE work_item = ? AND " + visible.sql())
                .param(query.workItem())
                .params(visible.parameters())
                .query((row, n) -> workItem(row, urgency))
                .optional();
    }

    @QueryHandler
    public List<LateItem> handle(FindLongOverdue query) {
        LateItem after = query.after();
        return jdbc.sql(
                        """
                        SELECT work_item, due FROM work_item
                        WHERE state IN ('open', 'claimed') AND escalated_to IS NULL
                            AND due_order < :before AND (due_order, work_item) > (:due, :item)
                        ORDER BY due_order, work_item LIMIT :limit""")
                .param("before", query.dueBefore())
                .param("due", after == null ? LocalDate.of(1, 1, 1) : after.due())
                .param("item", after == null ? "" : after.workItem())
                .param("limit", query.limit())
                .query(LateItem.class)
                .list();
    }

    private Urgency urgency() {
        return Urgency.on(clock.today(), catalogue.reference().calendar());
    }

    private WorkItemRow workItem(ResultSet row, Urgency urgency) throws SQLException {
        ServiceVersion version =
                new ServiceVersion(row.getString("service"), row.getInt("service_version"));
        String step = row.getString("step");
        Optional<ServiceDefinition> service = catalogue.find(version);
        String state = row.getString("state");
        LocalDate due = row.getObject("due", LocalDate.class);
        boolean waits = state.equals(WorkItemState.OPEN) || state.equals(WorkItemState.CLAIMED);
        String above = row.getString("escalated_to");
        return new WorkItemRow(
                row.getString("work_item"),
                row.getLong("version"),
                row.getString("application"),
                row.getString("number"),
                version.service(),
                version.version(),
                service.map(ServiceDefinition::name)
                        .orElse(Text.of(version.service(), version.service())),
                step,
                service.map(definition -> definition.steps().get(step))
                        .map(Step::title)
                        .orElse(Text.of(step, step)),
                row.getString("body"),
                row.getString("region"),
                names.masked(row.getString("applicant_name")),
                row.getString("assignee"),
                state,
                row.getTimestamp("opened_at").toInstant(),
                due,
                row.getBoolean("due_provisional"),
                row.getString("outcome"),
                waits ? urgency.of(due) : null,
                above == null ? null : new Escalation(above, row.getString("escalation")),
                row.getBoolean("goes_first"));
    }
}
