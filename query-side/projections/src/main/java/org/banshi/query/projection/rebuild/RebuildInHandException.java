package org.banshi.query.projection.rebuild;

/** Somebody, perhaps on another node, is rebuilding the projection already. */
public final class RebuildInHandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RebuildInHandException(String projection) {
        super("a rebuild of " + projection + " is in hand", null, false, false);
    }
}
