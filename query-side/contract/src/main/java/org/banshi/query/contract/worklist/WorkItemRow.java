package org.banshi.query.contract.worklist;

import java.time.Instant;
import java.time.LocalDate;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One work item.
 *
 * @param version of the item's stream, for {@code If-Match}
 * @param applicantName masked
 * @param assignee account of who has it, or null while it is free
 * @param state {@code open}, {@code claimed}, {@code completed} or {@code cancelled}
 * @param urgency {@code overdue}, {@code soon} (within three working days) or null; null also once
 *     it is done
 * @param escalation before whom it was brought; null where it was not
 * @param goesFirst whether its case comes before the others, as its item says
 */
public record WorkItemRow(
        String workItem,
        long version,
        String application,
        String number,
        String service,
        int serviceVersion,
        Text serviceName,
        String step,
        Text title,
        String body,
        String region,
        String applicantName,
        @Nullable String assignee,
        String state,
        Instant openedAt,
        @Nullable LocalDate due,
        boolean dueProvisional,
        @Nullable String outcome,
        @Nullable String urgency,
        @Nullable Escalation escalation,
        boolean goesFirst) {}
