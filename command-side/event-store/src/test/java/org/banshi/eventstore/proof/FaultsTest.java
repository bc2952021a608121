package org.banshi.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.banshi.eventstore.FaultyDataSource;
import org.banshi.eventstore.TestDatabase;
import org.banshi.eventstore.history.Operation.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Random histories with a fault among them: callers are told clearly, everything goes on by itself
 * afterwards, and the history stands the same check.
 */
class FaultsTest {

    private static final int OPERATIONS_EACH = 50;
    private static final int CUTS = 20;
    private static final int WAITS_FOR_A_CONNECTION = 3;

    private final long seed = Long.getLong("banshi.proof.seed", System.nanoTime());
    private final HikariDataSource pool = TestDatabase.fresh();

    @AfterEach
    void close() {
        pool.close();
    }

    private void holds(RandomHistory history) {
        assertThat(history.violations()).as("-Dbanshi.proof.seed=%d", seed).isEmpty();
        assertThat(history.answered(Answer.APPENDED)).isPositive();
    }

    /** Waits as long as there is a chance. */
    private static void until(BooleanSupplier happened, BooleanSupplier writing) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> happened.getAsBoolean() || !writing.getAsBoolean());
    }

    @Test
    void a_connection_cut_in_the_commit() throws Exception {
        FaultyDataSource faulty = new FaultyDataSource(pool);
        Random random = new Random(seed);
        try (RandomHistory history = new RandomHistory(seed, pool, List.of(faulty, pool))) {
            history.run(
                    OPERATIONS_EACH,
                    writing -> {
                        for (int i = 1; i <= CUTS && writing.getAsBoolean(); i++) {
                            int wanted = i;
                            faulty.loseReplyOf(
                                    random.nextBoolean() ? "append_group" : "commit",
                                    random.nextBoolean()
                                            ? FaultyDataSource.Moment.BEFORE
                                            : FaultyDataSource.Moment.AFTER);
                            until(() -> faulty.faults() == wanted, writing);
                        }
                        faulty.heal();
                    });

            holds(history);
            assertThat(faulty.faults()).isGreaterThan(CUTS / 2);
            assertThat(history.answered(Answer.UNKNOWN)).isZero();
        }
    }

    @Test
    void sessions_ended_by_the_server_at_any_moment() throws Exception {
        try (RandomHistory history = new RandomHistory(seed, pool)) {
            long[] ended = {0};
            history.run(
                    OPERATIONS_EACH,
                    writing -> {
                        for (int i = 1; i <= CUTS && writing.getAsBoolean(); i++) {
                            long wanted = history.head() + 5;
                            ended[0] += endBusySessions(history.truth());
                            until(() -> history.head() >= wanted, writing);
                        }
                    });

            holds(history);
            assertThat(ended[0]).isPositive();
            assertThat(history.answered(Answer.UNKNOWN)).isZero();
        }
    }

    private static int endBusySessions(JdbcTemplate truth) {
        return truth.queryForList(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                          and (query like '%append_group%' or state like 'idle in transaction%')
                        """)
                .size();
    }

    @Test
    void a_clock_that_jumps_ahead_and_back() throws Exception {
        JdbcTemplate truth = new JdbcTemplate(pool);
        truth.execute(
                """
                create schema fault;
                create table fault.clock (ahead interval not null);
                insert into fault.clock values ('0');
                create function fault.clock_timestamp() returns timestamptz language sql volatile
                    as 'select pg_catalog.clock_timestamp() + ahead from fault.clock';
                """);
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        config.setConnectionInitSql("set search_path = fault, public, pg_catalog");
        String ahead =
                "select count(*) from event_log where recorded_at > now() + interval '30 minutes'";
        try (HikariDataSource jumping = new HikariDataSource(config);
                RandomHistory history = new RandomHistory(seed, pool, List.of(jumping, jumping))) {
            long[] after = {0};
            history.run(
                    OPERATIONS_EACH,
                    writing -> {
                        until(() -> history.head() > 20, writing);
                        truth.update("update fault.clock set ahead = '1 hour'");
                        until(() -> count(truth, ahead) > 0, writing);
                        truth.update("update fault.clock set ahead = '-1 hour'");
                        after[0] = count(truth, ahead);
                    });

            holds(history);
            assertThat(after[0]).isPositive();
            assertThat(count(truth, ahead)).isGreaterThan(after[0]);
        } finally {
            truth.execute("drop schema fault cascade");
        }
    }

    private static long count(JdbcTemplate jdbc, String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    @Test
    void a_pool_without_a_connection_left() throws Exception {
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(250);
        try (HikariDataSource small = new HikariDataSource(config);
                RandomHistory history = new RandomHistory(seed, pool, List.of(small, pool))) {
            history.run(
                    OPERATIONS_EACH,
                    writing -> {
                        until(() -> history.head() > 20, writing);
                        exhaust(small);
                    });

            holds(history);
            assertThat(history.failures())
                    .containsAnyOf(
                            CannotCreateTransactionException.class,
                            CannotGetJdbcConnectionException.class);
            assertThat(history.answered(Answer.UNKNOWN)).isZero();
        }
    }

    /** Takes every connection that there is, and waits in vain for more of them. */
    private static void exhaust(HikariDataSource small) throws SQLException {
        List<Connection> taken = new ArrayList<>();
        int inVain = 0;
        while (inVain < WAITS_FOR_A_CONNECTION) {
            try {
                taken.add(small.getConnection());
            } catch (SQLException e) {
                inVain++;
            }
        }
        for (Connection connection : taken) {
            connection.close();
        }
    }

    @Test
    void a_snapshot_and_a_transaction_that_are_held_all_along() throws Exception {
        try (RandomHistory history = new RandomHistory(seed, pool);
                Connection snapshot = pool.getConnection();
                Connection idle = pool.getConnection()) {
            snapshot.setAutoCommit(false);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThat(events(snapshot)).isZero();
            idle.setAutoCommit(false);
            try (Statement statement = idle.createStatement()) {
                statement.execute("create table held (n integer)");
            }

            history.run(OPERATIONS_EACH, writing -> {});

            holds(history);
            assertThat(events(snapshot)).isZero();
            snapshot.rollback();
            idle.rollback();
            assertThat(events(snapshot)).isEqualTo(history.head());
        }
    }

    private static long events(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from event_log")) {
            row.next();
            return row.getLong(1);
        }
    }
}
