package org.banshi.app.pace;

import java.time.Duration;

/** Somebody asks more often than anybody has to. Nothing was done. */
public final class TooFastException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooFastException(Duration wait) {
        super("too fast", null, false, false);
        this.wait = wait;
    }

    /** After which it is worth trying again: whole seconds, at least one. */
    public Duration waitFor() {
        return Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }
}
