package org.banshi.app.staff;

import java.util.Optional;

/** Who had a task before it was given to somebody. The log knows, and answers. */
@FunctionalInterface
public interface Holders {

    /**
     * Whoever had the task right before.
     *
     * @param workItem the task's id
     * @param assignment number of the event by which it was given to somebody
     * @return the account; empty where nobody had it
     */
    Optional<String> before(String workItem, int assignment);
}
