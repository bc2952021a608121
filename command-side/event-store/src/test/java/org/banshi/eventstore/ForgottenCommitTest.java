package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.banshi.eventstore.Node.begun;
import static org.banshi.eventstore.Node.newDiary;
import static org.banshi.eventstore.Node.written;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A server that fails forgets what was committed and is not on its disk; once it is back, it
 * flushes as if nothing had been. Whoever was slow meanwhile must not take that flush for his own.
 */
class ForgottenCommitTest {

    private final HikariDataSource pool = TestDatabase.fresh();
    private final Node node = new Node(pool);

    @AfterEach
    void close() {
        node.close();
        pool.close();
    }

    @Test
    void what_was_read_before_a_failure_is_read_again() {
        LogTail tail = new LogTail();
        try (WalFlush disk = new WalFlush(pool, Duration.ofSeconds(5))) {
            assertThat(disk.await()).isTrue();
            DiskBarrier barrier = new DiskBarrier(disk, tail);
            Queue<Long> answers = new ArrayDeque<>(List.of(5L, 0L));

            long found =
                    barrier.read(
                            () -> {
                                long answer = answers.remove();
                                if (answer > 0) {
                                    comeBack(disk);
                                }
                                return answer;
                            },
                            it -> it);

            assertThat(found).isZero();
            assertThat(tail.known()).isZero();
        }
    }

    @Test
    void a_flush_counts_for_whoever_began_on_its_own_connection() {
        try (WalFlush disk = new WalFlush(pool, Duration.ofSeconds(5))) {
            assertThat(disk.await()).isTrue();
            long before = disk.session();

            assertThat(disk.await(before)).isTrue();
            comeBack(disk);

            assertThat(disk.await(before)).isFalse();
            assertThat(disk.await(disk.session())).isTrue();
        }
    }

    @Test
    void a_transaction_that_a_failing_server_forgot_is_not_acknowledged() {
        flushOnce();
        String forgotten = newDiary();
        TransactionTemplate transaction = new TransactionTemplate(node.transactions);

        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            afterCommit(() -> forget(forgotten));
                                            node.append(forgotten, 0, begun(forgotten));
                                        }))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(node.names(forgotten)).isEmpty();
        assertThat(node.subscriptions().lastAppended()).isEqualTo(1);
    }

    @Test
    void a_transaction_that_survived_a_failure_is_acknowledged() {
        flushOnce();
        String kept = newDiary();

        new TransactionTemplate(node.transactions)
                .executeWithoutResult(
                        status -> {
                            afterCommit(this::fail);
                            node.append(kept, 0, begun(kept));
                        });

        assertThat(node.names(kept)).containsExactly("diary.begun");
        assertThat(node.subscriptions().lastAppended()).isEqualTo(2);
    }

    @Test
    void what_a_transaction_is_refused_by_is_on_disk() throws Exception {
        node.jdbc.execute("create table other (nth int)");
        String diary = newDiary();
        node.append(diary, 0, begun(diary));
        try (var unhurried = pool.getConnection()) {
            unhurried.createStatement().execute("set synchronous_commit = off");
            unhurried.createStatement().execute("insert into other values (1)");
            String committed =
                    node.jdbc.queryForObject("select pg_current_wal_insert_lsn()", String.class);
            TransactionTemplate transaction = new TransactionTemplate(node.transactions);

            assertThatThrownBy(
                            () ->
                                    transaction.executeWithoutResult(
                                            status -> node.append(diary, 0, begun(diary))))
                    .isInstanceOf(ConcurrencyException.class);

            assertThat(
                            node.jdbc.queryForObject(
                                    "select pg_current_wal_flush_lsn() >= ?::pg_lsn",
                                    Boolean.class,
                                    committed))
                    .isTrue();
            unhurried.createStatement().execute("reset synchronous_commit");
        }
    }

    /** Whoever remembers to have come so far would pass by what takes the forgotten's place. */
    @Test
    void a_head_to_be_remembered_is_on_disk() throws Exception {
        String diary = newDiary();
        node.append(diary, 0, begun(diary));
        try (var unhurried = pool.getConnection()) {
            unhurried.createStatement().execute("set synchronous_commit = off");
            unhurried
                    .createStatement()
                    .execute(
                            """
                            insert into event_heads
                            select position + 1, recorded_at, frontier, chain from event_head
                            """);
            String committed =
                    node.jdbc.queryForObject("select pg_current_wal_insert_lsn()", String.class);

            assertThat(node.log().headOnDisk()).isEqualTo(2);

            assertThat(
                            node.jdbc.queryForObject(
                                    "select pg_current_wal_flush_lsn() >= ?::pg_lsn",
                                    Boolean.class,
                                    committed))
                    .isTrue();
            unhurried.createStatement().execute("reset synchronous_commit");
        }
    }

    /** So that there is a connection to be lost. */
    private void flushOnce() {
        String diary = newDiary();
        new TransactionTemplate(node.transactions)
                .executeWithoutResult(status -> node.append(diary, 0, begun(diary)));
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        // Not part of the transaction that is being ended.
                        CompletableFuture.runAsync(work).join();
                    }
                });
    }

    /** As a failing server does with what it has not flushed. */
    private void forget(String diary) {
        node.jdbc.update(
                "delete from event_log where stream = (select id from event_stream where name = ?)",
                diary);
        fail();
    }

    /** The node's flushes go by another connection from now on, as after a failure. */
    private void fail() {
        endFlushes();
        String other = newDiary();
        try (Node elsewhere = new Node(pool)) {
            elsewhere.append(other, 0, begun(other), written(other, 1));
        }
        assertThat(node.names(other)).hasSize(2);
    }

    private void comeBack(WalFlush disk) {
        endFlushes();
        while (!disk.await()) {
            Thread.onSpinWait();
        }
    }

    private void endFlushes() {
        node.jdbc.queryForList(
                """
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                where query = 'select flush_log()' and datname = current_database()
                """);
    }
}
