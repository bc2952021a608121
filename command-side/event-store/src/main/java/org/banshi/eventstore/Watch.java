package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection a node that listens for other nodes' commits and holds the leads of this node's
 * readers, as session advisory locks: they are free again the moment the node or its connection
 * dies. Several nodes share the leads evenly. A slow poll of the head is the net under lost
 * notifications.
 */
final class Watch implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int TICK_MILLIS = 250;
    private static final long POLL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int PATIENCE_TICKS = 8;

    /** Between two flushes on behalf of other nodes' commits, which may come by the thousand. */
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final String NODES = "hashtextextended('banshi nodes', 0)";
    private static final int NETWORK_TIMEOUT_MILLIS = 10_000;

    private final DataSource dataSource;
    private final DiskBarrier disk;
    private final GroupAppender appender;
    private final List<Reader> readers;
    private final Map<Reader, Integer> waited = new HashMap<>();
    private int nodes = 1;
    private volatile boolean ending;

    /**
     * @param readers may grow while it runs
     */
    Watch(DataSource dataSource, DiskBarrier disk, GroupAppender appender, List<Reader> readers) {
        this.dataSource = dataSource;
        this.appender = appender;
        this.disk = disk;
        this.readers = readers;
    }

    void end() {
        ending = true;
    }

    @Override
    public void run() {
        while (!ending) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
                watch(connection);
            } catch (SQLException e) {
                LOG.warn("lost the watching connection, SQL state {}", e.getSQLState());
                pause();
            } catch (RuntimeException e) {
                LOG.error("watching failed", e);
                pause();
            } finally {
                readers.stream().filter(Reader::leading).forEach(reader -> reader.lead(false));
            }
        }
    }

    private void watch(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        execute(connection, "listen banshi_log");
        execute(connection, "select pg_advisory_lock_shared(" + NODES + ")");
        nodes = 1;
        long polled = System.nanoTime() - POLL_NANOS;
        long session = disk.session();
        try {
            while (!ending) {
                if (System.nanoTime() - polled >= POLL_NANOS) {
                    // What is heard until the next poll comes by a connection that answers after
                    // this.
                    session = disk.session();
                    disk.reached(head(connection), session);
                    appender.wakes(nodes > 1);
                    polled = System.nanoTime();
                }
                lead(connection);
                if (!hear(postgres.getNotifications(TICK_MILLIS), session)) {
                    polled = System.nanoTime() - POLL_NANOS;
                }
            }
        } finally {
            // Back in the pool, the session would hold on to them.
            execute(connection, "unlisten *");
            execute(connection, "select pg_advisory_unlock_all()");
        }
    }

    /**
     * Takes leads that are free, up to this node's share; beyond it only those that nobody else
     * took for a while. A node that comes is made room for, once.
     */
    private void lead(Connection connection) throws SQLException {
        int before = nodes;
        nodes = Math.max(1, count(connection));
        int share = (readers.size() + nodes - 1) / nodes;
        int leads = (int) readers.stream().filter(Reader::leading).count();
        for (Reader reader : readers) {
            boolean surplus = nodes > before && leads > share && reader.leading();
            if (reader.stoppedWhileLeading() || surplus) {
                reader.lead(false);
                release(connection, reader.name());
                leads -= surplus ? 1 : 0;
                waited.put(reader, 0);
            } else if (reader.wantsLead() && (leads < share || waitedEnough(reader))) {
                if (tryLead(connection, reader.name())) {
                    reader.lead(true);
                    leads++;
                }
                waited.put(reader, 0);
            }
        }
    }

    private boolean waitedEnough(Reader reader) {
        return waited.merge(reader, 1, Integer::sum) > PATIENCE_TICKS;
    }

    /** How many nodes watch this database. One that has just come polls until it was noticed. */
    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                select count(*) from pg_locks
                                where locktype = 'advisory' and mode = 'ShareLock' and granted
                                  and objsubid = 1
                                  and (classid::bigint << 32 | objid::bigint) = %s
                                  and database = (select oid from pg_database
                                                  where datname = current_database())
                                """
                                        .formatted(NODES))) {
            row.next();
            return row.getInt(1);
        }
    }

    /** False when it is not known whether what was heard of is on disk: the next poll tells. */
    private boolean hear(PGNotification @Nullable [] notifications, long session) {
        if (notifications == null) {
            return true;
        }
        // The other nodes' own flush may be under way still.
        OptionalLong last =
                Arrays.stream(notifications)
                        .mapToLong(it -> Long.parseLong(it.getParameter()))
                        .max();
        boolean known = last.isEmpty() || disk.reached(last.getAsLong(), session);
        // The next flush serves all that comes until then.
        LockSupport.parkNanos(GATHERING_NANOS);
        return known;
    }

    private static long head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select position from event_head")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean tryLead(Connection connection, String name) throws SQLException {
        return lock(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name);
    }

    private static void release(Connection connection, String name) throws SQLException {
        lock(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
    }

    private static boolean lock(Connection connection, String sql, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "banshi reader " + name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
