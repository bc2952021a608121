package org.banshi.process.work;

import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The transaction of a root unit of work, and how the events reach the log in it. */
@FunctionalInterface
public interface Lane {

    /**
     * Opens a transaction that ends with {@code root}. Its events are appended once, as the last
     * thing before the commit. A failure to append or commit rolls both back and is thrown by the
     * root's commit.
     */
    void attach(UnitOfWork<?> root);
}
