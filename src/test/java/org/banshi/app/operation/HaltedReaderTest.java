package org.banshi.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.banshi.app.TestDatabase;
import org.banshi.app.config.Stories;
import org.banshi.app.platform.Database;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.message.Stored;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.query.projection.ReadModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What an operator is told while a node of the next program writes what this one cannot read. */
class HaltedReaderTest {

    /** The clock's story as the next program tells it. */
    sealed interface LaterClockEvent extends Event {

        @Stored(value = "clock.advanced", revision = 2)
        record Advanced(String clock, Duration by, Duration offset, String reason)
                implements LaterClockEvent {}
    }

    /** Takes whatever comes. */
    private record Taking(List<Long> positions) implements Subscription {

        @Override
        public String name() {
            return "taking";
        }

        @Override
        public void handle(List<Recorded> batch) {
            batch.forEach(event -> positions.add(event.position()));
        }
    }

    private static final Map<String, String> METADATA =
            StampMetadata.of(
                    new Stamp(Instant.parse("2026-09-14T01:00:00Z"), Actor.system("operator")));

    @TempDir private Path keys;
    private HikariDataSource pool;
    private EventStoreAssembly today;
    private EventStoreAssembly tomorrow;

    @BeforeEach
    void start_two_programs_on_one_log() {
        Database database = TestDatabase.migrated();
        pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        today = program(Stories.EVENTS);
        tomorrow = program(EventTypes.of(List.of(LaterClockEvent.class)));
    }

    @AfterEach
    void stop() {
        today.close();
        tomorrow.close();
        pool.close();
    }

    @Test
    void an_operator_reads_where_the_reader_halted_and_why_and_that_nothing_was_skipped() {
        Duration hour = Duration.ofHours(1);
        append(today, 0, new ClockEvent.Advanced("clock", hour, hour));
        append(tomorrow, 1, new LaterClockEvent.Advanced("clock", hour, hour, "a drill"));
        append(today, 2, new ClockEvent.Advanced("clock", hour, hour));
        Taking taking = new Taking(new CopyOnWriteArrayList<>());
        today.subscriptions().register(taking);
        ReadModels models = mock();
        when(models.byName()).thenReturn(Map.of());
        Operations operations = new Operations(today.subscriptions(), models);

        today.subscriptions().start();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> operations.readers().get(0).stopped() != null);
        assertThat(operations.readers())
                .singleElement()
                .satisfies(
                        reader -> {
                            assertThat(reader.name()).isEqualTo("taking");
                            assertThat(reader.position()).isEqualTo(1);
                            assertThat(reader.stopped())
                                    .contains("clock.advanced", "revision 2 is newer");
                        });
        assertThat(taking.positions()).containsExactly(1L);
        assertThat(operations.parked()).isEmpty();
    }

    private EventStoreAssembly program(EventTypes events) {
        return new EventStoreAssembly(
                pool,
                new JdbcTransactionManager(pool),
                events,
                (stream, event) -> ClaimRules.Changes.NONE,
                FileKeyVault.open(keys, null),
                List.of(),
                List.of(),
                EventStoreAssembly.Settings.DEFAULT);
    }

    private static void append(EventStoreAssembly program, long sequence, Event event) {
        program.store()
                .publish(
                        new GenericDomainEventMessage<>(
                                "clock", "clock", sequence, event, METADATA));
    }
}
