package org.banshi.app.audit.run;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an auditor's work, as it is recorded.
 *
 * @param asked what was asked for, by name: enough to do the same again
 * @param reference of the order under which it was asked, null where none was stated
 * @param done how far it is, of {@code target}
 * @param result as {@link AuditRuns#result} reads it; null until it is done
 * @param ended null while it runs
 */
public record AuditRun(
        UUID id,
        Kind kind,
        String account,
        @Nullable String reference,
        Map<String, String> asked,
        State state,
        long done,
        long target,
        @Nullable String result,
        Instant started,
        @Nullable Instant ended) {

    public AuditRun {
        asked = Collections.unmodifiableMap(new TreeMap<>(asked));
    }

    /** What is done. */
    public enum Kind {
        /** The log against its own tree, and against checkpoints. */
        VERIFY,
        /** A read model against the log. */
        COMPARE,
        /** Cases drawn for inspection. */
        SAMPLE,
        /** Decisions of a period under their pinned rules. */
        RECOMPUTE
    }

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED,
        /** Its node ended before it did. */
        INTERRUPTED
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /** In hundredths. */
    public long percent() {
        return target <= 0 ? 0 : Math.min(100, done * 100 / target);
    }
}
