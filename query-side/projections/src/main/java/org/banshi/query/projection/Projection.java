package org.banshi.query.projection;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.banshi.eventstore.codec.Interest;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.LiveRows;
import org.banshi.query.projection.fold.RowStore;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A read model: reads the log and keeps its tables, whose rows and token are committed together.
 * The same fold fills the tables of a rebuild.
 */
public abstract class Projection implements Subscription, Interest {

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
    private final LiveRows live;

    protected Projection(String name, JdbcTemplate jdbc) {
        this.name = name;
        this.live = new LiveRows(jdbc);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean redoable() {
        return true;
    }

    @Override
    public final Interest interest() {
        return this;
    }

    /** The streams of a batch. */
    protected static Set<String> streams(List<Recorded> batch) {
        return batch.stream().map(Recorded::stream).collect(Collectors.toSet());
    }

    /** The streams that begin in a batch. */
    protected static Set<String> beginning(List<Recorded> batch) {
        return batch.stream()
                .filter(recorded -> recorded.sequence() == 0)
                .map(Recorded::stream)
                .collect(Collectors.toSet());
    }

    /** Everything that this projection writes, and nothing else. */
    public abstract List<Table> tables();

    /** A fold of events into rows of these tables, which it finds in {@code store}. */
    public abstract Fold fold(RowStore store);

    /**
     * {@inheritDoc}
     *
     * <p>An event that was taken before changes nothing.
     */
    @Override
    public final void handle(List<Recorded> batch) {
        Fold fold = fold(live);
        fold.take(batch);
        fold.write();
    }
}
