package org.banshi.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.banshi.eventstore.LaneB;
import org.banshi.eventstore.Node;
import org.banshi.eventstore.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code kill -9} of the one server process that is in a commit; PostgreSQL then ends every session
 * and recovers. A standby that never answers holds commits up between the disk and the reply.
 */
class KilledInCommitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HikariDataSource pool = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(pool);
    private final Node node = new Node(pool);

    @BeforeEach
    void warmUp() {
        node.append("first", 0, Node.begun("first"));
    }

    @AfterEach
    void close() {
        jdbc.execute("alter system reset synchronous_standby_names");
        reload();
        node.close();
        pool.close();
    }

    /** As soon as there is a server again. */
    private void reload() {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> jdbc.queryForObject("select pg_reload_conf()", Boolean.class));
    }

    private void holdCommits() {
        jdbc.execute("alter system set synchronous_standby_names = 'nobody'");
        reload();
        Awaitility.await()
                .until(
                        () ->
                                "nobody"
                                        .equals(
                                                jdbc.queryForObject(
                                                        "show synchronous_standby_names",
                                                        String.class)));
    }

    /** Kills the session that waits for {@code event}, and lets the server come up again. */
    private void killTheOneWaitingFor(String event) {
        List<Long> waiting =
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(
                                () ->
                                        jdbc.queryForList(
                                                """
                                                select pid from pg_stat_activity
                                                where wait_event = ?
                                                  and datname = current_database()
                                                """,
                                                Long.class,
                                                event),
                                pids -> pids.size() == 1);
        jdbc.execute("alter system reset synchronous_standby_names");
        ProcessHandle.of(waiting.get(0)).orElseThrow().destroyForcibly();
        reload();
    }

    /** Connections of the pool that went with the server may be met before they are replaced. */
    private void assertThatTheSecondIsThere() {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .untilAsserted(
                        () -> {
                            assertThat(node.names("second")).containsExactly("diary.begun");
                            assertThat(node.log().head()).isEqualTo(2);
                        });
    }

    @Test
    void a_command_whose_commit_is_on_disk_is_acknowledged_after_all() throws Exception {
        holdCommits();
        CompletableFuture<Void> appending =
                CompletableFuture.runAsync(() -> node.append("second", 0, Node.begun("second")));
        killTheOneWaitingFor("SyncRep");

        appending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThatTheSecondIsThere();
    }

    @Test
    void a_transaction_whose_commit_is_on_disk_is_acknowledged_after_all() throws Exception {
        holdCommits();
        CompletableFuture<Void> appending =
                CompletableFuture.runAsync(
                        () -> {
                            UnitOfWork<?> root = DefaultUnitOfWork.startAndGet(null);
                            LaneB.attach(root, node.transactions, node.store());
                            node.append("second", 0, Node.begun("second"));
                            root.commit();
                        });
        killTheOneWaitingFor("SyncRep");

        appending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThatTheSecondIsThere();
    }

    @Test
    void a_command_that_was_not_committed_yet_is_sent_again() throws Exception {
        CompletableFuture<Void> appending;
        try (Connection blocker = DriverManager.getConnection(pool.getJdbcUrl())) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("select lock_log()");
            appending =
                    CompletableFuture.runAsync(
                            () -> node.append("second", 0, Node.begun("second")));
            killTheOneWaitingFor("advisory");
        }

        appending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThatTheSecondIsThere();
    }

    @Test
    void readers_go_on_where_they_were() {
        jdbc.execute(
                """
                create table proof_taken (nth bigserial primary key, reader text, position bigint,
                    unique (reader, position))
                """);
        Taken reader = new Taken("reader", 10, jdbc);
        node.subscriptions().register(reader);
        node.subscriptions().start();
        // Its own commit would be held up, too.
        assertThat(node.subscriptions().await("reader", 1, PATIENCE)).isTrue();
        holdCommits();
        CompletableFuture<Void> appending =
                CompletableFuture.runAsync(() -> node.append("second", 0, Node.begun("second")));
        killTheOneWaitingFor("SyncRep");
        appending.join();
        node.append("third", 0, Node.begun("third"));

        assertThat(node.subscriptions().await("reader", 3, PATIENCE)).isTrue();
        assertThat(reader.positions()).containsExactly(1L, 2L, 3L);
    }
}
