package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.banshi.eventstore.Node.begun;
import static org.banshi.eventstore.Node.closed;
import static org.banshi.eventstore.Node.newDiary;
import static org.banshi.eventstore.Node.written;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.message.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneATest {

    private final HikariDataSource dataSource = TestDatabase.fresh();
    private final Node node = new Node(dataSource);

    @AfterEach
    void close() {
        node.close();
        dataSource.close();
    }

    @Test
    void the_server_flushes_what_it_commits() {
        assertThat(node.jdbc.queryForObject("show fsync", String.class)).isEqualTo("on");
        assertThat(node.jdbc.queryForObject("show synchronous_commit", String.class))
                .isEqualTo("on");
    }

    @Test
    void reads_back_what_was_appended() {
        String diary = newDiary();
        node.append(diary, 0, begun(diary), written(diary, 1));

        List<Recorded> events = node.log().readStream(diary);

        assertThat(events)
                .extracting(Recorded::event)
                .containsExactly(begun(diary), written(diary, 1));
        Recorded second = events.get(1);
        assertThat(second.position()).isEqualTo(2);
        assertThat(second.sequence()).isEqualTo(1);
        assertThat(second.streamType()).isEqualTo("diary");
        assertThat(second.name()).isEqualTo("diary.written");
        assertThat(second.stamp()).isEqualTo(Node.STAMP);
        assertThat(node.subscriptions().lastAppended()).isEqualTo(2);
    }

    @Test
    void heads_of_long_ago_are_cleared_away() {
        String diary = newDiary();
        node.append(diary, 0, begun(diary));
        int pages = 100;
        for (int sequence = 1; sequence <= 6_000; sequence += pages) {
            node.append(
                    diary,
                    sequence,
                    IntStream.range(sequence, sequence + pages)
                            .mapToObj(page -> written(diary, page))
                            .toArray(Event[]::new));
        }

        assertThat(node.log().head()).isEqualTo(6_001);
        assertThat(node.jdbc.queryForList("select position from event_heads", Long.class))
                .contains(6_001L)
                .allMatch(position -> position > 6_001 - 2 * 1_024 - pages);
    }

    @Test
    void positions_have_no_gaps_when_many_append_at_once() throws Exception {
        int callers = 16;
        int diaries = 40;
        run(
                callers,
                caller -> {
                    for (int i = 0; i < diaries; i++) {
                        String diary = newDiary();
                        node.append(diary, 0, begun(diary), written(diary, 1));
                        catchThrowable(() -> node.append(diary, 1, written(diary, 9)));
                        node.append(diary, 2, written(diary, 2));
                    }
                });

        List<Recorded> events = node.log().read(0, 10_000);

        assertThat(events).hasSize(callers * diaries * 3);
        assertThat(events)
                .extracting(Recorded::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events).extracting(Recorded::recordedAt).isSorted();
    }

    /** What a failing server forgot of a sequence: that it was asked. */
    @Test
    void a_number_that_was_given_out_twice_fails_nobody() throws Exception {
        String first = newDiary();
        node.append(first, 0, begun(first));
        node.jdbc.queryForList(
                "select setval('event_stream_id', id, false) from event_stream where name = ?",
                first);
        try (Node other = new Node(dataSource)) {
            run(
                    8,
                    caller -> {
                        String diary = newDiary();
                        other.append(diary, 0, begun(diary));
                    });
        }

        assertThat(node.log().head()).isEqualTo(9);
    }

    @Test
    void a_version_conflict_fails_only_its_own_command() throws Exception {
        String contested = newDiary();
        node.append(contested, 0, begun(contested));
        List<Throwable> failures = new ArrayList<>();

        run(
                16,
                caller -> {
                    if (caller < 8) {
                        Throwable failure =
                                catchThrowable(
                                        () -> node.append(contested, 1, written(contested, 1)));
                        synchronized (failures) {
                            failures.add(failure);
                        }
                    } else {
                        String own = newDiary();
                        node.append(own, 0, begun(own));
                    }
                });

        assertThat(failures).filteredOn(failure -> failure == null).hasSize(1);
        assertThat(failures)
                .filteredOn(failure -> failure != null)
                .hasSize(7)
                .allSatisfy(it -> assertThat(it).isInstanceOf(ConcurrencyException.class));
        assertThat(node.log().head()).isEqualTo(10);
    }

    @Test
    void a_claim_conflict_fails_only_its_own_command_and_names_the_holder() throws Exception {
        List<String> winners = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();

        run(
                16,
                caller -> {
                    String diary = newDiary();
                    Throwable failure =
                            catchThrowable(
                                    () -> node.append(diary, 0, begun(diary, "the only title")));
                    synchronized (failures) {
                        if (failure == null) {
                            winners.add(diary);
                        } else {
                            failures.add(failure);
                        }
                    }
                });

        assertThat(winners).hasSize(1);
        assertThat(failures)
                .hasSize(15)
                .allSatisfy(
                        it -> {
                            assertThat(it).isInstanceOf(ClaimConflictException.class);
                            ClaimConflictException conflict = (ClaimConflictException) it;
                            assertThat(conflict.kind()).isEqualTo("title");
                            assertThat(conflict.holder()).isEqualTo(winners.get(0));
                        });
        assertThat(node.log().head()).isEqualTo(1);
    }

    @Test
    void a_released_claim_can_be_taken_by_another_stream() {
        String first = newDiary();
        String second = newDiary();
        node.append(first, 0, begun(first, "t"));
        node.append(first, 1, closed(first, "t"));

        node.append(second, 0, begun(second, "t"));

        assertThatThrownBy(() -> node.append(first, 2, begun(first, "t")))
                .isInstanceOf(ClaimConflictException.class);
    }

    @Test
    void a_stream_may_take_its_own_claim_again() {
        String diary = newDiary();
        node.append(diary, 0, begun(diary, "t"));
        node.append(diary, 1, begun(diary, "t"));
        node.append(diary, 2, closed(diary, "t"), begun(diary, "t"), closed(diary, "t"));

        String other = newDiary();
        node.append(other, 0, begun(other, "t"));

        assertThat(node.log().head()).isEqualTo(6);
    }

    @Test
    void a_stream_may_release_every_claim_of_a_kind_that_it_holds_and_no_other() {
        String first = newDiary();
        String second = newDiary();
        String third = newDiary();
        node.append(first, 0, begun(first, "a"), begun(first, "b"));
        node.append(second, 0, begun(second, "c"));

        node.append(first, 2, closed(first, Claim.EVERY));

        node.append(third, 0, begun(third, "a"), begun(third, "b"));
        assertThatThrownBy(() -> node.append(third, 2, begun(third, "c")))
                .isInstanceOf(ClaimConflictException.class);
    }

    @Test
    void a_claim_taken_in_the_same_command_goes_with_the_release_of_every_claim() {
        String first = newDiary();
        String second = newDiary();
        node.append(first, 0, begun(first, "a"), closed(first, Claim.EVERY), begun(first, "b"));

        node.append(second, 0, begun(second, "a"));

        assertThatThrownBy(() -> node.append(second, 1, begun(second, "b")))
                .isInstanceOf(ClaimConflictException.class);
    }

    @Test
    void nobody_can_take_every_claim() {
        String diary = newDiary();

        assertThatThrownBy(() -> node.append(diary, 0, begun(diary, Claim.EVERY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void releasing_what_another_stream_holds_changes_nothing() {
        String holder = newDiary();
        String other = newDiary();
        node.append(holder, 0, begun(holder, "t"));
        node.append(other, 0, closed(other, "t"));

        assertThatThrownBy(() -> node.append(other, 1, begun(other, "t")))
                .isInstanceOf(ClaimConflictException.class);
    }

    @Test
    void refuses_an_event_without_a_stamp() {
        assertThatThrownBy(
                        () ->
                                node.store()
                                        .publish(
                                                Node.message("d", 0, begun("d"))
                                                        .withMetaData(java.util.Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(node.log().head()).isZero();
    }

    @Test
    void refuses_an_aggregate_without_an_identifier() {
        assertThatThrownBy(() -> node.append("", 0, begun("d")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(node.log().head()).isZero();
    }

    @Test
    void a_command_that_the_database_refuses_fails_alone() throws Exception {
        List<Throwable> failures = new ArrayList<>();
        run(
                16,
                caller -> {
                    String diary = newDiary();
                    Event event = caller == 0 ? begun(diary, "not\0text") : begun(diary);
                    Throwable failure = catchThrowable(() -> node.append(diary, 0, event));
                    synchronized (failures) {
                        failures.add(failure);
                    }
                });

        assertThat(failures)
                .filteredOn(failure -> failure != null)
                .singleElement()
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(node.log().head()).isEqualTo(15);
    }

    @Test
    void reads_pages_of_the_log_and_of_a_stream_by_keyset() {
        String diary = newDiary();
        node.append(diary, 0, begun(diary), written(diary, 1), written(diary, 2));

        assertThat(node.log().read(1, 1)).extracting(Recorded::position).containsExactly(2L);
        assertThat(node.log().read(3, 10)).isEmpty();
        assertThat(node.log().readStream(diary, 1, 1))
                .extracting(Recorded::sequence)
                .containsExactly(1L);
        assertThat(node.log().readStream("unknown")).isEmpty();
        assertThat(node.log().find(2)).map(Recorded::sequence).contains(1L);
        assertThat(node.log().lastSequence(diary)).contains(2L);
    }

    @Test
    void finds_the_position_of_an_instant() {
        String diary = newDiary();
        node.append(diary, 0, begun(diary));
        node.append(diary, 1, written(diary, 1));
        List<Recorded> events = node.log().read(0, 2);

        assertThat(node.log().positionAt(events.get(0).recordedAt())).isEqualTo(1);
        assertThat(node.log().positionAt(events.get(0).recordedAt().plusNanos(1_000))).isEqualTo(2);
        assertThat(node.log().positionAt(events.get(1).recordedAt().plusSeconds(1))).isEqualTo(3);
    }

    private interface Work {
        void run(int caller) throws Exception;
    }

    private static void run(int callers, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        CountDownLatch together = new CountDownLatch(callers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                running.add(
                        pool.submit(
                                () -> {
                                    together.countDown();
                                    together.await();
                                    work.run(caller);
                                    return null;
                                }));
            }
            for (Future<?> it : running) {
                it.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
