package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.banshi.eventstore.Node.begun;
import static org.banshi.eventstore.Node.newDiary;
import static org.banshi.eventstore.Node.written;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.banshi.eventstore.codec.Interest;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A reader that looks at beginnings only, in a log that is full of other events. */
class PassedByTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int MANY = 200;

    private final HikariDataSource dataSource = TestDatabase.fresh();
    private final FileKeyVault vault = Node.vault();
    private final List<Node> nodes = new ArrayList<>();
    private final Node node = node();

    private Node node() {
        Node node = new Node(dataSource, vault, EventStoreAssembly.Settings.DEFAULT);
        nodes.add(node);
        return node;
    }

    private Collected beginnings(Node where) {
        Collected collected =
                new Collected(
                        "beginnings",
                        "beginnings",
                        where.jdbc,
                        10,
                        Interest.in(Set.of(DiaryEvent.Begun.class)));
        where.subscriptions().register(collected);
        return collected;
    }

    private long storedToken() {
        return node.subscriptions().tokenOf("beginnings").orElseThrow();
    }

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
        new JdbcTemplate(dataSource).execute("drop function if exists note_move cascade");
        dataSource.close();
    }

    @Test
    void costs_no_transaction_each_and_the_stored_token_follows() {
        Collected collected = beginnings(node);
        node.jdbc.execute("create table if not exists moves (position bigint)");
        node.jdbc.execute(
                """
                create function note_move() returns trigger language plpgsql as $$
                begin insert into moves values (new.position); return new; end $$
                """);
        node.jdbc.execute(
                """
                create trigger note_move after update on subscription_token
                for each row execute function note_move()
                """);
        node.subscriptions().start();
        String diary = newDiary();
        long start = System.nanoTime();
        node.append(diary, 0, begun(diary));
        for (int i = 1; i < MANY; i++) {
            node.append(diary, i, written(diary, i));
            assertThat(node.subscriptions().await("beginnings", i + 1, SOON)).isTrue();
        }
        long fifths = Duration.ofNanos(System.nanoTime() - start).toMillis() / 200;

        await().atMost(SOON).until(() -> storedToken() == MANY);

        assertThat(collected.positions()).containsExactly(1L);
        Integer moves = node.jdbc.queryForObject("select count(*) from moves", Integer.class);
        assertThat(moves).isLessThanOrEqualTo((int) fifths + 2);
    }

    @Test
    void another_node_goes_on_where_the_token_is_and_takes_nothing_twice() {
        beginnings(node);
        node.subscriptions().start();
        String first = newDiary();
        node.append(first, 0, begun(first));
        for (int i = 1; i < 20; i++) {
            node.append(first, i, written(first, i));
        }
        assertThat(node.subscriptions().await("beginnings", 20, SOON)).isTrue();
        node.subscriptions().close();
        Node other = node();
        Collected there = beginnings(other);
        other.subscriptions().start();
        String second = newDiary();
        other.append(second, 0, begun(second));

        assertThat(other.subscriptions().await("beginnings", 21, SOON)).isTrue();

        assertThat(there.positions()).containsExactly(1L, 21L);
    }

    @Test
    void a_reader_that_is_sent_back_while_it_passes_by_takes_everything_again() {
        Collected collected = beginnings(node);
        node.subscriptions().start();
        String diary = newDiary();
        node.append(diary, 0, begun(diary));
        assertThat(node.subscriptions().await("beginnings", 1, SOON)).isTrue();
        node.append(diary, 1, written(diary, 1));
        assertThat(node.subscriptions().await("beginnings", 2, SOON)).isTrue();

        node.subscriptions().reset("beginnings", () -> node.jdbc.update("delete from beginnings"));

        await().atMost(SOON).until(() -> collected.positions().equals(List.of(1L)));
        await().atMost(SOON).until(() -> storedToken() == 2);
    }

    @Test
    void what_cannot_be_taken_is_parked_without_what_is_passed_by() {
        Collected collected = beginnings(node);
        String bad = newDiary();
        collected.poison.add(bad);
        node.append(bad, 0, begun(bad));
        node.append(bad, 1, written(bad, 1));
        String good = newDiary();
        node.append(good, 0, begun(good));
        node.subscriptions().start();

        assertThat(node.subscriptions().await("beginnings", 3, SOON)).isTrue();

        assertThat(collected.positions()).containsExactly(3L);
        assertThat(node.subscriptions().parked("beginnings"))
                .extracting(ParkedEvent::position)
                .containsExactly(1L);
        collected.poison.clear();
        assertThat(node.subscriptions().retry("beginnings", bad)).isTrue();
        assertThat(collected.positions()).containsExactly(1L, 3L);
    }
}
