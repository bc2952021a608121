package org.banshi.eventstore.history;

import java.time.Instant;

/** One row of the log; {@code label} is that of the {@link Operation.Append} it came from. */
public record Entry(
        long position, Instant recordedAt, String stream, long sequence, String label) {}
