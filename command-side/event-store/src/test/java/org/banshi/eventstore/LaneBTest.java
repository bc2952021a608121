package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.banshi.eventstore.Node.begun;
import static org.banshi.eventstore.Node.closed;
import static org.banshi.eventstore.Node.newDiary;
import static org.banshi.eventstore.Node.written;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.StampMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class LaneBTest {

    private final HikariDataSource dataSource = TestDatabase.fresh();
    private final Node node = new Node(dataSource);

    @BeforeEach
    void tableOfTheEngine() {
        node.jdbc.execute("create table work (what text primary key)");
    }

    @AfterEach
    void close() {
        node.close();
        dataSource.close();
    }

    @Test
    void commits_rows_and_events_together_and_the_events_last() {
        String diary = newDiary();
        List<String> seen = new ArrayList<>();
        UnitOfWork<?> root = root();
        node.jdbc.update("insert into work values ('flushed')");
        node.append(diary, 0, begun(diary), written(diary, 1));
        root.onCommit(unit -> seen.add("head in commit " + node.log().head()));
        root.afterCommit(unit -> seen.add("head after commit " + node.log().head()));
        root.onPrepareCommit(unit -> seen.add("head in prepare " + node.log().head()));

        root.commit();

        assertThat(seen)
                .containsExactly("head in prepare 0", "head in commit 0", "head after commit 2");
        assertThat(node.names(diary)).containsExactly("diary.begun", "diary.written");
        assertThat(rows()).isEqualTo(1);
        assertThat(node.subscriptions().lastAppended()).isEqualTo(2);
    }

    /** What a failing server forgot of a sequence: that it was asked. */
    @Test
    void a_number_that_was_given_out_twice_fails_one_transaction_only() {
        String first = newDiary();
        node.append(first, 0, begun(first));
        for (int i = 0; i < 5; i++) {
            String next = newDiary();
            node.append(next, 0, begun(next));
        }
        node.jdbc.queryForList(
                "select setval('event_stream_id', id, false) from event_stream where name = ?",
                first);
        try (Node other = new Node(dataSource)) {
            TransactionTemplate transaction = new TransactionTemplate(other.transactions);
            String diary = newDiary();
            assertThatThrownBy(
                            () ->
                                    transaction.executeWithoutResult(
                                            status -> other.append(diary, 0, begun(diary))))
                    .isInstanceOf(StoreUnavailableException.class);

            for (int i = 0; i < 3; i++) {
                String next = newDiary();
                transaction.executeWithoutResult(status -> other.append(next, 0, begun(next)));
            }
        }

        assertThat(node.log().head()).isEqualTo(9);
    }

    @Test
    void a_rollback_leaves_nothing() {
        String diary = newDiary();
        UnitOfWork<?> root = root();
        node.jdbc.update("insert into work values ('flushed')");
        node.append(diary, 0, begun(diary));

        root.rollback(new IllegalStateException("the worst moment"));

        assertThat(rows()).isZero();
        assertThat(node.log().head()).isZero();
        assertThat(node.subscriptions().lastAppended()).isZero();
        node.append(diary, 0, begun(diary));
        assertThat(node.log().head()).isEqualTo(1);
    }

    @Test
    void a_version_conflict_rolls_everything_back() {
        String diary = newDiary();
        node.append(diary, 0, begun(diary));
        UnitOfWork<?> root = root();
        node.jdbc.update("insert into work values ('flushed')");
        node.append(diary, 0, begun(diary));

        assertThatThrownBy(root::commit).isInstanceOf(ConcurrencyException.class);

        assertThat(rows()).isZero();
        assertThat(node.log().head()).isEqualTo(1);
        assertThat(root.isRolledBack()).isTrue();
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();
    }

    @Test
    void a_claim_conflict_rolls_everything_back() {
        String holder = newDiary();
        String other = newDiary();
        node.append(holder, 0, begun(holder, "t"));
        UnitOfWork<?> root = root();
        node.jdbc.update("insert into work values ('flushed')");
        node.append(other, 0, begun(other, "t"));

        assertThatThrownBy(root::commit).isInstanceOf(ClaimConflictException.class);

        assertThat(rows()).isZero();
        assertThat(node.log().head()).isEqualTo(1);
    }

    @Test
    void hands_over_a_claim_that_went_with_every_other_in_the_same_transaction() {
        String holder = newDiary();
        String heir = newDiary();
        node.append(holder, 0, begun(holder, "t"));
        UnitOfWork<?> root = root();
        node.append(holder, 1, closed(holder, Claim.EVERY));
        node.append(heir, 0, begun(heir, "t"));

        root.commit();

        assertThatThrownBy(() -> node.append(holder, 2, begun(holder, "t")))
                .isInstanceOf(ClaimConflictException.class);
    }

    @Test
    void gathers_the_events_of_nested_units_of_work() {
        String diary = newDiary();
        UnitOfWork<?> root = root();
        nested(() -> node.append(diary, 0, begun(diary)));
        nested(() -> node.append(diary, 1, written(diary, 1)));
        assertThat(node.store().readEvents(diary).asStream()).hasSize(2);

        root.commit();

        assertThat(node.names(diary)).containsExactly("diary.begun", "diary.written");
    }

    @Test
    void forgets_the_events_of_a_nested_unit_of_work_that_rolled_back() {
        String diary = newDiary();
        UnitOfWork<?> root = root();
        nested(() -> node.append(diary, 0, begun(diary)));
        UnitOfWork<?> refused = DefaultUnitOfWork.startAndGet(command());
        node.append(diary, 1, written(diary, 1));
        refused.rollback();

        root.commit();

        assertThat(node.names(diary)).containsExactly("diary.begun");
    }

    @Test
    void joins_a_transaction_that_is_already_there() {
        String first = newDiary();
        String second = newDiary();
        TransactionTemplate outer = new TransactionTemplate(node.transactions);

        outer.executeWithoutResult(
                status -> {
                    UnitOfWork<?> one = root();
                    node.append(first, 0, begun(first));
                    one.commit();
                    assertThat(node.log().head()).isZero();
                    assertThat(node.store().readEvents(first).asStream()).hasSize(1);
                    UnitOfWork<?> two = root();
                    node.append(second, 0, begun(second));
                    two.commit();
                    assertThat(node.log().head()).isZero();
                });

        assertThat(node.log().head()).isEqualTo(2);
    }

    @Test
    void a_failing_outer_transaction_takes_the_events_with_it() {
        String diary = newDiary();
        TransactionTemplate outer = new TransactionTemplate(node.transactions);

        assertThatThrownBy(
                        () ->
                                outer.executeWithoutResult(
                                        status -> {
                                            UnitOfWork<?> root = root();
                                            node.append(diary, 0, begun(diary));
                                            root.commit();
                                            throw new IllegalStateException("later");
                                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(node.log().head()).isZero();
    }

    @Test
    void an_independent_inner_transaction_keeps_its_events_to_itself() {
        String outer = newDiary();
        String inner = newDiary();
        TransactionTemplate required = new TransactionTemplate(node.transactions);
        TransactionTemplate independent = new TransactionTemplate(node.transactions);
        independent.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);

        required.executeWithoutResult(
                status -> {
                    node.append(outer, 0, begun(outer));
                    independent.executeWithoutResult(it -> node.append(inner, 0, begun(inner)));
                    status.setRollbackOnly();
                });

        assertThat(node.names(inner)).containsExactly("diary.begun");
        assertThat(node.names(outer)).isEmpty();
    }

    @Test
    void the_engines_history_gets_the_next_sequence_of_its_process_instance() {
        EngineEvent.Step step =
                new EngineEvent.Step(
                        "instance-1", new ApplicationId(newDiary()), "some-process:1", List.of());
        for (int i = 0; i < 2; i++) {
            UnitOfWork<?> root = root();
            node.store().publish(plain(step), plain(step));
            root.commit();
        }

        assertThat(node.log().readStream("instance-1"))
                .extracting(Recorded::sequence)
                .containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void keeps_one_order_with_lane_a_without_deadlock() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            boolean laneB = i % 2 == 0;
            running.add(
                    pool.submit(
                            () -> {
                                for (int j = 0; j < 25; j++) {
                                    String diary = newDiary();
                                    UnitOfWork<?> root = laneB ? root() : null;
                                    if (laneB) {
                                        node.jdbc.update("insert into work values (?)", diary);
                                    }
                                    node.append(diary, 0, begun(diary), written(diary, 1));
                                    if (root != null) {
                                        root.commit();
                                    }
                                }
                            }));
        }
        for (Future<?> it : running) {
            it.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();

        List<Recorded> events = node.log().read(0, 10_000);
        assertThat(events)
                .extracting(Recorded::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 800).boxed().toList());
        for (int i = 0; i < events.size(); i += 2) {
            assertThat(events.get(i + 1).stream()).isEqualTo(events.get(i).stream());
        }
    }

    @Test
    void refuses_a_nested_unit_of_work_as_owner_of_a_transaction() {
        UnitOfWork<?> root = DefaultUnitOfWork.startAndGet(command());
        UnitOfWork<?> child = DefaultUnitOfWork.startAndGet(command());

        assertThatThrownBy(() -> LaneB.attach(child, node.transactions, node.store()))
                .isInstanceOf(IllegalStateException.class);

        child.rollback();
        root.rollback();
    }

    @Test
    void appends_only_when_it_commits() {
        String diary = newDiary();
        List<Long> heads = new ArrayList<>();
        TransactionTemplate transaction = new TransactionTemplate(node.transactions);

        transaction.executeWithoutResult(
                status -> {
                    node.append(diary, 0, begun(diary));
                    TransactionSynchronizationManager.registerSynchronization(
                            new TransactionSynchronization() {
                                @Override
                                public void beforeCompletion() {
                                    heads.add(node.log().head());
                                }

                                @Override
                                public void afterCommit() {
                                    heads.add(node.log().head());
                                }
                            });
                });

        assertThat(heads).containsExactly(0L, 1L);
    }

    @Test
    void refuses_to_publish_where_nobody_would_append() {
        String diary = newDiary();
        TransactionTemplate foreign =
                new TransactionTemplate(new JdbcTransactionManager(dataSource));

        assertThatThrownBy(
                        () ->
                                foreign.executeWithoutResult(
                                        status -> {
                                            node.jdbc.update("insert into work values ('lost')");
                                            node.append(diary, 0, begun(diary));
                                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(rows()).isZero();
        assertThat(node.log().head()).isZero();
    }

    @Test
    void refuses_what_is_published_when_all_is_ready_for_commit() {
        String diary = newDiary();
        TransactionTemplate transaction = new TransactionTemplate(node.transactions);
        TransactionSynchronization late =
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        node.append(diary, 0, begun(diary));
                    }
                };

        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            node.jdbc.update("insert into work values ('lost')");
                                            TransactionSynchronizationManager
                                                    .registerSynchronization(late);
                                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(rows()).isZero();
        assertThat(node.log().head()).isZero();
    }

    @Test
    void an_internal_error_of_the_server_in_the_commit_leaves_nothing_and_harms_nobody_else() {
        String diary = newDiary();
        node.jdbc.execute(
                """
                create function broken() returns trigger language plpgsql as
                $$ begin raise exception using errcode = 'XX000', message = 'broken'; end $$;
                create constraint trigger broken after insert on work
                deferrable initially deferred for each row execute function broken();
                """);
        UnitOfWork<?> root = root();
        node.jdbc.update("insert into work values ('lost')");
        node.append(diary, 0, begun(diary));

        assertThatThrownBy(root::commit).isInstanceOf(RuntimeException.class);

        for (int i = 0; i < 20; i++) {
            assertThat(rows()).isZero();
        }
        node.append(diary, 0, begun(diary));
        assertThat(node.log().head()).isEqualTo(1);
    }

    private UnitOfWork<?> root() {
        UnitOfWork<Message<?>> root = DefaultUnitOfWork.startAndGet(null);
        LaneB.attach(root, node.transactions, node.store());
        return root;
    }

    private static void nested(Runnable work) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(command());
        work.run();
        unit.commit();
    }

    private static GenericCommandMessage<?> command() {
        return new GenericCommandMessage<>("command");
    }

    private static GenericEventMessage<?> plain(EngineEvent event) {
        return new GenericEventMessage<>(event, StampMetadata.of(Node.STAMP));
    }

    private int rows() {
        Integer rows = node.jdbc.queryForObject("select count(*) from work", Integer.class);
        return rows == null ? -1 : rows;
    }
}
