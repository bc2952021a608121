package org.banshi.query.projection.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.SwapGate;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds one projection anew from the whole log while the old one serves: fills tables beside the
 * live ones, catches up with the live reader, compares the two at the same position, and puts the
 * new ones in the place of the old in one transaction. Its reader is held up for the last step
 * alone; those who read pages for the moment in which names change.
 */
public final class Rebuild {

    /** What became of it. {@code swapped}: whether the rebuilt tables are live now. */
    public record Outcome(Comparison comparison, boolean swapped) {}

    private static final int SWAP_ATTEMPTS = 10;
    private static final int SWAP_PATIENCE_MILLIS = 1_000;

    private final DataSource database;
    private final ReplaySource log;
    private final PersonalData personal;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    /**
     * @param transactions of the same {@code database} as the projections' own
     */
    public Rebuild(
            DataSource database,
            PlatformTransactionManager transactions,
            ReplaySource log,
            PersonalData personal) {
        this.database = database;
        this.log = log;
        this.personal = personal;
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Rebuilds a projection. Changed code makes other rows: whether these are wanted is for an
     * operator to say, once the differences were counted.
     *
     * @param acceptDifferences whether to swap although rows differ
     * @throws RebuildInHandException when the same projection is being rebuilt
     */
    public Outcome run(Projection projection, boolean acceptDifferences) {
        OneAtATime turn = OneAtATime.of(database, projection.name());
        try {
            return inTurn(projection, acceptDifferences);
        } finally {
            turn.close();
        }
    }

    private Outcome inTurn(Projection projection, boolean acceptDifferences) {
        ShadowTables tables = new ShadowTables(jdbc, projection);
        transaction.executeWithoutResult(status -> tables.create());
        try {
            AtomicLong position = new AtomicLong();
            catchUp(projection, tables, position, log.token(projection.name()));
            Comparison comparison = compare(projection, tables, position);
            boolean swap = comparison.isEqual() || acceptDifferences;
            if (swap) {
                catchUp(projection, tables, position, log.token(projection.name()));
                swap(projection, tables, position);
            }
            return new Outcome(comparison, swap);
        } finally {
            tables.drop();
        }
    }

    private void catchUp(
            Projection projection, ShadowTables tables, AtomicLong position, long until) {
        while (position.get() < until) {
            long reached =
                    transaction.execute(
                            status -> {
                                tables.use();
                                return step(projection, position.get(), until);
                            });
            position.set(reached);
        }
    }

    private long step(Projection projection, long position, long until) {
        List<Recorded> batch =
                log.after(position, projection.batchSize()).stream()
                        .filter(recorded -> recorded.position() <= until)
                        .toList();
        if (batch.isEmpty()) {
            return until;
        }
        projection.apply(batch);
        return batch.get(batch.size() - 1).position();
    }

    /**
     * The live side is read as it is at one moment; the other is brought to the position of that
     * moment, and nobody else writes there.
     */
    private Comparison compare(Projection projection, ShadowTables tables, AtomicLong position) {
        return snapshot.execute(
                status -> {
                    long at = log.token(projection.name());
                    catchUp(projection, tables, position, at);
                    Connection live = DataSourceUtils.getConnection(database);
                    return transaction.execute(
                            inner -> {
                                Connection shadow = DataSourceUtils.getConnection(database);
                                return compare(projection, tables, live, shadow, at);
                            });
                });
    }

    private Comparison compare(
            Projection projection,
            ShadowTables tables,
            Connection live,
            Connection shadow,
            long at) {
        Comparer comparer = new Comparer(personal);
        try {
            for (Projection.Table table : projection.tables()) {
                comparer.compare(table, live, tables.live(table), shadow, tables.shadow(table));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot compare " + projection.name(), e);
        }
        return comparer.result(at);
    }

    /** Tries again where somebody reads a table for longer than others should have to wait. */
    private void swap(Projection projection, ShadowTables tables, AtomicLong position) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(
                        status -> swapNow(projection, tables, position.get()));
                return;
            } catch (CannotAcquireLockException e) {
                if (attempt == SWAP_ATTEMPTS) {
                    throw e;
                }
                catchUp(projection, tables, position, log.token(projection.name()));
            }
        }
    }

    private void swapNow(Projection projection, ShadowTables tables, long from) {
        jdbc.execute("SET LOCAL lock_timeout = '" + SWAP_PATIENCE_MILLIS + "ms'");
        SwapGate.close(jdbc, projection.name());
        tables.use();
        long until = log.token(projection.name());
        long position = from;
        while (position < until) {
            position = step(projection, position, until);
        }
        tables.swap();
    }
}
