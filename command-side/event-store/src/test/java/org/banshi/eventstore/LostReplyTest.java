package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.banshi.eventstore.Node.begun;
import static org.banshi.eventstore.Node.newDiary;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LostReplyTest {

    private final HikariDataSource pool = TestDatabase.fresh();
    private final FaultyDataSource dataSource = new FaultyDataSource(pool);
    private final Node node =
            new Node(dataSource, Node.vault(), Node.settings(4, Duration.ofSeconds(5)));

    @AfterEach
    void close() {
        dataSource.heal();
        node.close();
        pool.close();
    }

    @Test
    void a_group_that_was_committed_before_the_reply_was_lost_counts_as_appended() {
        String diary = newDiary();
        dataSource.loseReplyOf("append_group", FaultyDataSource.Moment.AFTER);

        node.append(diary, 0, begun(diary));

        assertThat(node.names(diary)).containsExactly("diary.begun");
        assertThat(node.subscriptions().lastAppended()).isEqualTo(1);
        assertThat(dataSource.faults()).isEqualTo(1);
    }

    @Test
    void a_group_that_never_arrived_is_sent_again() {
        String diary = newDiary();
        dataSource.loseReplyOf("append_group", FaultyDataSource.Moment.BEFORE);

        node.append(diary, 0, begun(diary));

        assertThat(node.names(diary)).containsExactly("diary.begun");
        assertThat(dataSource.faults()).isEqualTo(1);
    }

    @Test
    void a_transaction_that_was_committed_before_the_reply_was_lost_counts_as_committed() {
        String diary = newDiary();
        UnitOfWork<Message<?>> root = DefaultUnitOfWork.startAndGet(null);
        LaneB.attach(root, node.transactions, node.store());
        node.append(diary, 0, begun(diary));
        dataSource.loseReplyOf("append_group", FaultyDataSource.Moment.AFTER);

        root.commit();

        assertThat(node.names(diary)).containsExactly("diary.begun");
        assertThat(node.subscriptions().lastAppended()).isEqualTo(1);
        assertThat(dataSource.faults()).isEqualTo(1);
    }

    @Test
    void a_transaction_whose_commit_never_arrived_is_rolled_back() {
        String diary = newDiary();
        UnitOfWork<Message<?>> root = DefaultUnitOfWork.startAndGet(null);
        LaneB.attach(root, node.transactions, node.store());
        node.append(diary, 0, begun(diary));
        dataSource.loseReplyOf("append_group", FaultyDataSource.Moment.BEFORE);

        assertThatThrownBy(root::commit).isInstanceOf(RuntimeException.class);

        assertThat(root.isRolledBack()).isTrue();
        assertThat(node.names(diary)).isEmpty();
        node.append(diary, 0, begun(diary));
        assertThat(node.log().head()).isEqualTo(1);
    }

    @Test
    void a_server_process_killed_while_it_waits_for_the_lock_loses_nothing() throws Exception {
        String diary = newDiary();
        node.append(newDiary(), 0, begun(newDiary(), "warm"));
        try (var blocker = pool.getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("select lock_log()");
            CompletableFuture<Void> appending =
                    CompletableFuture.runAsync(() -> node.append(diary, 0, begun(diary)));
            Awaitility.await()
                    .until(
                            () ->
                                    node.jdbc
                                                    .queryForList(
                                                            """
                                                    select pg_terminate_backend(pid)
                                                    from pg_stat_activity
                                                    where wait_event_type = 'Lock'
                                                      and datname = current_database()
                                                    """)
                                                    .size()
                                            == 1);
            blocker.rollback();
            appending.get();
        }

        assertThat(node.names(diary)).containsExactly("diary.begun");
    }

    @Test
    void what_another_node_appended_is_on_disk_once_it_is_read() throws Exception {
        node.jdbc.execute("create table other (nth int)");
        String diary = newDiary();
        node.append(diary, 0, begun(diary));
        try (Node other = new Node(pool);
                var unhurried = pool.getConnection()) {
            unhurried.createStatement().execute("set synchronous_commit = off");
            unhurried.createStatement().execute("insert into other values (1)");
            String written =
                    node.jdbc.queryForObject("select pg_current_wal_insert_lsn()", String.class);

            assertThat(other.names(diary)).containsExactly("diary.begun");

            assertThat(
                            node.jdbc.queryForObject(
                                    "select pg_current_wal_flush_lsn() >= ?::pg_lsn",
                                    Boolean.class,
                                    written))
                    .isTrue();
            unhurried.createStatement().execute("reset synchronous_commit");
        }
    }

    @Test
    void overload_is_refused_at_once_and_the_queue_recovers() throws Exception {
        try (var blocker = pool.getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("select lock_log()");
            List<CompletableFuture<Void>> waiting = new ArrayList<>();
            Awaitility.await()
                    .until(
                            () -> {
                                String diary = newDiary();
                                CompletableFuture<Void> it =
                                        CompletableFuture.runAsync(
                                                () -> node.append(diary, 0, begun(diary)),
                                                task -> new Thread(task).start());
                                waiting.add(it);
                                return waiting.stream()
                                        .anyMatch(CompletableFuture::isCompletedExceptionally);
                            });
            blocker.rollback();
            for (CompletableFuture<Void> it : waiting) {
                if (!it.isCompletedExceptionally()) {
                    it.get();
                } else {
                    assertThatThrownBy(it::get).hasCauseInstanceOf(OverloadedException.class);
                }
            }
            long appended = waiting.stream().filter(it -> !it.isCompletedExceptionally()).count();
            assertThat(node.log().head()).isEqualTo(appended);
        }
    }

    @Test
    void an_unreachable_database_is_an_error_and_then_recovers() {
        String diary = newDiary();
        dataSource.refuseConnections();
        assertThatThrownBy(() -> node.append(diary, 0, begun(diary)))
                .isInstanceOf(StoreUnavailableException.class);

        dataSource.heal();

        node.append(diary, 0, begun(diary));
        assertThat(node.names(diary)).hasSize(1);
    }
}
