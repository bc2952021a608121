package org.banshi.query.projection.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.contract.workitem.WorkItemEvent.Assigned;
import org.banshi.command.contract.workitem.WorkItemEvent.Cancelled;
import org.banshi.command.contract.workitem.WorkItemEvent.Claimed;
import org.banshi.command.contract.workitem.WorkItemEvent.Completed;
import org.banshi.command.contract.workitem.WorkItemEvent.Opened;
import org.banshi.command.contract.workitem.WorkItemEvent.Released;
import org.banshi.command.contract.workitem.WorkItemEvent.Rescheduled;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.sql.Upsert;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps one row per work item, with what it shows of its case. */
public final class WorkListProjection extends Projection {

    private static final Upsert CASES =
            Upsert.keeping(
                    "worklist_case",
                    "application text",
                    "number text",
                    "name_hash text",
                    "applicant_name text");

    private static final Upsert ITEMS =
            Upsert.overwriting(
                    "work_item",
                    "work_item text",
                    "version bigint",
                    "application text",
                    "number text",
                    "name_hash text",
                    "applicant_name text",
                    "service text",
                    "service_version integer",
                    "step text",
                    "body text",
                    "region text",
                    "assignee text",
                    "state text",
                    "opened_at timestamptz",
                    "due date",
                    "due_provisional boolean",
                    "outcome text");

    private final ApplicantNames names;

    public WorkListProjection(JdbcTemplate jdbc, PersonalData personal) {
        super(Views.WORK_LIST, jdbc);
        this.names = new ApplicantNames(personal);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("worklist_case", "application", Set.of("applicant_name")),
                new Table("work_item", "work_item", Set.of("applicant_name")));
    }

    @Override
    public void handle(List<Recorded> batch) {
        Map<String, Item.CaseOf> begun = new LinkedHashMap<>();
        List<Recorded> events = new ArrayList<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof Applied applied) {
                begun.put(applied.application().value(), caseOf(applied));
            } else if (recorded.event() instanceof WorkItemEvent) {
                events.add(recorded);
            }
        }
        CASES.write(jdbc, begun.values().stream().map(WorkListProjection::row).toList());
        if (!events.isEmpty()) {
            fold(events, begun);
        }
    }

    private void fold(List<Recorded> events, Map<String, Item.CaseOf> begun) {
        Map<String, Item> items = storedItems(events);
        Map<String, Item.CaseOf> cases = storedCases(events, begun);
        Set<Item> changed = new LinkedHashSet<>();
        for (Recorded recorded : events) {
            WorkItemEvent event = (WorkItemEvent) recorded.event();
            Item item = items.get(event.workItem());
            if (item == null) {
                item = open(recorded, cases);
                items.put(event.workItem(), item);
            }
            if (recorded.sequence() > item.version) {
                apply(item, event);
                item.version = recorded.sequence();
                changed.add(item);
            }
        }
        ITEMS.write(jdbc, changed.stream().map(WorkListProjection::row).toList());
    }

    private static Item open(Recorded recorded, Map<String, Item.CaseOf> cases) {
        if (!(recorded.event() instanceof Opened opened)) {
            throw new IllegalStateException(
                    "work item without a beginning at " + recorded.position());
        }
        Item.CaseOf caseOf = cases.get(opened.application().value());
        if (caseOf == null) {
            throw new IllegalStateException("work item without a case at " + recorded.position());
        }
        return new Item(
                opened.workItem(),
                caseOf,
                opened.service().service(),
                opened.service().version(),
                opened.step(),
                opened.body(),
                opened.region().value(),
                recorded.stamp().at(),
                opened.due() == null ? null : opened.due().day(),
                opened.due() != null && opened.due().provisional());
    }

    private static void apply(Item item, WorkItemEvent event) {
        if (event instanceof Claimed claimed) {
            hold(item, claimed.officer());
        } else if (event instanceof Rescheduled rescheduled) {
            DueDate due = rescheduled.due();
            item.due = due == null ? null : due.day();
            item.dueProvisional = due != null && due.provisional();
        } else if (event instanceof Assigned assigned) {
            hold(item, assigned.officer());
        } else if (event instanceof Released) {
            item.state = WorkItemState.OPEN;
            item.assignee = null;
        } else if (event instanceof Completed completed) {
            item.state = WorkItemState.COMPLETED;
            item.assignee = completed.officer();
            item.outcome = completed.outcome();
        } else if (event instanceof Cancelled) {
            item.state = WorkItemState.CANCELLED;
        }
    }

    private static void hold(Item item, String officer) {
        item.state = WorkItemState.CLAIMED;
        item.assignee = officer;
    }

    private Item.CaseOf caseOf(Applied applied) {
        // Null once the person's key is destroyed.
        Applicant details = applied.details();
        return new Item.CaseOf(
                applied.application().value(),
                applied.number(),
                details == null ? null : names.hash(details.name()),
                details == null ? null : names.encrypt(applied.subject(), details.name()));
    }

    private Map<String, Item.CaseOf> storedCases(
            List<Recorded> events, Map<String, Item.CaseOf> begun) {
        String[] missing =
                events.stream()
                        .filter(recorded -> recorded.event() instanceof Opened)
                        .map(recorded -> ((Opened) recorded.event()).application())
                        .map(ApplicationId::value)
                        .filter(application -> !begun.containsKey(application))
                        .distinct()
                        .toArray(String[]::new);
        Map<String, Item.CaseOf> cases = new LinkedHashMap<>(begun);
        if (missing.length > 0) {
            jdbc.query(
                    """
                    SELECT application, number, name_hash, applicant_name
                    FROM worklist_case WHERE application = ANY (?)
                    """,
                    row -> {
                        cases.put(row.getString("application"), caseOf(row));
                    },
                    (Object) missing);
        }
        return cases;
    }

    private Map<String, Item> storedItems(List<Recorded> events) {
        Map<String, Item> items = new LinkedHashMap<>();
        jdbc.query(
                "SELECT * FROM work_item WHERE work_item = ANY (?)",
                row -> {
                    items.put(row.getString("work_item"), item(row));
                },
                (Object) events.stream().map(Recorded::stream).distinct().toArray(String[]::new));
        return items;
    }

    private static Item.CaseOf caseOf(ResultSet row) throws SQLException {
        return new Item.CaseOf(
                row.getString("application"),
                row.getString("number"),
                row.getString("name_hash"),
                row.getString("applicant_name"));
    }

    private static Item item(ResultSet row) throws SQLException {
        Item item =
                new Item(
                        row.getString("work_item"),
                        caseOf(row),
                        row.getString("service"),
                        row.getInt("service_version"),
                        row.getString("step"),
                        row.getString("body"),
                        row.getString("region"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getObject("due", LocalDate.class),
                        row.getBoolean("due_provisional"));
        item.version = row.getLong("version");
        item.assignee = row.getString("assignee");
        item.state = row.getString("state");
        item.outcome = row.getString("outcome");
        return item;
    }

    private static @Nullable Object[] row(Item.CaseOf of) {
        return new @Nullable Object[] {of.application(), of.number(), of.nameHash(), of.name()};
    }

    private static @Nullable Object[] row(Item item) {
        return new @Nullable Object[] {
            item.workItem,
            item.version,
            item.caseOf.application(),
            item.caseOf.number(),
            item.caseOf.nameHash(),
            item.caseOf.name(),
            item.service,
            item.serviceVersion,
            item.step,
            item.body,
            item.region,
            item.assignee,
            item.state,
            item.openedAt,
            item.due,
            item.dueProvisional,
            item.outcome
        };
    }
}
