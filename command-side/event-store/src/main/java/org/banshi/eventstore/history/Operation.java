package org.banshi.eventstore.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command or transaction as its caller saw it.
 *
 * @param id for reports
 * @param invoked when the caller sent it, in nanoseconds of one monotonic clock
 * @param answered when the caller had the answer; {@link Long#MAX_VALUE} when none ever came
 * @param appends what it wanted to append, in order
 * @param receipt its idempotency key
 */
public record Operation(
        String id,
        long invoked,
        long answered,
        Answer answer,
        List<Append> appends,
        @Nullable String receipt) {

    /** What the caller was told. */
    public enum Answer {
        /** It is in the log. */
        APPENDED,
        /** It is not, since a stream had moved on. */
        MOVED_ON,
        /** It is not, for any other reason. */
        REFUSED,
        /** Nobody can say: the caller, or the way to it, was lost in the commit. */
        UNKNOWN
    }

    /** Whatever sequence comes next. */
    public static final long ANY = -1;

    /**
     * @param expected sequence that it is to get, or {@link #ANY}
     * @param label tells it from every other append to the stream
     */
    public record Append(String stream, long expected, String label) {}
}
