package org.banshi.query.contract.worklist;

import java.time.Instant;

/** A failed job that waits for a supervisor. {@code failure} is the exception's type. */
public record IncidentRow(
        String incident,
        String application,
        String number,
        String activity,
        String failure,
        Instant openedAt) {}
