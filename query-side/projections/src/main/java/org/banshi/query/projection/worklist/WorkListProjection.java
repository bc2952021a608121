package org.banshi.query.projection.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.CarriedOn;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.privacy.PrivacyEvent.Erased;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.contract.workitem.WorkItemEvent.Assigned;
import org.banshi.command.contract.workitem.WorkItemEvent.Cancelled;
import org.banshi.command.contract.workitem.WorkItemEvent.Claimed;
import org.banshi.command.contract.workitem.WorkItemEvent.Completed;
import org.banshi.command.contract.workitem.WorkItemEvent.Escalated;
import org.banshi.command.contract.workitem.WorkItemEvent.EscalationEnded;
import org.banshi.command.contract.workitem.WorkItemEvent.Opened;
import org.banshi.command.contract.workitem.WorkItemEvent.Released;
import org.banshi.command.contract.workitem.WorkItemEvent.Rescheduled;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Erasures;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.RowType;
import org.banshi.query.projection.fold.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps one row per work item, with what it shows of its case. */
public final class WorkListProjection extends Projection {

    private static final RowType<Item.CaseOf> CASES =
            new RowType<>(
                    "worklist_case",
                    List.of(
                            "application text",
                            "number text",
                            "name_hash text",
                            "applicant_name text",
                            "item text",
                            "goes_first boolean",
                            "facets text[]"),
                    "application",
                    WorkListProjection::caseOf,
                    WorkListProjection::row);

    private static final RowType<Item> ITEMS =
            new RowType<>(
                    "work_item",
                    List.of(
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
                            "outcome text",
                            "escalated_to text",
                            "escalation text",
                            "goes_first boolean",
                            "facets text[]"),
                    "work_item",
                    WorkListProjection::item,
                    WorkListProjection::row);

    private final ApplicantNames names;
    private final Catalogue catalogue;

    public WorkListProjection(JdbcTemplate jdbc, Catalogue catalogue, PersonalData personal) {
        super(Views.WORK_LIST, jdbc);
        this.catalogue = catalogue;
        this.names = new ApplicantNames(personal);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("worklist_case", "application", Set.of("applicant_name")),
                new Table("work_item", "work_item", Set.of("applicant_name")));
    }

    @Override
    public boolean in(Class<? extends Event> type) {
        return type == Applied.class
                || type == CarriedOn.class
                || type == Erased.class
                || type == Supplemented.class
                || type == RuleDecided.class
                || WorkItemEvent.class.isAssignableFrom(type);
    }

    @Override
    public boolean inPersonal(Class<? extends Event> type, String component) {
        return (type == Applied.class || type == CarriedOn.class) && component.equals("details")
                || type == Applied.class && component.equals("form")
                || type == Supplemented.class && component.equals("changes");
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<Item.CaseOf> cases = new Rows<>(CASES, Item.CaseOf::application, store);
        Rows<Item> items = new Rows<>(ITEMS, item -> item.workItem, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                WorkListProjection.this.take(batch, cases, items);
            }

            @Override
            public void write() {
                cases.write();
                items.write();
            }
        };
    }

    private void take(List<Recorded> batch, Rows<Item.CaseOf> cases, Rows<Item> items) {
        Set<String> known = new HashSet<>();
        Set<String> moved = new HashSet<>();
        List<Recorded> events = new ArrayList<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof Opened of) {
                known.add(of.application().value());
            } else if (!(recorded.event() instanceof WorkItemEvent)) {
                known.add(recorded.stream());
            }
            if (recorded.event() instanceof WorkItemEvent) {
                events.add(recorded);
            }
        }
        cases.fetch(known, beginning(batch));
        items.fetch(streams(events), beginning(events));
        for (Recorded recorded : batch) {
            if (!(recorded.event() instanceof WorkItemEvent event)) {
                if (recorded.event() instanceof RuleDecided decided) {
                    order(decided, cases).ifPresent(moved::add);
                } else {
                    tell(recorded.event(), cases);
                }
                continue;
            }
            Item item = items.get(event.workItem());
            if (item == null) {
                item = open(recorded, cases);
            }
            if (recorded.sequence() > item.version) {
                apply(item, event);
                item.version = recorded.sequence();
                items.put(item);
            }
        }
        for (Item item : items.having("number", moved, it -> it.caseOf.number())) {
            Item.CaseOf now = cases.get(item.caseOf.application());
            if (now != null) {
                item.caseOf = item.caseOf.going(now.first());
                items.put(item);
            }
        }
        Set<String> erased = Erasures.in(batch);
        if (!erased.isEmpty()) {
            forget(erased, cases, items);
        }
    }

    /** The number of a case that goes before the others from now on, or does so no more. */
    private Optional<String> order(RuleDecided decided, Rows<Item.CaseOf> cases) {
        Item.CaseOf before = cases.get(decided.application().value());
        if (before == null || before.item() == null) {
            return Optional.empty();
        }
        Set<String> outcomes =
                catalogue
                        .find(version(before.item()))
                        .map(definition -> definition.firstAt(decided.decision()))
                        .orElse(null);
        boolean first = outcomes != null && outcomes.contains(decided.outcome());
        if (outcomes == null || first == before.first()) {
            return Optional.empty();
        }
        cases.put(before.going(first));
        return Optional.of(before.number());
    }

    /** What the name was hashed with outlives the person's key, and facets need none. */
    private static void forget(
            Set<String> applications, Rows<Item.CaseOf> cases, Rows<Item> items) {
        cases.fetch(applications, Set.of());
        Set<String> numbers = new HashSet<>();
        for (String application : applications) {
            Item.CaseOf of = cases.get(application);
            if (of != null) {
                cases.put(of.nameless());
                numbers.add(of.number());
            }
        }
        for (Item item : items.having("number", numbers, it -> it.caseOf.number())) {
            item.caseOf = item.caseOf.nameless();
            items.put(item);
        }
    }

    /** What a case's own events tell of it. */
    private void tell(Event event, Rows<Item.CaseOf> cases) {
        if (event instanceof Applied applied) {
            cases.put(
                    caseOf(
                            applied.application(),
                            applied.number(),
                            applied.subject(),
                            applied.details(),
                            applied.service().toString(),
                            false,
                            FacetText.of(offered(applied.service()), applied.form())));
        } else if (event instanceof CarriedOn on) {
            Item.CaseOf before = cases.get(on.application().value());
            cases.put(
                    caseOf(
                            on.application(),
                            on.number(),
                            on.subject(),
                            on.details(),
                            before == null ? null : before.item(),
                            before != null && before.first(),
                            before == null ? null : before.facets()));
        } else if (event instanceof Supplemented supplemented) {
            Item.CaseOf before = cases.get(supplemented.application().value());
            if (before != null && before.item() != null && supplemented.changes() != null) {
                cases.put(
                        new Item.CaseOf(
                                before.application(),
                                before.number(),
                                before.nameHash(),
                                before.name(),
                                before.item(),
                                before.first(),
                                FacetText.changed(
                                        before.facets(),
                                        offered(version(before.item())),
                                        supplemented.changes())));
            }
        }
    }

    private Set<String> offered(ServiceVersion version) {
        return catalogue.find(version).map(ServiceDefinition::facets).orElse(Set.of());
    }

    private static ServiceVersion version(String item) {
        int at = item.lastIndexOf(':');
        return new ServiceVersion(item.substring(0, at), Integer.parseInt(item.substring(at + 1)));
    }

    private static Item open(Recorded recorded, Rows<Item.CaseOf> cases) {
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
            settle(item);
        } else if (event instanceof Escalated escalated) {
            item.escalatedTo = escalated.region().value();
            item.escalation = escalated.reason().name();
        } else if (event instanceof EscalationEnded) {
            settle(item);
        } else if (event instanceof WorkItemEvent.VersionChanged changed) {
            item.serviceVersion = changed.service().version();
        } else if (event instanceof Cancelled) {
            item.state = WorkItemState.CANCELLED;
            settle(item);
        }
    }

    private static void settle(Item item) {
        item.escalatedTo = null;
        item.escalation = null;
    }

    private static void hold(Item item, String officer) {
        item.state = WorkItemState.CLAIMED;
        item.assignee = officer;
    }

    /**
     * @param details null once the person's key is destroyed
     */
    private Item.CaseOf caseOf(
            ApplicationId application,
            String number,
            PersonId person,
            @Nullable Applicant details,
            @Nullable String item,
            boolean first,
            @Nullable String facets) {
        return new Item.CaseOf(
                application.value(),
                number,
                details == null ? null : names.hash(details.name()),
                details == null ? null : names.encrypt(person, details.name()),
                item,
                first,
                facets);
    }

    private static Item.CaseOf caseOf(ResultSet row) throws SQLException {
        return new Item.CaseOf(
                row.getString("application"),
                row.getString("number"),
                row.getString("name_hash"),
                row.getString("applicant_name"),
                row.getString("item"),
                row.getBoolean("goes_first"),
                row.getString("facets"));
    }

    /** As much of its case as an item keeps. */
    private static Item.CaseOf shown(ResultSet row) throws SQLException {
        return new Item.CaseOf(
                row.getString("application"),
                row.getString("number"),
                row.getString("name_hash"),
                row.getString("applicant_name"),
                null,
                row.getBoolean("goes_first"),
                row.getString("facets"));
    }

    private static Item item(ResultSet row) throws SQLException {
        Item item =
                new Item(
                        row.getString("work_item"),
                        shown(row),
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
        item.escalatedTo = row.getString("escalated_to");
        item.escalation = row.getString("escalation");
        return item;
    }

    private static @Nullable Object[] row(Item.CaseOf of) {
        return new @Nullable Object[] {
            of.application(),
            of.number(),
            of.nameHash(),
            of.name(),
            of.item(),
            of.first(),
            of.facets()
        };
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
            item.outcome,
            item.escalatedTo,
            item.escalation,
            item.caseOf.first(),
            item.caseOf.facets()
        };
    }
}
