package org.banshi.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a subscription could not take, or that waits behind such a one of its stream.
 *
 * @param event stored name
 * @param failure types of the exceptions and where they arose, never their texts; null when it only
 *     waits
 * @param attempts how often it was tried since it was parked, counting the first
 */
public record ParkedEvent(
        String subscription,
        long position,
        String stream,
        String event,
        @Nullable String failure,
        int attempts,
        Instant parkedAt) {}
