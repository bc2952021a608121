package org.banshi.app.audit.run;

/** Told by a run how far it is. */
public interface RunProgress {

    /** It is at {@code done} of {@code target}. */
    void at(long done, long target);

    /** Whether somebody wants it to end. */
    boolean cancelled();

    /**
     * @throws RunCancelledException when somebody wants it to end
     */
    default void check() {
        if (cancelled()) {
            throw new RunCancelledException();
        }
    }
}
