package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.banshi.eventstore.Node.begun;
import static org.banshi.eventstore.Node.newDiary;
import static org.banshi.eventstore.Node.written;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.codec.Upcaster;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node of this program beside one of the next, which writes revision 2 of an event. */
class NewerProgramTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** The diary's story as the next program knows it: a title has a language. */
    sealed interface LaterDiaryEvent extends Event {

        @Stored(value = "diary.begun", revision = 2)
        record Begun(String diary, PersonId subject, String title, String language)
                implements LaterDiaryEvent {}

        @Stored("diary.written")
        record Written(String diary, PersonId subject, int page, String text)
                implements LaterDiaryEvent {}
    }

    private static final Upcaster LANGUAGE =
            new Upcaster("diary.begun", 1, Set.of(), json -> json.put("language", "zh"));

    private final HikariDataSource dataSource = TestDatabase.fresh();
    private final FileKeyVault vault = Node.vault();
    private final Node today = new Node(dataSource, vault, EventStoreAssembly.Settings.DEFAULT);
    private final Node tomorrow =
            new Node(
                    dataSource,
                    vault,
                    EventStoreAssembly.Settings.DEFAULT,
                    List.of(LaterDiaryEvent.class),
                    List.of(LANGUAGE));

    @AfterEach
    void close() {
        today.close();
        tomorrow.close();
        dataSource.close();
    }

    @Test
    void a_reader_halts_before_a_newer_revision_and_the_newer_node_goes_on_from_there() {
        String diary = newDiary();
        String other = newDiary();
        today.append(diary, 0, begun(diary), written(diary, 1));
        tomorrow.append(other, 0, new LaterDiaryEvent.Begun(other, Node.PERSON, "Tagebuch", "de"));
        today.append(diary, 2, written(diary, 2));
        Collected here = new Collected("collected", today.jdbc, 100);
        today.subscriptions().register(here);
        today.subscriptions().start();

        await().atMost(SOON).until(() -> standing(today).stopped() != null);
        assertThat(standing(today).stopped())
                .contains("diary.begun", "revision 2 is newer than this program");
        assertThat(here.positions()).as("nothing is skipped").containsExactly(1L, 2L);
        assertThat(standing(today).position()).isEqualTo(2);
        assertThat(today.subscriptions().parked("collected")).isEmpty();

        Collected there = new Collected("collected", tomorrow.jdbc, 100);
        tomorrow.subscriptions().register(there);
        tomorrow.subscriptions().start();
        assertThat(tomorrow.subscriptions().await("collected", 4, SOON)).isTrue();
        assertThat(there.positions()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(standing(tomorrow).stopped()).isNull();
    }

    @Test
    void a_restarted_older_node_halts_at_the_same_place_again() {
        String diary = newDiary();
        today.append(diary, 0, begun(diary));
        tomorrow.append(
                newDiary(), 0, new LaterDiaryEvent.Begun("d", Node.PERSON, "Tagebuch", "de"));
        for (int start = 0; start < 2; start++) {
            try (Node older = new Node(dataSource, vault, EventStoreAssembly.Settings.DEFAULT)) {
                older.subscriptions().register(new Collected("collected", older.jdbc, 100));
                older.subscriptions().start();
                await().atMost(SOON).until(() -> standing(older).stopped() != null);
                assertThat(older.subscriptions().of("collected")).isEqualTo(1);
            }
        }
    }

    @Test
    void a_reader_halts_before_an_actor_of_a_kind_that_only_a_newer_program_knows() {
        String diary = newDiary();
        today.append(diary, 0, begun(diary), written(diary, 1));
        today.jdbc.update(
                """
                update event_log set metadata = replace(metadata, '"CITIZEN"', '"ROBOT"')
                where position = 2
                """);
        Collected here = new Collected("collected", today.jdbc, 100);
        try (Node fresh = new Node(dataSource, vault, EventStoreAssembly.Settings.DEFAULT)) {
            fresh.subscriptions().register(here);
            fresh.subscriptions().start();

            await().atMost(SOON).until(() -> standing(fresh).stopped() != null);

            assertThat(standing(fresh).stopped()).contains("diary.written", "metadata do not fit");
            assertThat(here.positions()).containsExactly(1L);
        }
    }

    private static ReaderState standing(Node node) {
        return node.subscriptions().states().get(0);
    }
}
