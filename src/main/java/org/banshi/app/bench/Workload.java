package org.banshi.app.bench;

import java.sql.SQLException;

/** Something that callers do again and again, each waiting for its answer before the next. */
interface Workload extends AutoCloseable {

    /**
     * One unit of work.
     *
     * @param caller index of the calling thread, from 0
     * @return how many operations it was
     */
    int run(int caller) throws Exception;

    @Override
    default void close() throws SQLException {}
}
