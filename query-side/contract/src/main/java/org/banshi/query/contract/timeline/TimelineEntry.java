package org.banshi.query.contract.timeline;

import java.time.Instant;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case, for staff.
 *
 * @param position in the log
 * @param event stored name
 * @param actor account or automation
 * @param detail without personal data, or null
 */
public record TimelineEntry(
        long position,
        long sequence,
        String event,
        Text title,
        Instant at,
        Instant recordedAt,
        String actorKind,
        String actor,
        @Nullable String body,
        @Nullable Text detail) {}
