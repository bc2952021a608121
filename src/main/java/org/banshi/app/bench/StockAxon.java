package org.banshi.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * The peer of a command: stock Axon on its JDBC engine with its defaults (no cache, a transaction
 * for every command), Jackson instead of XStream. One create and three advances a case.
 */
final class StockAxon implements Workload {

    private final CommandGateway gateway;
    private final EmbeddedEventStore store;
    private final String payload;

    StockAxon(DataSource database, String payload) {
        this.payload = payload;
        TransactionManager transactions =
                new SpringTransactionManager(new DataSourceTransactionManager(database));
        JacksonSerializer serializer =
                JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        JdbcEventStorageEngine engine =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(
                                new UnitOfWorkAwareConnectionProviderWrapper(
                                        new SpringDataSourceConnectionProvider(database)))
                        .transactionManager(transactions)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        store = EmbeddedEventStore.builder().storageEngine(engine).build();
        SimpleCommandBus bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        AggregateAnnotationCommandHandler.<StockCase>builder()
                .aggregateType(StockCase.class)
                .repository(
                        EventSourcingRepository.builder(StockCase.class).eventStore(store).build())
                .build()
                .subscribe(bus);
        gateway = DefaultCommandGateway.builder().commandBus(bus).build();
    }

    @Override
    public int run(int caller) {
        String id = UUID.randomUUID().toString();
        gateway.sendAndWait(new Create(id, payload));
        for (int step = 1; step <= 3; step++) {
            gateway.sendAndWait(new Advance(id, step, payload));
        }
        return 4;
    }

    @Override
    public void close() {
        store.shutDown();
    }

    /** Begins a case. */
    record Create(@TargetAggregateIdentifier String id, String payload) {}

    /** Takes a case one step on. */
    record Advance(@TargetAggregateIdentifier String id, int step, String payload) {}

    /** What both commands lead to. */
    record Advanced(String id, int step, String payload) {}

    /** The smallest aggregate that checks its steps' order. */
    static final class StockCase {

        @AggregateIdentifier private @Nullable String id;
        private int step;

        StockCase() {}

        @CommandHandler
        StockCase(Create command) {
            AggregateLifecycle.apply(new Advanced(command.id(), 0, command.payload()));
        }

        @CommandHandler
        void advance(Advance command) {
            if (command.step() != step + 1) {
                throw new IllegalStateException("steps come in order");
            }
            AggregateLifecycle.apply(new Advanced(command.id(), command.step(), command.payload()));
        }

        @EventSourcingHandler
        void on(Advanced event) {
            id = event.id();
            step = event.step();
        }
    }
}
