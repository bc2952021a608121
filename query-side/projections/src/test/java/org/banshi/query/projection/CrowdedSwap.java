package org.banshi.query.projection;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.banshi.query.projection.rebuild.Watcher;

/**
 * Makes the first attempt of a swap fail: somebody reads the old table all through it, and events
 * come in that the attempt takes.
 */
final class CrowdedSwap implements Watcher, AutoCloseable {

    private final World world;
    private final String table;
    private final Runnable meanwhile;
    private final Connection page;
    private final Connection token;

    /**
     * @param view of one table of the same name
     * @param meanwhile appends events
     */
    CrowdedSwap(World world, String view, Runnable meanwhile) throws SQLException {
        this.world = world;
        this.table = view;
        this.meanwhile = meanwhile;
        page = world.database.getConnection();
        token = world.database.getConnection();
    }

    @Override
    public void enters(Phase phase) {
        if (phase != Phase.SWAPPING) {
            return;
        }
        begin(page, "SELECT FROM " + table);
        // The events are not to be read before the attempt has begun.
        begin(token, "SELECT FROM subscription_token WHERE name = '" + table + "' FOR UPDATE");
        meanwhile.run();
        await().until(() -> waiting("update subscription_token").size() == 1);
    }

    private static void begin(Connection connection, String sql) {
        try {
            connection.setAutoCommit(false);
            connection.createStatement().execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Lets the first attempt fail and the second one through. */
    void untilSecondAttempt() throws SQLException {
        await().until(() -> waiting("select position from subscription_token").size() == 1);
        token.commit();
        await().until(() -> !waiting("DROP TABLE").isEmpty());
        List<String> first = waiting("DROP TABLE");
        await().until(() -> !waiting("DROP TABLE").containsAll(first));
        page.commit();
    }

    /** When the transactions began that wait for a lock with such a statement. */
    private List<String> waiting(String statement) {
        return world.jdbc.queryForList(
                """
                SELECT xact_start::text FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
                  AND query LIKE ? || '%'
                """,
                String.class, statement);
    }

    @Override
    public void close() throws SQLException {
        page.setAutoCommit(true);
        token.setAutoCommit(true);
        page.close();
        token.close();
    }
}
