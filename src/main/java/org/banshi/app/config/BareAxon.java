package org.banshi.app.config;

import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.organisation.Organisations;
import org.banshi.command.contract.person.RecordedDeaths;
import org.banshi.eventstore.AggregateCache;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.FreshDecisions;

/** The command side without Spring, pages and engine: what benchmarks and crash tests drive. */
public final class BareAxon {

    private static final Organisations NO_ORGANISATION = who -> Optional.empty();

    private BareAxon() {}

    /** Axon on this store; aggregates are still to be named. */
    public static Configurer on(EventStoreAssembly store) {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(
                        configuration ->
                                new FreshDecisions(
                                        SimpleCommandBus.builder()
                                                .transactionManager(NoTransactionManager.INSTANCE)
                                                .build(),
                                        store.subscriptions()::lastAppended))
                .configureCorrelationDataProviders(configuration -> List.of())
                .configureSerializer(configuration -> JacksonSerializer.defaultSerializer())
                .configureEventStore(configuration -> store.store());
    }

    /**
     * The same, with all that the handlers of an application ask for besides their state: nobody
     * has a benefit yet or died, and no organisation is known.
     */
    public static Configurer forCases(EventStoreAssembly store, Catalogue catalogue) {
        PartyKeys parties = new HashedPartyKeys(store.personalData());
        return on(store)
                .registerComponent(Catalogue.class, configuration -> catalogue)
                .registerComponent(RunningBenefits.class, configuration -> RunningBenefits.NONE)
                .registerComponent(RecordedDeaths.class, configuration -> RecordedDeaths.NONE)
                .registerComponent(PartyKeys.class, configuration -> parties)
                .registerComponent(Organisations.class, configuration -> NO_ORGANISATION);
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
