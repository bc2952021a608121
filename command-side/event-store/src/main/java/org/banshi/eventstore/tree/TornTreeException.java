package org.banshi.eventstore.tree;

/** A part of the stored tree is not there. */
public final class TornTreeException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TornTreeException(String message) {
        super(message);
    }
}
