package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.banshi.eventstore.Node.begun;
import static org.banshi.eventstore.Node.newDiary;
import static org.banshi.eventstore.Node.written;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private final HikariDataSource dataSource = TestDatabase.fresh();
    private final Node node = new Node(dataSource);

    @AfterEach
    void close() {
        node.close();
        dataSource.close();
    }

    @Test
    void the_same_request_again_appends_nothing_and_tells_the_first_outcome() {
        String first = newDiary();
        String second = newDiary();
        node.append(newDiary(), 0, begun(newDiary(), "other"));
        unit("key-1", "hash", () -> node.append(first, 0, begun(first, "t"), written(first, 1)));

        DuplicateRequestException repeated =
                catchThrowableOfType(
                        DuplicateRequestException.class,
                        () ->
                                unit(
                                        "key-1",
                                        "hash",
                                        () -> node.append(second, 0, begun(second, "t"))));

        assertThat(repeated.sameRequest()).isTrue();
        assertThat(repeated.stream()).isEqualTo(first);
        assertThat(repeated.position()).isEqualTo(3);
        assertThat(node.log().head()).isEqualTo(3);
        assertThat(node.assembly.receipts().find("key-1"))
                .contains(new Receipts.Receipt("hash", first, 3));
    }

    @Test
    void a_request_of_long_ago_is_forgotten_with_its_key() {
        String first = newDiary();
        unit("key-1", "hash", () -> node.append(first, 0, begun(first)));
        Instant begun = Instant.now().minusSeconds(600);

        assertThat(node.assembly.receipts().forget(begun)).isZero();
        assertThat(node.assembly.receipts().forget(begun.plusSeconds(1200))).isEqualTo(1);

        assertThat(node.assembly.receipts().find("key-1")).isEmpty();
        unit("key-1", "other", () -> node.append(first, 1, written(first, 1)));
        assertThat(node.log().head()).isEqualTo(2);
    }

    @Test
    void another_request_under_the_same_key_is_told_apart() {
        String first = newDiary();
        unit("key-1", "hash", () -> node.append(first, 0, begun(first)));

        DuplicateRequestException reused =
                catchThrowableOfType(
                        DuplicateRequestException.class,
                        () ->
                                unit(
                                        "key-1",
                                        "other",
                                        () -> node.append(first, 1, written(first, 1))));

        assertThat(reused.sameRequest()).isFalse();
        assertThat(node.log().head()).isEqualTo(1);
    }

    @Test
    void a_command_inside_lane_b_brings_its_key_along() {
        String diary = newDiary();
        UnitOfWork<Message<?>> root = DefaultUnitOfWork.startAndGet(null);
        LaneB.attach(root, node.transactions, node.store());
        unit("key-1", "hash", () -> node.append(diary, 0, begun(diary)));
        root.commit();

        assertThat(node.assembly.receipts().find("key-1"))
                .contains(new Receipts.Receipt("hash", diary, 1));
    }

    @Test
    void a_failed_command_leaves_its_key_unused() {
        String diary = newDiary();
        node.append(diary, 0, begun(diary));

        catchThrowableOfType(
                RuntimeException.class,
                () -> unit("key-1", "hash", () -> node.append(diary, 0, begun(diary))));
        assertThat(node.assembly.receipts().find("key-1")).isEmpty();

        unit("key-1", "hash", () -> node.append(diary, 1, written(diary, 1)));
        assertThat(node.log().head()).isEqualTo(2);
    }

    @Test
    void the_first_answer_is_kept_where_no_event_tells_it() {
        Receipts receipts = node.assembly.receipts();
        String diary = newDiary();
        unit("key-1", "hash", () -> node.append(diary, 0, begun(diary)));

        assertThat(receipts.keep("key-2", "hash", "paper", "{}")).isTrue();
        assertThat(receipts.keep("key-2", "other", "paper", "[]")).isFalse();
        assertThat(receipts.keep("key-1", "other", "paper", "[]")).isFalse();

        assertThat(receipts.find("key-2")).contains(new Receipts.Receipt("hash", "paper", 0, "{}"));
        assertThat(receipts.find("key-1")).contains(new Receipts.Receipt("hash", diary, 1));
    }

    private static void unit(String key, String hash, Runnable work) {
        Map<String, String> metadata =
                Map.of(DuplicateRequestException.KEY, key, DuplicateRequestException.HASH, hash);
        UnitOfWork<?> unit =
                DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command", metadata));
        work.run();
        unit.commit();
    }
}
