package org.banshi.app.pace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Counts what people do, each under a key of one's own. Every node counts for itself, so that over
 * {@code n} nodes at most {@code n} times a limit passes; the wait that is told is this node's. Of
 * more than 100,000 keys at once the ones that rested longest are forgotten.
 */
public final class Pace {

    private static final int KEYS = 100_000;
    private static final Duration REST = Duration.ofHours(2);

    private final LongSupplier nanos;

    /** By key, when all that was done would be through at an even pace. */
    private final Cache<String, Long> through =
            Caffeine.newBuilder().maximumSize(KEYS).expireAfterAccess(REST).build();

    /**
     * @param nanos time that only grows, such as {@link System#nanoTime}
     */
    public Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * How often.
     *
     * @param burst at once, after a rest
     * @param every how long until one more is allowed
     */
    public record Limit(int burst, Duration every) {}

    /**
     * Counts one.
     *
     * @throws TooFastException when it is one too many; it does not count then
     */
    public void count(String key, Limit limit) {
        long now = nanos.getAsLong();
        long each = limit.every().toNanos();
        long room = each * (limit.burst() - 1L);
        long[] wait = {0};
        through.asMap()
                .compute(
                        key,
                        (same, before) -> {
                            long due = before == null ? now : Math.max(before, now);
                            wait[0] = Math.max(0, due - now - room);
                            return wait[0] == 0 ? Long.valueOf(due + each) : before;
                        });
        if (wait[0] > 0) {
            throw new TooFastException(Duration.ofNanos(wait[0]));
        }
    }
}
