package org.banshi.app.config;

import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.banshi.eventstore.AggregateCache;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.FreshDecisions;

/** The command side without Spring, pages and engine: what benchmarks and crash tests drive. */
public final class BareAxon {

    private BareAxon() {}

    /** Axon on this store; aggregates are still to be named. */
    public static Configurer on(EventStoreAssembly store) {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(
                        configuration ->
                                new FreshDecisions(
                                        SimpleCommandBus.builder()
                                                .transactionManager(NoTransactionManager.INSTANCE)
                                                .build()))
                .configureCorrelationDataProviders(configuration -> List.of())
                .configureSerializer(configuration -> JacksonSerializer.defaultSerializer())
                .configureEventStore(configuration -> store.store());
    }

    /**
     * An aggregate whose newest states stay in memory.
     *
     * @param most how many
     */
    public static <T> AggregateConfigurer<T> cached(Class<T> aggregate, int most) {
        return AggregateConfigurer.defaultConfiguration(aggregate)
                .configureCache(configuration -> new AggregateCache(most));
    }
}
