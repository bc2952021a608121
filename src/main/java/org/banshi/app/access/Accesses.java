package org.banshi.app.access;

import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.jspecify.annotations.Nullable;

/** Where whoever shows more than usual says so first. Everything else is noted by itself. */
@FunctionalInterface
public interface Accesses {

    /**
     * Writes down what the current request is about to show, and why. It is on the disk when this
     * returns; where it cannot be written, nothing is shown.
     *
     * @param reference of an order, a complaint or a file, or null
     */
    void declare(Kind kind, Ground ground, @Nullable String reference);
}
