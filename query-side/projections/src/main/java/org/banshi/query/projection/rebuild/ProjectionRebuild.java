package org.banshi.query.projection.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Rebuild;
import org.banshi.eventstore.Subscriptions;
import org.banshi.query.projection.Projection;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds one projection anew from the whole log while the old one serves: fills tables beside the
 * live ones, compares the two at the same position, and puts the new ones in the place of the old
 * in one transaction. Its reader is held up for that last step alone, and those who read pages for
 * the moment in which names change.
 */
public final class ProjectionRebuild {

    private static final int SWAP_ATTEMPTS = 10;
    private static final int SWAP_PATIENCE_MILLIS = 1_000;

    /** What became of it. {@code swapped}: whether the rebuilt tables are live now. */
    public record Outcome(Comparison comparison, boolean swapped) {}

    private final DataSource database;
    private final Subscriptions subscriptions;
    private final PersonalData personal;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    /**
     * @param transactions of the same {@code database} as the subscriptions' own
     */
    public ProjectionRebuild(
            DataSource database,
            PlatformTransactionManager transactions,
            Subscriptions subscriptions,
            PersonalData personal) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.personal = personal;
        this.jdbc = new JdbcTemplate(database);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Rebuilds a projection, on the calling thread. Changed code makes other rows: whether these
     * are wanted is for an operator to say, once the differences were counted.
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
        Rebuild rebuild = subscriptions.rebuild(new ShadowReader(projection, tables));
        try {
            rebuild.reset(tables::create);
            follow(rebuild, projection);
            Comparison comparison = compare(rebuild, projection, tables);
            boolean swap = comparison.isEqual() || acceptDifferences;
            if (swap) {
                swap(rebuild, projection, tables);
            }
            return new Outcome(comparison, swap);
        } finally {
            rebuild.discard(tables::drop);
        }
    }

    /** Never beyond the live reader: the two are compared and swapped where that one stands. */
    private static void follow(Rebuild rebuild, Projection projection) {
        rebuild.replay(rebuild.position(projection.name()), () -> false);
    }

    /**
     * In one transaction that sees the live rows as they are at one moment: it brings its own to
     * the position of that moment, and nobody waits for it.
     */
    private Comparison compare(Rebuild rebuild, Projection projection, ShadowTables tables) {
        return snapshot.execute(
                status -> {
                    follow(rebuild, projection);
                    Comparer comparer = new Comparer(personal);
                    Connection connection = DataSourceUtils.getConnection(database);
                    try {
                        for (Projection.Table table : projection.tables()) {
                            comparer.compare(
                                    connection, table, tables.live(table), tables.shadow(table));
                        }
                    } catch (SQLException e) {
                        throw new IllegalStateException("cannot compare " + projection.name(), e);
                    } finally {
                        DataSourceUtils.releaseConnection(connection, database);
                    }
                    return comparer.result(rebuild.position());
                });
    }

    /** Tries again where somebody reads a table for longer than others should have to wait. */
    private void swap(Rebuild rebuild, Projection projection, ShadowTables tables) {
        for (int attempt = 1; ; attempt++) {
            try {
                follow(rebuild, projection);
                rebuild.swap(
                        projection.name(),
                        () -> {
                            jdbc.execute(
                                    "SET LOCAL lock_timeout = '" + SWAP_PATIENCE_MILLIS + "ms'");
                            tables.swap();
                        });
                return;
            } catch (CannotAcquireLockException e) {
                if (attempt == SWAP_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
