package org.banshi.query.projection;

import java.util.List;
import java.util.Set;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A read model: reads the log and keeps its tables, whose rows and token are committed together. It
 * holds no state in memory, so that the same object can fill the tables of a rebuild.
 */
public abstract class Projection implements Subscription {

    /**
     * One of the tables.
     *
     * @param name without schema
     * @param key the primary key's column, text of collation "C" or bigint
     * @param sealed columns that hold ciphertext, which is different each time it is written
     */
    public record Table(String name, String key, Set<String> sealed) {}

    /** {@link Recorded#streamType()} of cases. */
    protected static final String CASE_STREAM = "application";

    private final String name;
    protected final JdbcTemplate jdbc;

    protected Projection(String name, JdbcTemplate jdbc) {
        this.name = name;
        this.jdbc = jdbc;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean redoable() {
        return true;
    }

    /** Everything that this projection writes, and nothing else. */
    public abstract List<Table> tables();

    /**
     * {@inheritDoc}
     *
     * <p>Writes to the tables that the search path finds. An event that was taken before changes
     * nothing.
     */
    @Override
    public abstract void handle(List<Recorded> batch);
}
