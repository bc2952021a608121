package org.banshi.app.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the rebuild of a read model stands, here or on another node.
 *
 * @param phase what it is at, while it runs on this node
 * @param position of the log that it has read
 * @param target position that it reads to before it is compared
 * @param eventsPerSecond since it began or went on; 0 where that is not known
 * @param startedAt null where it does not run or ran on another node
 * @param estimatedEnd of the reading; the comparison comes on top
 * @param outcome once it came to an end
 * @param failure types of the exceptions that ended it
 */
public record RebuildStatus(
        String projection,
        State state,
        @Nullable String phase,
        long position,
        long target,
        long eventsPerSecond,
        @Nullable Instant startedAt,
        @Nullable Instant estimatedEnd,
        @Nullable RebuildOutcome outcome,
        @Nullable String failure) {

    /** What became of it. */
    public enum State {
        /** Nothing is known of one. */
        NONE,
        RUNNING,
        RUNNING_ELSEWHERE,
        /** Cancelled, killed or cut off: the next one goes on where this one ended. */
        INTERRUPTED,
        FAILED,
        /** Rows differ, so that nothing was swapped. */
        DIFFERENT,
        SWAPPED
    }

    /** Whether it still runs somewhere. */
    public boolean running() {
        return state == State.RUNNING || state == State.RUNNING_ELSEWHERE;
    }
}
