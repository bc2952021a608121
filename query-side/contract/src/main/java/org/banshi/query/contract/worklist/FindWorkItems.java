package org.banshi.query.contract.worklist;

import java.util.List;
import org.banshi.query.contract.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Which work items can the scope see? Answers {@code Page<WorkItemRow>}, or fails with a {@link
 * org.banshi.query.contract.page.BadQueryException} for a view, region, due, sort or cursor that
 * does not exist.
 *
 * @param view {@code available} (open, held by nobody), {@code mine} (held by the scope's account),
 *     {@code all} (open or held) or {@code done} (completed, by whomever)
 * @param service only of this item
 * @param region only of this region and those below it
 * @param step only of this stage
 * @param due {@code overdue}, {@code soon} (within three working days) or null
 * @param text part of a number, or a whole applicant name
 * @param office only of this office, {@code body:region}, without those of the regions below
 * @param holder only what this account holds
 * @param escalated only what supervisors brought before those of a wider region
 * @param facets only cases of whose form all of these are true, each {@code field=value} of a field
 *     that the item offers; a day by its month, {@code yyyy-MM}
 * @param sort {@code due} (default; of what waits, cases that go before others first), {@code
 *     opened} or {@code number}, with a leading {@code -} for descending
 * @param cursor {@code next} of the page before, in the same sort; null for the first page
 * @param limit 1 to 200
 */
public record FindWorkItems(
        Scope scope,
        String view,
        @Nullable String service,
        @Nullable String region,
        @Nullable String step,
        @Nullable String due,
        @Nullable String text,
        @Nullable String office,
        @Nullable String holder,
        boolean escalated,
        List<String> facets,
        String sort,
        @Nullable String cursor,
        int limit) {

    public FindWorkItems {
        facets = List.copyOf(facets);
    }

    /** Whether brought before anybody or not. */
    public FindWorkItems(
            Scope scope,
            String view,
            @Nullable String service,
            @Nullable String region,
            @Nullable String step,
            @Nullable String due,
            @Nullable String text,
            @Nullable String office,
            @Nullable String holder,
            String sort,
            @Nullable String cursor,
            int limit) {
        this(
                scope, view, service, region, step, due, text, office, holder, false, List.of(),
                sort, cursor, limit);
    }

    /** Of all offices, whoever holds them. */
    public FindWorkItems(
            Scope scope,
            String view,
            @Nullable String service,
            @Nullable String region,
            @Nullable String step,
            @Nullable String due,
            @Nullable String text,
            String sort,
            @Nullable String cursor,
            int limit) {
        this(scope, view, service, region, step, due, text, null, null, sort, cursor, limit);
    }
}
