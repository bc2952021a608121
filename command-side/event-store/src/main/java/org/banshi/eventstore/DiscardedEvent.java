package org.banshi.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parked event that was given up for good.
 *
 * @param event stored name
 * @param failure see {@link ParkedEvent}; null when it only waited behind another
 * @param reason in the words of who gave it up
 * @param by account of who gave it up
 */
public record DiscardedEvent(
        String subscription,
        long position,
        String stream,
        String event,
        @Nullable String failure,
        String reason,
        String by,
        Instant at) {}
