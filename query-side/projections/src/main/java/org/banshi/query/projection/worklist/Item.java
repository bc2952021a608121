package org.banshi.query.projection.worklist;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the work list while events are folded into it. */
final class Item {

    /**
     * What an item shows of its case.
     *
     * @param nameHash keyed hash of the applicant's name; null once the person's key is destroyed
     * @param name the applicant's name under the person's key; null likewise
     * @param item the version of its item, as {@code service:version}; null for one of long ago
     * @param first whether it goes before the others
     * @param facets as PostgreSQL writes an array; null where there are none
     */
    record CaseOf(
            String application,
            String number,
            @Nullable String nameHash,
            @Nullable String name,
            @Nullable String item,
            boolean first,
            @Nullable String facets) {

        /** As it is once the person is erased. */
        CaseOf nameless() {
            return new CaseOf(application, number, null, null, item, first, null);
        }

        CaseOf going(boolean before) {
            return new CaseOf(application, number, nameHash, name, item, before, facets);
        }
    }

    final String workItem;
    CaseOf caseOf;
    final String service;
    int serviceVersion;
    final String step;
    final String body;
    final String region;
    final Instant openedAt;

    @Nullable LocalDate due;
    boolean dueProvisional;
    long version = -1;
    @Nullable String assignee;
    String state = WorkItemState.OPEN;
    @Nullable String outcome;
    @Nullable String escalatedTo;
    @Nullable String escalation;

    Item(
            String workItem,
            CaseOf caseOf,
            String service,
            int serviceVersion,
            String step,
            String body,
            String region,
            Instant openedAt,
            @Nullable LocalDate due,
            boolean dueProvisional) {
        this.workItem = workItem;
        this.caseOf = caseOf;
        this.service = service;
        this.serviceVersion = serviceVersion;
        this.step = step;
        this.body = body;
        this.region = region;
        this.openedAt = openedAt;
        this.due = due;
        this.dueProvisional = dueProvisional;
    }
}
