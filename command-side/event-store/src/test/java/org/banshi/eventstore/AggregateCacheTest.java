package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.json.JacksonSerializer;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one log, each with a cache of its own. */
class AggregateCacheTest {

    private static final MetaData METADATA = MetaData.from(StampMetadata.of(Node.STAMP));
    private static final AtomicInteger SOURCED = new AtomicInteger();

    record Begin(@TargetAggregateIdentifier String id) {}

    record Write(@TargetAggregateIdentifier String id, int page) {}

    record OpenAt(@TargetAggregateIdentifier String id, int page) {}

    record WriteOn(@TargetAggregateIdentifier String id) {}

    static final class Diary {

        @AggregateIdentifier private @Nullable String id;
        private int pages;

        Diary() {}

        @CommandHandler
        Diary(Begin command) {
            AggregateLifecycle.apply(Node.begun(command.id()), METADATA);
        }

        @CommandHandler
        void write(Write command) {
            if (command.page() != pages + 1) {
                throw new IllegalStateException("page " + command.page() + " after " + pages);
            }
            AggregateLifecycle.apply(Node.written(command.id(), command.page()), METADATA);
        }

        @CommandHandler
        void write(WriteOn command) {
            AggregateLifecycle.apply(Node.written(command.id(), pages + 1), METADATA);
        }

        /** Nothing happens where it is open at that page already. */
        @CommandHandler
        void open(OpenAt command) {
            if (command.page() != pages) {
                AggregateLifecycle.apply(Node.written(command.id(), command.page()), METADATA);
            }
        }

        @EventSourcingHandler
        void on(DiaryEvent.Begun event) {
            id = event.diary();
            SOURCED.incrementAndGet();
        }

        @EventSourcingHandler
        void on(DiaryEvent.Written event) {
            pages = event.page();
        }
    }

    private final HikariDataSource dataSource = TestDatabase.fresh();
    private final FileKeyVault vault = Node.vault();
    private final Node node = new Node(dataSource, vault, EventStoreAssembly.Settings.DEFAULT);
    private final Configuration here = axon(node);
    private final Node otherNode = new Node(dataSource, vault, EventStoreAssembly.Settings.DEFAULT);
    private final Configuration elsewhere = axon(otherNode);
    private final String id = Node.newDiary();

    @AfterEach
    void close() {
        here.shutdown();
        elsewhere.shutdown();
        otherNode.close();
        node.close();
        dataSource.close();
    }

    @Test
    void decides_again_and_again_without_reading_the_stream() {
        send(here, new Begin(id));
        SOURCED.set(0);
        send(here, new Write(id, 1));
        send(here, new Write(id, 2));
        assertThat(SOURCED).hasValue(0);
        assertThat(node.names(id)).hasSize(3);
    }

    @Test
    void an_act_that_only_an_aged_aggregate_would_refuse_goes_through() {
        send(here, new Begin(id));
        send(elsewhere, new Write(id, 1));
        send(here, new Write(id, 2));
        assertThat(node.names(id)).hasSize(3);
    }

    @Test
    void an_act_that_only_an_aged_aggregate_would_allow_is_refused() {
        send(here, new Begin(id));
        send(elsewhere, new Write(id, 1));
        assertThatThrownBy(() -> send(here, new Write(id, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("page 1 after 1");
        assertThat(node.names(id)).hasSize(2);
    }

    @Test
    void an_act_that_only_an_aged_aggregate_would_find_done_is_done() {
        send(here, new Begin(id));
        send(here, new Write(id, 1));
        send(elsewhere, new Write(id, 2));

        send(here, new OpenAt(id, 1));
        assertThat(node.names(id)).hasSize(4);
        SOURCED.set(0);
        send(here, new OpenAt(id, 1));
        assertThat(node.names(id)).hasSize(4);
        assertThat(SOURCED).hasValue(1);
        send(here, new OpenAt(id, 2));
        assertThat(SOURCED).hasValue(1);
    }

    @Test
    void a_refusal_leaves_nothing_in_the_cache_that_did_not_happen() {
        send(here, new Begin(id));
        assertThatThrownBy(() -> send(here, new Write(id, 7)))
                .isInstanceOf(IllegalStateException.class);
        send(here, new Write(id, 1));
        assertThat(node.names(id)).hasSize(2);
    }

    @Test
    void what_a_transaction_decided_and_rolled_back_is_not_remembered() {
        send(here, new Begin(id));
        new TransactionTemplate(node.transactions)
                .executeWithoutResult(
                        status -> {
                            send(here, new Write(id, 1));
                            status.setRollbackOnly();
                        });
        send(here, new Write(id, 1));
        assertThat(node.names(id)).hasSize(2);
    }

    @Test
    void an_act_whose_outcome_is_unknown_is_not_done_again() {
        FaultyDataSource faulty = new FaultyDataSource(dataSource);
        try (Node lost = new Node(faulty, vault, Node.settings(4, Duration.ofMillis(200)))) {
            Configuration axon = axon(lost);
            send(axon, new Begin(id));
            axon.commandBus()
                    .registerHandlerInterceptor(
                            (unit, chain) -> {
                                unit.onRollback(any -> faulty.heal());
                                return chain.proceed();
                            });
            faulty.loseReplyOf("append_group", FaultyDataSource.Moment.AFTER);
            faulty.refuseConnections();

            assertThatThrownBy(() -> send(axon, new WriteOn(id)))
                    .isInstanceOf(AppendUnknownException.class);

            assertThat(node.names(id)).hasSize(2);
            axon.shutdown();
        }
    }

    @Test
    void an_act_that_fails_after_its_append_is_not_done_again() {
        send(here, new Begin(id));
        here.commandBus()
                .registerHandlerInterceptor(
                        (unit, chain) -> {
                            unit.onCommit(
                                    any -> {
                                        throw new IllegalStateException("too late");
                                    });
                            return chain.proceed();
                        });

        assertThatThrownBy(() -> send(here, new WriteOn(id))).hasMessage("too late");

        assertThat(node.names(id)).hasSize(2);
    }

    private static void send(Configuration axon, Object command) {
        CommandGateway gateway = axon.commandGateway();
        gateway.sendAndWait(command);
    }

    private static Configuration axon(Node node) {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(
                        configuration ->
                                new FreshDecisions(
                                        SimpleCommandBus.builder()
                                                .transactionManager(NoTransactionManager.INSTANCE)
                                                .build(),
                                        node.subscriptions()::lastAppended))
                .configureSerializer(configuration -> JacksonSerializer.defaultSerializer())
                .configureEventStore(configuration -> node.store())
                .configureAggregate(
                        AggregateConfigurer.defaultConfiguration(Diary.class)
                                .configureCache(configuration -> new AggregateCache(100)))
                .start();
    }
}
