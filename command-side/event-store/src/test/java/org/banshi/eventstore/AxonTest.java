package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.banshi.eventstore.Node.begun;
import static org.banshi.eventstore.Node.newDiary;
import static org.banshi.eventstore.Node.written;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.PersonCipher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class AxonTest {

    /** Counts its pages. */
    static class Diary {
        @AggregateIdentifier private @Nullable String id;
        private int pages;

        Diary() {}

        Diary(String id) {
            apply(begun(id), metadata());
        }

        void write() {
            apply(written(Objects.requireNonNull(id), pages + 1), metadata());
        }

        @EventSourcingHandler
        void on(DiaryEvent.Begun event) {
            id = event.diary();
        }

        @EventSourcingHandler
        void on(DiaryEvent.Written event) {
            pages = event.page();
        }

        private static MetaData metadata() {
            return MetaData.from(StampMetadata.of(Node.STAMP));
        }
    }

    /** A diary of so many pages. */
    private static final class Pages implements SnapshotCodec {
        private final int revision;

        Pages(int revision) {
            this.revision = revision;
        }

        @Override
        public String type() {
            return "Diary";
        }

        @Override
        public int revision() {
            return revision;
        }

        @Override
        public PersonId subject(Object aggregate) {
            return Node.PERSON;
        }

        @Override
        public String write(Object aggregate) {
            return aggregate.toString();
        }

        @Override
        public Object read(String json) {
            return json;
        }
    }

    private final HikariDataSource dataSource = TestDatabase.fresh();
    private final FileKeyVault vault = Node.vault();
    private final Node node = new Node(dataSource, vault, EventStoreAssembly.Settings.DEFAULT);
    private final Repository<Diary> diaries =
            EventSourcingRepository.builder(Diary.class).eventStore(node.store()).build();

    @AfterEach
    void close() {
        node.close();
        dataSource.close();
    }

    @Test
    void an_aggregate_is_sourced_from_its_stream() {
        String id = newDiary();
        unit(() -> diaries.newInstance(() -> new Diary(id)));
        for (int i = 0; i < 3; i++) {
            unit(() -> diaries.load(id).execute(Diary::write));
        }

        assertThat(node.log().readStream(id))
                .extracting(Recorded::event)
                .containsExactly(begun(id), written(id, 1), written(id, 2), written(id, 3));
        assertThat(node.store().lastSequenceNumberFor(id)).contains(3L);
    }

    @Test
    void an_aggregate_that_another_node_has_changed_meanwhile_is_refused() {
        String id = newDiary();
        unit(() -> diaries.newInstance(() -> new Diary(id)));

        assertThatThrownBy(
                        () ->
                                unit(
                                        () -> {
                                            var diary = diaries.load(id);
                                            elsewhere(() -> node.append(id, 1, written(id, 1)));
                                            diary.execute(Diary::write);
                                        }))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(node.names(id)).hasSize(2);
    }

    @Test
    void the_aggregate_sees_what_the_transaction_has_not_yet_committed() {
        String id = newDiary();
        new TransactionTemplate(node.transactions)
                .executeWithoutResult(
                        status -> {
                            unit(() -> diaries.newInstance(() -> new Diary(id)));
                            unit(() -> diaries.load(id).execute(Diary::write));
                            unit(() -> diaries.load(id).execute(Diary::write));
                        });

        assertThat(node.log().readStream(id))
                .extracting(Recorded::event)
                .containsExactly(begun(id), written(id, 1), written(id, 2));
    }

    @Test
    void a_tracking_stream_is_woken_by_a_commit_and_begins_at_its_token() throws Exception {
        String id = newDiary();
        node.append(id, 0, begun(id), written(id, 1));
        BlockingQueue<String> woken = new ArrayBlockingQueue<>(10);
        try (BlockingStream<TrackedEventMessage<?>> stream =
                node.store().openStream(node.store().createHeadToken())) {
            assertThat(stream.setOnAvailableCallback(() -> woken.add("woken"))).isTrue();
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(stream.peek()).isEmpty();

            node.append(id, 2, written(id, 2));

            assertThat(woken.poll(10, TimeUnit.SECONDS)).isEqualTo("woken");
            TrackedEventMessage<?> message = stream.nextAvailable();
            assertThat(message.getPayload()).isEqualTo(written(id, 2));
            assertThat(message.trackingToken().position()).hasValue(3);
            assertThat(message.getTimestamp()).isEqualTo(Node.WHEN);
        }
        try (BlockingStream<TrackedEventMessage<?>> stream =
                node.store().openStream(node.store().createTailToken())) {
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(begun(id));
        }
    }

    @Test
    void a_snapshot_is_kept_encrypted_and_ignored_in_another_revision() {
        Snapshots snapshots = snapshots(1);
        snapshots.store(snapshot(7, "secret of seven"));
        snapshots.store(snapshot(5, "secret of five"));

        assertThat(snapshots.read("d"))
                .map(DomainEventMessage::getPayload)
                .isEqualTo(Optional.of("secret of seven"));
        assertThat(node.jdbc.queryForObject("select payload from event_snapshot", String.class))
                .startsWith("p1:")
                .doesNotContain("secret");
        assertThat(snapshots(2).read("d")).isEmpty();
        vault.destroy(Node.PERSON);
        assertThat(snapshots.read("d")).isEmpty();
    }

    @Test
    void a_snapshot_opens_for_its_own_stream_and_sequence_alone() {
        Snapshots snapshots = snapshots(1);
        snapshots.store(snapshot(7, "secret of seven"));
        node.jdbc.update("update event_snapshot set sequence = 8");
        assertThatThrownBy(() -> snapshots.read("d")).isInstanceOf(IllegalArgumentException.class);

        node.jdbc.update("update event_snapshot set sequence = 7, stream = 'e'");
        assertThatThrownBy(() -> snapshots.read("e")).isInstanceOf(IllegalArgumentException.class);
    }

    private Snapshots snapshots(int revision) {
        return new Snapshots(dataSource, new PersonCipher(vault), List.of(new Pages(revision)));
    }

    private static DomainEventMessage<?> snapshot(long sequence, String content) {
        return new GenericDomainEventMessage<>("Diary", "d", sequence, content);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void unit(Work work) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command"));
        ResultMessage<?> result =
                unit.executeWithResult(
                        () -> {
                            work.run();
                            return null;
                        });
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }

    private static void elsewhere(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        thread.join();
    }
}
