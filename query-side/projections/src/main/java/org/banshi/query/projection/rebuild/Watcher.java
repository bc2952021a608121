package org.banshi.query.projection.rebuild;

/** Follows a rebuild from outside, and may cancel it. Called on the rebuild's thread. */
public interface Watcher {

    /** Looks away and cancels nothing. */
    Watcher NOBODY = new Watcher() {};

    /** What a rebuild is at, in this order. */
    enum Phase {
        /** Reads the log into the new tables. */
        READING,
        /** Builds their indexes. */
        INDEXING,
        /** Compares them with the live ones. */
        COMPARING,
        /** Takes the place of the live ones. */
        SWAPPING
    }

    default void enters(Phase phase) {}

    /** It has come to {@code position} of the log, on its way to {@code target}. */
    default void reads(long position, long target) {}

    /** Asked now and then; once true, always true. */
    default boolean cancelled() {
        return false;
    }

    /**
     * @throws RebuildCancelledException when it is cancelled
     */
    default void check() {
        if (cancelled()) {
            throw new RebuildCancelledException();
        }
    }
}
