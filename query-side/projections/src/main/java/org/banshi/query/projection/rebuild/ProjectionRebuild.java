package org.banshi.query.projection.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Rebuild;
import org.banshi.eventstore.Subscriptions;
import org.banshi.query.projection.Projection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds one projection anew from the whole log while the old one serves: fills tables beside the
 * live ones, compares the two at the same position, and puts the new ones in the place of the old
 * in one transaction. Its reader is held up for that last step alone, and those who read pages for
 * the moment in which names change.
 */
public final class ProjectionRebuild {

    private static final int BATCH = 5_000;
    private static final int SWAP_ATTEMPTS = 10;

    /** Longer than the second after which the server sends its own vacuum out of the way. */
    private static final int SWAP_PATIENCE_MILLIS = 1_500;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** What became of it. {@code swapped}: whether the rebuilt tables are live now. */
    public record Outcome(Comparison comparison, boolean swapped) {}

    private final DataSource database;
    private final Subscriptions subscriptions;
    private final PersonalData personal;
    private final JdbcTemplate jdbc;
    private final int batch;
    private final TransactionTemplate snapshot;

    /**
     * @param transactions of the same {@code database} as the subscriptions' own
     */
    public ProjectionRebuild(
            DataSource database,
            PlatformTransactionManager transactions,
            Subscriptions subscriptions,
            PersonalData personal) {
        this(database, transactions, subscriptions, personal, BATCH);
    }

    /**
     * @param batch most events taken in one transaction; a few times as many are in memory
     */
    public ProjectionRebuild(
            DataSource database,
            PlatformTransactionManager transactions,
            Subscriptions subscriptions,
            PersonalData personal,
            int batch) {
        this.batch = batch;
        this.database = database;
        this.subscriptions = subscriptions;
        this.personal = personal;
        this.jdbc = new JdbcTemplate(database);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Rebuilds a projection from the beginning, on the calling thread, whatever was left. */
    public Outcome run(Projection projection, boolean acceptDifferences) {
        return run(projection, acceptDifferences, true, Watcher.NOBODY);
    }

    /**
     * Rebuilds a projection, on the calling thread. Changed code makes other rows: whether these
     * are wanted is for an operator to say, once the differences were counted.
     *
     * @param acceptDifferences whether to swap although rows differ
     * @param afresh whether to begin at the beginning although an earlier run that was cancelled,
     *     killed or cut off left something to go on from
     * @throws RebuildInHandException when the same projection is being rebuilt
     * @throws RebuildCancelledException when {@code watcher} cancels it; what was done stays
     */
    public Outcome run(
            Projection projection, boolean acceptDifferences, boolean afresh, Watcher watcher) {
        OneAtATime turn = OneAtATime.of(database, projection.name());
        try {
            return inTurn(turn, projection, acceptDifferences, afresh, watcher);
        } finally {
            turn.close();
        }
    }

    /**
     * Builds a projection anew and compares it with the live one, which stays; on the calling
     * thread. What was built is removed in any case.
     *
     * @throws RebuildInHandException when the same projection is being rebuilt
     * @throws RebuildCancelledException when {@code watcher} cancels it
     */
    public Comparison compare(Projection projection, Watcher watcher) {
        OneAtATime turn = OneAtATime.of(database, projection.name());
        try {
            ShadowTables tables = new ShadowTables(jdbc, projection);
            Rebuild rebuild = rebuild(projection, tables);
            try {
                rebuild.reset(tables::create);
                follow(rebuild, projection, watcher);
                watcher.enters(Watcher.Phase.INDEXING);
                tables.index();
                watcher.check();
                return compare(turn, rebuild, projection, tables, watcher);
            } finally {
                discard(turn, rebuild, tables);
            }
        } finally {
            turn.close();
        }
    }

    /** How far a rebuild has come that is in hand anywhere, or was left; empty without one. */
    public OptionalLong left(Projection projection) {
        return subscriptions.tokenOf(ShadowReader.name(projection));
    }

    /** Whether a rebuild of the projection is in hand on any node. */
    public boolean inHand(Projection projection) {
        return OneAtATime.held(jdbc, projection.name());
    }

    /**
     * Removes what a rebuild left that nobody will go on with.
     *
     * @throws RebuildInHandException when it is in hand
     */
    public void discard(Projection projection) {
        OneAtATime turn = OneAtATime.of(database, projection.name());
        try {
            ShadowTables tables = new ShadowTables(jdbc, projection);
            rebuild(projection, tables).discard(tables::drop);
        } finally {
            turn.close();
        }
    }

    private Rebuild rebuild(Projection projection, ShadowTables tables) {
        return subscriptions.rebuild(
                new ShadowReader(projection, new BulkRows(jdbc, tables), batch));
    }

    private Outcome inTurn(
            OneAtATime turn,
            Projection projection,
            boolean acceptDifferences,
            boolean afresh,
            Watcher watcher) {
        ShadowTables tables = new ShadowTables(jdbc, projection);
        Rebuild rebuild = rebuild(projection, tables);
        boolean keep = false;
        try {
            if (afresh || !rebuild.begun() || !tables.exist()) {
                rebuild.reset(tables::create);
            }
            follow(rebuild, projection, watcher);
            watcher.enters(Watcher.Phase.INDEXING);
            tables.index();
            watcher.check();
            Comparison comparison = compare(turn, rebuild, projection, tables, watcher);
            watcher.check();
            boolean swap = comparison.isEqual() || acceptDifferences;
            if (swap) {
                watcher.enters(Watcher.Phase.SWAPPING);
                swap(turn, projection, tables);
            }
            return new Outcome(comparison, swap);
        } catch (RebuildCancelledException | DataAccessException | TransactionException e) {
            keep = true;
            throw e;
        } finally {
            if (!keep) {
                discard(turn, rebuild, tables);
            }
        }
    }

    /** Whoever lost its turn leaves the tables to the next, which may be filling them. */
    private static void discard(OneAtATime turn, Rebuild rebuild, ShadowTables tables) {
        if (turn.isHeld()) {
            rebuild.discard(tables::drop);
        }
    }

    /** Never beyond the live reader: the two are compared and swapped where that one stands. */
    private static void follow(Rebuild rebuild, Projection projection, Watcher watcher) {
        long target = rebuild.position(projection.name());
        watcher.enters(Watcher.Phase.READING);
        watcher.reads(rebuild.position(), target);
        rebuild.replay(
                target,
                () -> {
                    watcher.reads(rebuild.position(), target);
                    return watcher.cancelled();
                });
        watcher.check();
    }

    /**
     * In one transaction that sees the live rows as they are at one moment: it brings its own to
     * the position of that moment, and nobody waits for it.
     */
    private Comparison compare(
            OneAtATime turn,
            Rebuild rebuild,
            Projection projection,
            ShadowTables tables,
            Watcher watcher) {
        return snapshot.execute(
                status -> {
                    follow(rebuild, projection, Watcher.NOBODY);
                    watcher.enters(Watcher.Phase.COMPARING);
                    Comparer comparer = new Comparer(personal, watcher::cancelled);
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
                    turn.check();
                    return comparer.result(rebuild.position());
                });
    }

    /**
     * Tries again where somebody reads a table for longer than others should have to wait; each
     * time with nothing in memory, as what was folded in an attempt is undone with it.
     */
    private void swap(OneAtATime turn, Projection projection, ShadowTables tables) {
        for (int attempt = 1; ; attempt++) {
            Rebuild rebuild = rebuild(projection, tables);
            try {
                turn.check();
                follow(rebuild, projection, Watcher.NOBODY);
                rebuild.swap(
                        projection.name(),
                        () -> {
                            jdbc.execute(
                                    "SET LOCAL lock_timeout = '" + SWAP_PATIENCE_MILLIS + "ms'");
                            turn.check();
                            tables.swap();
                        });
                return;
            } catch (DataAccessException e) {
                if (attempt == SWAP_ATTEMPTS || !waitedTooLong(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean waitedTooLong(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }
}
