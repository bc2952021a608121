package org.banshi.query.projection.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.banshi.catalogue.Facets;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.page.BadQueryException;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.access.Office;
import org.banshi.query.projection.clock.Urgency;
import org.banshi.query.projection.sql.Condition;
import org.banshi.query.projection.sql.Sort;

/** Turns a query's filters into one condition, which serves the rows and the count. */
final class WorkListFilter {

    /** Of what a case number is made; without characters that LIKE reads as wildcards. */
    private static final Pattern PART_OF_NUMBER = Pattern.compile("[A-Za-z0-9-]+");

    /**
     * Characters of a whole case number at least: the item's code, the day, a sequence of four.
     * Most of it is the same in all cases of an item, so that its parts find too many.
     */
    private static final int WHOLE_NUMBER = 31 + 8 + 4;

    private static final String DONE = "done";

    private final WorkingCalendar calendar;
    private final ApplicantNames names;

    WorkListFilter(WorkingCalendar calendar, ApplicantNames names) {
        this.calendar = calendar;
        this.names = names;
    }

    Condition of(FindWorkItems query, LocalDate today) {
        Condition condition =
                AccessPredicate.of(query.scope(), AccessPredicate.Of.WORK_ITEM)
                        .and(view(query.view(), query.scope().account()));
        if (query.service() != null) {
            condition = condition.and(Condition.of("service = ?", query.service()));
        }
        if (query.region() != null) {
            condition = condition.and(AccessPredicate.within("region", region(query.region())));
        }
        if (query.step() != null) {
            condition = condition.and(Condition.of("step = ?", query.step()));
        }
        if (query.due() != null) {
            Urgency urgency = Urgency.on(today, calendar);
            condition =
                    condition.and(
                            query.view().equals(DONE)
                                    ? urgency.is(query.due(), "due_order")
                                    : ListOrder.is(query.due(), urgency));
        }
        if (query.office() != null) {
            Office office = Office.of(query.office());
            condition =
                    condition.and(
                            Condition.of(
                                    "body = ? AND region = ?", office.body(), office.region()));
        }
        if (query.holder() != null) {
            condition =
                    condition.and(
                            Condition.of("state = 'claimed' AND assignee = ?", query.holder()));
        }
        if (!query.facets().stream().allMatch(Facets::isOne)) {
            throw new BadQueryException("facets");
        }
        String facets = FacetText.array(query.facets());
        if (facets != null) {
            condition = condition.and(Condition.of("facets @> ?::text[]", facets));
        }
        if (query.escalated()) {
            condition = condition.and(Condition.of("escalated_to IS NOT NULL"));
        }
        String text = query.text();
        return text == null || text.isBlank() ? condition : condition.and(text(text.strip()));
    }

    /** In the order of their days, what waits and goes before the others comes first. */
    static Sort sort(FindWorkItems query) {
        String sort = query.sort();
        boolean descending = sort.startsWith("-");
        return switch (descending ? sort.substring(1) : sort) {
            case "due" ->
                    query.view().equals(DONE)
                            ? new Sort(sort, "due_order", Sort.Type.DATE, "work_item", descending)
                            : new Sort(
                                    sort,
                                    ListOrder.COLUMN,
                                    Sort.Type.LONG,
                                    "work_item",
                                    descending);
            case "opened" ->
                    new Sort(sort, "opened_at", Sort.Type.INSTANT, "work_item", descending);
            case "number" -> new Sort(sort, "number", Sort.Type.TEXT, "work_item", descending);
            default -> throw new BadQueryException("sort");
        };
    }

    /** States are spelled out, so that the planner can see which partial index serves. */
    private static Condition view(String view, String account) {
        return switch (view) {
            case "available" -> Condition.of("state = 'open'");
            case "mine" -> Condition.of("state = 'claimed' AND assignee = ?", account);
            case "all" -> Condition.of("state IN ('open', 'claimed')");
            case DONE -> Condition.of("state = 'completed'");
            default -> throw new BadQueryException("view");
        };
    }

    private static RegionCode region(String region) {
        try {
            return new RegionCode(region);
        } catch (IllegalArgumentException e) {
            throw new BadQueryException("region");
        }
    }

    private Condition text(String text) {
        Condition byName = Condition.of("name_hash = ?", names.hash(text));
        if (!PART_OF_NUMBER.matcher(text).matches()) {
            return byName;
        }
        Condition byNumber =
                text.length() >= WHOLE_NUMBER
                        ? Condition.of("number = upper(?)", text)
                        : Condition.of("number ILIKE ?", "%" + text + "%");
        return Condition.any(List.of(byName, byNumber));
    }
}
