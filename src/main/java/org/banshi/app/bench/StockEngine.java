package org.banshi.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Stock Axon on PostgreSQL with its defaults: the JDBC engine with its own tables, no cache, a
 * transaction a command and a tracking processor that takes one event a transaction. Jackson
 * instead of XStream, which is quicker.
 */
final class StockEngine implements AutoCloseable {

    final TransactionManager transactions;
    final JdbcEventStorageEngine engine;
    final EmbeddedEventStore store;
    private final JdbcTokenStore tokens;

    StockEngine(DataSource database) {
        transactions = new SpringTransactionManager(new DataSourceTransactionManager(database));
        UnitOfWorkAwareConnectionProviderWrapper connections =
                new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(database));
        JacksonSerializer serializer =
                JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        engine =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .build();
        tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
        store = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    /** A processor that reads from the beginning on one thread; to be started and shut down. */
    TrackingEventProcessor processor(String name, Object handler) {
        return TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(List.of(handler)).build())
                .messageSource(store)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .trackingEventProcessorConfiguration(
                        TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andInitialTrackingToken(source -> source.createTailToken()))
                .build();
    }

    @Override
    public void close() {
        store.shutDown();
    }
}
