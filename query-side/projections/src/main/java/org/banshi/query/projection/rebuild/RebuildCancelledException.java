package org.banshi.query.projection.rebuild;

/** An operator has stopped the rebuild; what it did is kept, to go on from. */
public final class RebuildCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RebuildCancelledException() {
        super("the rebuild was cancelled", null, false, false);
    }
}
