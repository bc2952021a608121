package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.banshi.eventstore.Node.begun;
import static org.banshi.eventstore.Node.newDiary;
import static org.banshi.eventstore.Node.written;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.support.TransactionTemplate;

class SubscriptionsTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final HikariDataSource dataSource = TestDatabase.fresh();
    private final FileKeyVault vault = Node.vault();
    private final List<Node> nodes = new ArrayList<>();
    private final Node node = node();

    private Node node() {
        Node node = new Node(dataSource, vault, EventStoreAssembly.Settings.DEFAULT);
        nodes.add(node);
        return node;
    }

    private Collected collect(Node where, int batchSize) {
        Collected collected = new Collected("collected", where.jdbc, batchSize);
        where.subscriptions().register(collected);
        return collected;
    }

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
        dataSource.close();
    }

    @Test
    void one_can_read_what_one_wrote() {
        Collected collected = collect(node, 100);
        node.subscriptions().start();
        String diary = newDiary();
        for (int i = 0; i < 50; i++) {
            node.append(diary, i, written(diary, i));
            long position = node.subscriptions().lastAppended();
            assertThat(node.subscriptions().await("collected", position, SOON)).isTrue();
            assertThat(collected.positions()).contains(position);
        }
        assertThat(node.subscriptions().of("collected")).isEqualTo(50);
        assertThat(node.subscriptions().head()).isEqualTo(50);
        node.subscriptions().clear();
        assertThat(node.subscriptions().lastAppended()).isZero();
    }

    @Test
    void awaiting_what_does_not_come_ends_in_time() {
        collect(node, 100);
        node.subscriptions().start();

        assertThat(node.subscriptions().await("collected", 1, Duration.ofMillis(50))).isFalse();
    }

    @Test
    void catches_up_in_batches_and_goes_on_from_its_token_after_a_restart() {
        String diary = newDiary();
        for (int i = 0; i < 25; i++) {
            node.append(diary, i, written(diary, i));
        }
        Node second = node();
        Collected first = collect(second, 10);
        second.subscriptions().start();
        assertThat(second.subscriptions().await("collected", 25, SOON)).isTrue();
        assertThat(first.batches).containsExactly(10, 10, 5);
        second.close();
        node.append(diary, 25, written(diary, 25));

        Node third = node();
        Collected again = collect(third, 10);
        third.subscriptions().start();

        assertThat(third.subscriptions().await("collected", 26, SOON)).isTrue();
        assertThat(again.batches).containsExactly(1);
        assertThat(again.positions()).hasSize(26);
    }

    @Test
    void two_nodes_never_both_take_an_event_and_one_takes_over_from_the_other() {
        Node other = node();
        Collected here = collect(node, 7);
        Collected there = collect(other, 7);
        node.subscriptions().start();
        other.subscriptions().start();
        String diary = newDiary();
        int count = 0;
        for (; count < 200; count++) {
            (count % 2 == 0 ? node : other).append(diary, count, written(diary, count));
        }
        Node follower = node.subscriptions().states().get(0).leading() ? other : node;
        assertThat(follower.subscriptions().await("collected", 200, SOON)).isTrue();
        assertThat(follower.subscriptions().states())
                .singleElement()
                .satisfies(it -> assertThat(it.leading()).isFalse())
                .satisfies(it -> assertThat(it.position()).isEqualTo(200));
        assertThat(here.readers()).hasSize(1);
        Node leader = follower == other ? node : other;
        leader.subscriptions().close();
        for (; count < 300; count++) {
            follower.append(diary, count, written(diary, count));
        }

        assertThat(follower.subscriptions().await("collected", 300, SOON)).isTrue();
        assertThat(follower.subscriptions().states())
                .singleElement()
                .satisfies(it -> assertThat(it.leading()).isTrue());
        assertThat(there.positions())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(there.readers()).hasSize(2);
    }

    @Test
    void nodes_share_the_leads_evenly_and_one_that_is_left_takes_them_all() {
        Node other = node();
        for (Node each : List.of(node, other)) {
            for (int i = 0; i < 4; i++) {
                each.subscriptions().register(new Collected("shared-" + i, "shared", each.jdbc, 7));
            }
        }
        node.subscriptions().start();
        await().atMost(SOON).until(() -> leads(node) == 4);

        other.subscriptions().start();
        await().atMost(SOON).until(() -> leads(node) == 2 && leads(other) == 2);

        node.subscriptions().close();
        await().atMost(SOON).until(() -> leads(other) == 4);
    }

    private static long leads(Node where) {
        return where.subscriptions().states().stream().filter(ReaderState::leading).count();
    }

    @Test
    void leads_lost_again_and_again_neither_lose_nor_repeat_an_event() {
        Node other = node();
        Collected here = collect(node, 3);
        collect(other, 3);
        node.subscriptions().start();
        other.subscriptions().start();
        String diary = newDiary();
        int count = 0;
        for (int kills = 0; kills < 5; kills++) {
            await().atMost(SOON).until(() -> killLeader() > 0);
            for (int i = 0; i < 40; i++, count++) {
                node.append(diary, count, written(diary, count));
            }
        }

        await().atMost(SOON).until(() -> here.positions().size() == 200);
    }

    /** The watching thread gives and takes leads whatever the reader is just doing. */
    @Test
    void a_lead_given_anew_at_any_moment_never_moves_the_token_backwards() throws Exception {
        int count = 300;
        String diary = newDiary();
        for (int i = 0; i < count; i += 100) {
            Event[] pages = new Event[100];
            for (int page = 0; page < pages.length; page++) {
                pages[page] = written(diary, i + page);
            }
            node.append(diary, i, pages);
        }
        Collected collected = new Collected("collected", node.jdbc, 2);
        Tokens tokens = new Tokens(dataSource);
        tokens.create(collected.name());
        LogTail tail = new LogTail();
        tail.advance(count);
        Reader reader =
                new Reader(
                        collected,
                        node.log(),
                        tail,
                        tokens,
                        new TransactionTemplate(node.transactions));
        Thread reading = new Thread(reader);
        reading.start();
        try {
            await().atMost(SOON)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .until(() -> reachedWhileLeadsAreGiven(reader, tokens, count));
        } finally {
            reader.end();
            reading.join();
        }

        assertThat(collected.batches.stream().mapToInt(it -> it).sum()).isEqualTo(count);
        assertThat(tokens.standings().get(collected.name()).parked()).isZero();
        assertThat(tokens.advance(collected.name(), count, count - 1, true)).isNegative();
        assertThat(tokens.position(collected.name())).hasValue(count);
    }

    private static boolean reachedWhileLeadsAreGiven(Reader reader, Tokens tokens, long count) {
        for (int i = 0; i < 5_000; i++) {
            reader.lead(true);
        }
        return tokens.position(reader.name()).orElse(0) == count;
    }

    /** Cuts the connection that holds the lead, without the node's noticing at once. */
    private int killLeader() {
        return node.jdbc
                .queryForList(
                        """
                        select pg_terminate_backend(pid) from pg_locks
                        where locktype = 'advisory' and granted
                        """)
                .size();
    }

    @Test
    void a_poison_event_parks_only_its_stream() {
        Collected collected = collect(node, 100);
        String good = newDiary();
        String bad = newDiary();
        collected.poison.add(bad);
        node.append(good, 0, begun(good));
        node.append(bad, 0, begun(bad));
        node.append(good, 1, written(good, 1));
        node.subscriptions().start();
        assertThat(node.subscriptions().await("collected", 3, SOON)).isTrue();
        node.append(bad, 1, written(bad, 1));
        node.append(good, 2, written(good, 2));
        assertThat(node.subscriptions().await("collected", 5, SOON)).isTrue();

        assertThat(collected.positions()).containsExactly(1L, 3L, 5L);
        List<ParkedEvent> parked = node.subscriptions().parked("collected");
        assertThat(parked).extracting(ParkedEvent::position).containsExactly(2L, 4L);
        assertThat(parked.get(0).event()).isEqualTo("diary.begun");
        assertThat(parked.get(0).stream()).isEqualTo(bad);
        assertThat(parked.get(0).failure())
                .contains("IllegalStateException", "Collected")
                .doesNotContain("personal words");
        assertThat(parked.get(1).failure()).isNull();
    }

    @Test
    void parked_events_are_taken_in_order_when_retried() {
        Collected collected = collect(node, 100);
        String bad = newDiary();
        collected.poison.add(bad);
        node.append(bad, 0, begun(bad), written(bad, 1));
        node.subscriptions().start();
        assertThat(node.subscriptions().await("collected", 2, SOON)).isTrue();

        assertThat(node.subscriptions().retry("collected", bad)).isFalse();
        assertThat(node.subscriptions().parked("collected").get(0).attempts()).isEqualTo(2);
        assertThat(collected.positions()).isEmpty();

        collected.poison.clear();
        assertThat(node.subscriptions().retry("collected", bad)).isTrue();
        assertThat(node.subscriptions().parked("collected")).isEmpty();
        node.append(bad, 2, written(bad, 2));
        assertThat(node.subscriptions().await("collected", 3, SOON)).isTrue();
        assertThat(collected.positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void any_number_of_parked_events_is_taken_in_batches_up_to_the_one_that_fails() {
        Collected collected = collect(node, 10);
        String bad = newDiary();
        collected.poison.add(bad);
        for (int i = 0; i < 35; i++) {
            node.append(bad, i, written(bad, i));
        }
        node.subscriptions().start();
        assertThat(node.subscriptions().await("collected", 35, SOON)).isTrue();
        collected.poison.clear();
        collected.poisonAt.add(23L);

        assertThat(node.subscriptions().retry("collected", bad)).isFalse();

        assertThat(collected.positions())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 22).boxed().toList());
        assertThat(node.subscriptions().parked("collected"))
                .hasSize(13)
                .first()
                .satisfies(it -> assertThat(it.position()).isEqualTo(23))
                .satisfies(it -> assertThat(it.failure()).contains("IllegalStateException"));
        collected.poisonAt.clear();
        assertThat(node.subscriptions().retry("collected", bad)).isTrue();
        assertThat(node.subscriptions().parked("collected")).isEmpty();
        assertThat(node.subscriptions().states().get(0).parked()).isZero();
        assertThat(collected.positions()).hasSize(35);
        assertThat(collected.batches).allMatch(it -> it <= 10);
    }

    /** Whoever looks after it sees a parked event, not a reader that stands still. */
    @Test
    void an_event_of_which_cannot_be_told_whether_it_concerns_is_parked() {
        String good = newDiary();
        String bad = newDiary();
        List<Long> taken = new CopyOnWriteArrayList<>();
        node.subscriptions()
                .register(
                        new Subscription() {
                            @Override
                            public String name() {
                                return "picky";
                            }

                            @Override
                            public boolean concerns(Recorded recorded) {
                                if (recorded.stream().equals(bad)) {
                                    throw new ArithmeticException();
                                }
                                return true;
                            }

                            @Override
                            public void handle(List<Recorded> batch) {
                                batch.forEach(it -> taken.add(it.position()));
                            }
                        });
        node.append(good, 0, begun(good));
        node.append(bad, 0, begun(bad));
        node.append(good, 1, written(good, 1));
        node.subscriptions().start();

        assertThat(node.subscriptions().await("picky", 3, SOON)).isTrue();
        assertThat(taken).contains(1L, 3L).doesNotContain(2L);
        assertThat(node.subscriptions().parked("picky"))
                .singleElement()
                .satisfies(it -> assertThat(it.position()).isEqualTo(2))
                .satisfies(it -> assertThat(it.failure()).contains("ArithmeticException"));
    }

    @Test
    void a_discarded_event_is_given_up_and_the_rest_of_its_stream_waits_for_a_retry() {
        Collected collected = collect(node, 100);
        String bad = newDiary();
        collected.poison.add(bad);
        node.append(bad, 0, begun(bad), written(bad, 1));
        node.subscriptions().start();
        assertThat(node.subscriptions().await("collected", 2, SOON)).isTrue();
        collected.poison.clear();

        assertThat(node.subscriptions().discard("collected", 1, "written twice", "op")).isTrue();
        assertThat(node.subscriptions().discard("collected", 1, "written twice", "op")).isFalse();

        assertThat(node.subscriptions().discarded(10))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.position()).isEqualTo(1);
                            assertThat(it.reason()).isEqualTo("written twice");
                            assertThat(it.by()).isEqualTo("op");
                            assertThat(it.failure()).contains("IllegalStateException");
                        });
        assertThat(node.subscriptions().parked("collected")).hasSize(1);
        assertThat(node.subscriptions().retry("collected", bad)).isTrue();
        assertThat(collected.positions()).containsExactly(2L);
    }

    @Test
    void an_event_of_an_unknown_type_stops_the_reader_loudly_after_what_came_before() {
        String diary = newDiary();
        node.append(diary, 0, begun(diary));
        node.store()
                .publish(
                        Node.message(
                                "i",
                                0,
                                new EngineEvent.IncidentResolved(
                                        "1",
                                        "i",
                                        new org.banshi.command.contract.application.ApplicationId(
                                                newDiary()))));
        node.append(diary, 1, written(diary, 1));
        Node older =
                new Node(
                        dataSource,
                        vault,
                        EventStoreAssembly.Settings.DEFAULT,
                        List.of(DiaryEvent.class));
        nodes.add(older);
        Collected collected = collect(older, 100);
        older.subscriptions().start();

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(older.subscriptions().states().get(0).stopped())
                                        .contains("engine.incident-resolved"));

        assertThat(collected.positions()).containsExactly(1L);
        Collected newer = collect(node, 100);
        node.subscriptions().start();
        assertThat(node.subscriptions().await("collected", 3, SOON)).isTrue();
        assertThat(newer.positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_subscription_starts_over_when_reset() {
        Collected collected = collect(node, 100);
        String diary = newDiary();
        node.append(diary, 0, begun(diary), written(diary, 1));
        node.subscriptions().start();
        assertThat(node.subscriptions().await("collected", 2, SOON)).isTrue();

        node.subscriptions()
                .reset(
                        "collected",
                        () -> node.jdbc.update("update collected set position = -position"));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(collected.positions()).containsExactly(-2L, -1L, 1L, 2L));
    }

    @Test
    @Timeout(30)
    void a_rebuild_up_to_where_no_event_is_ends_and_lets_the_live_one_go_on() {
        String diary = newDiary();
        node.append(diary, 0, begun(diary));
        Collected shadow = new Collected("collected-rebuild", "shadow", node.jdbc, 7);
        node.jdbc.update("insert into subscription_token (name, position) values ('live', 5)");
        Rebuild rebuild = node.subscriptions().rebuild(shadow);
        rebuild.replay(() -> false);

        assertThatIllegalStateException()
                .isThrownBy(() -> rebuild.swap("live", () -> {}))
                .withMessage("the log has a gap after 1");

        assertThat(node.subscriptions().tokenOf("live")).hasValue(5);
    }

    @Test
    void rebuilds_a_shadow_beside_the_live_one_and_swaps() {
        Collected collected = collect(node, 100);
        node.subscriptions().start();
        String diary = newDiary();
        for (int i = 0; i < 30; i++) {
            node.append(diary, i, written(diary, i));
        }
        assertThat(node.subscriptions().await("collected", 30, SOON)).isTrue();
        Collected shadow = new Collected("collected-rebuild", "shadow", node.jdbc, 7);
        Rebuild rebuild = node.subscriptions().rebuild(shadow);
        int[] asked = {0};
        assertThat(rebuild.replay(() -> asked[0]++ == 2)).isEqualTo(14);
        assertThat(rebuild.replay(() -> false)).isEqualTo(30);
        for (int i = 30; i < 40; i++) {
            node.append(diary, i, written(diary, i));
        }
        assertThat(node.subscriptions().await("collected", 40, SOON)).isTrue();

        rebuild.swap(
                "collected",
                () ->
                        node.jdbc.execute(
                                """
                                alter table collected rename to old;
                                alter table shadow rename to collected
                                """));

        node.append(diary, 40, written(diary, 40));
        assertThat(node.subscriptions().await("collected", 41, SOON)).isTrue();
        assertThat(collected.positions()).hasSize(41);
        assertThat(collected.positionsIn("old")).hasSize(40);
    }
}
