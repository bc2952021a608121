package org.banshi.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;
import org.banshi.eventstore.LaneB;
import org.banshi.eventstore.Node;
import org.banshi.eventstore.PostgresEventStore;
import org.banshi.eventstore.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A transaction takes its place, stays open while others commit and a reader passes by, and commits
 * more than a minute later. Axon's own engine, with its defaults, never shows its event to that
 * reader (AxonFramework issue 4829). Here nobody has a place before its commit.
 */
class SkippedEventTest {

    private static final Instant BEGUN = Instant.parse("2026-09-14T01:00:00Z");
    private static final Duration LATER = Duration.ofSeconds(61);

    /** One more than Axon lets a token carry before it looks for gaps to forget. */
    private static final int MANY = 251;

    private final Clock before = GenericEventMessage.clock;
    private final HikariDataSource pool = TestDatabase.fresh();

    SkippedEventTest() {
        at(BEGUN);
    }

    @AfterEach
    void close() {
        GenericEventMessage.clock = before;
        pool.close();
    }

    private static void at(Instant now) {
        GenericEventMessage.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    /** Axon's engine on a connection of its own, with all its defaults. */
    private static JdbcEventStorageEngine axon(Connection connection) {
        JacksonSerializer json =
                JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        return JdbcEventStorageEngine.builder()
                .connectionProvider(new SingleConnectionDataSource(connection, true)::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
    }

    private static List<DomainEventMessage<String>> stock(String aggregate, int events) {
        return IntStream.range(0, events)
                .<DomainEventMessage<String>>mapToObj(
                        i -> new GenericDomainEventMessage<>("diary", aggregate, i, "page"))
                .toList();
    }

    /** A reader that keeps nothing but its token, as a tracking processor does. */
    private static final class Tracker {
        private final Function<@Nullable TrackingToken, List<TrackedEventMessage<?>>> source;
        private @Nullable TrackingToken token;
        private final List<String> seen = new ArrayList<>();

        Tracker(EventStorageEngine engine) {
            source =
                    token -> {
                        try (Stream<? extends TrackedEventMessage<?>> events =
                                engine.readEvents(token, false)) {
                            return List.copyOf(events.toList());
                        }
                    };
        }

        Tracker(PostgresEventStore store) {
            source =
                    token -> {
                        List<TrackedEventMessage<?>> events = new ArrayList<>();
                        try (BlockingStream<TrackedEventMessage<?>> stream =
                                store.openStream(token)) {
                            while (stream.hasNextAvailable()) {
                                events.add(stream.nextAvailable());
                            }
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return events;
                    };
        }

        void read() {
            for (TrackedEventMessage<?> event : source.apply(token)) {
                token = event.trackingToken();
                seen.add(((DomainEventMessage<?>) event).getAggregateIdentifier());
            }
        }
    }

    @Test
    void axon_skips_an_event_when_its_neighbour_is_old_at_first_sight() throws Exception {
        try (Connection slow = pool.getConnection();
                Connection quick = pool.getConnection()) {
            axon(slow).createSchema(PostgresEventTableFactory.INSTANCE);
            Tracker reader = new Tracker(axon(quick));
            slow.setAutoCommit(false);
            axon(slow).appendEvents(stock("slow", 1));
            axon(quick).appendEvents(stock("quick", 1));
            at(BEGUN.plus(LATER));
            reader.read();
            slow.commit();

            reader.read();
            axon(quick).appendEvents(stock("next", 1));
            reader.read();

            assertThat(axon(quick).readEvents("slow", 0).asStream()).hasSize(1);
            assertThat(reader.seen).containsExactly("quick", "next");
        } finally {
            dropStock();
        }
    }

    @Test
    void axon_skips_events_when_it_forgets_the_gaps_that_it_noted() throws Exception {
        try (Connection slow = pool.getConnection();
                Connection quick = pool.getConnection()) {
            axon(slow).createSchema(PostgresEventTableFactory.INSTANCE);
            Tracker reader = new Tracker(axon(quick));
            slow.setAutoCommit(false);
            axon(slow).appendEvents(stock("slow", MANY));
            axon(quick).appendEvents(stock("quick", 1));
            reader.read();
            at(BEGUN.plus(LATER));
            axon(quick).appendEvents(stock("next", 1));
            reader.read();
            slow.commit();

            reader.read();

            assertThat(axon(quick).readEvents("slow", 0).asStream()).hasSize(MANY);
            assertThat(reader.seen).containsExactly("quick", "next");
        } finally {
            dropStock();
        }
    }

    /** The same engine in time: what is above is Axon's forgetting, and no mistake of the test. */
    @Test
    void axon_shows_the_event_while_it_remembers_the_gap() throws Exception {
        try (Connection slow = pool.getConnection();
                Connection quick = pool.getConnection()) {
            axon(slow).createSchema(PostgresEventTableFactory.INSTANCE);
            Tracker reader = new Tracker(axon(quick));
            slow.setAutoCommit(false);
            axon(slow).appendEvents(stock("slow", 1));
            axon(quick).appendEvents(stock("quick", 1));
            reader.read();
            slow.commit();

            reader.read();

            assertThat(reader.seen).containsExactly("quick", "slow");
        } finally {
            dropStock();
        }
    }

    private void dropStock() throws Exception {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("drop table domainevententry, snapshotevententry");
        }
    }

    @Test
    void here_a_transaction_that_stays_open_has_no_place_yet_and_is_seen_after_the_others() {
        try (Node node = new Node(pool)) {
            Tracker reader = new Tracker(node.store());
            UnitOfWork<?> slow = DefaultUnitOfWork.startAndGet(null);
            LaneB.attach(slow, node.transactions, node.store());
            node.append("slow", 0, Node.begun("slow"));
            CompletableFuture.runAsync(() -> node.append("quick", 0, Node.begun("quick"))).join();
            at(BEGUN.plus(LATER));
            CompletableFuture.runAsync(reader::read).join();
            assertThat(reader.seen).containsExactly("quick");
            slow.commit();

            reader.read();

            assertThat(reader.seen).containsExactly("quick", "slow");
        }
    }

    /** Even where the transaction has its place, since nobody passes it before its commit. */
    @Test
    void here_nobody_commits_after_a_place_that_is_taken_and_not_yet_committed() throws Exception {
        try (Node node = new Node(pool);
                Connection slow = pool.getConnection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("select lock_log()");
            CompletableFuture<Void> quick =
                    CompletableFuture.runAsync(() -> node.append("quick", 0, Node.begun("quick")));
            Awaitility.await().until(() -> waiting(node) == 1);
            assertThat(node.log().head()).isZero();
            slow.commit();
            quick.get();
            assertThat(node.log().head()).isEqualTo(1);
        }
    }

    private static int waiting(Node node) {
        Integer waiting =
                node.jdbc.queryForObject(
                        """
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and datname = current_database()
                        """,
                        Integer.class);
        return waiting == null ? 0 : waiting;
    }
}
