package org.banshi.app.config;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.json.JacksonSerializer;
import org.banshi.eventstore.FreshDecisions;
import org.banshi.eventstore.LogPositions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The buses. Built by hand: Axon's own modules are not looked for on the class path, so neither its
 * usage reporting nor its polling readers exist.
 */
@Configuration(proxyBeanMethods = false)
class AxonWiring {

    /**
     * Without transactions of its own: the event store opens one for a command that comes alone,
     * and joins the one that is there.
     */
    @Bean
    CommandBus commandBus(LogPositions positions) {
        return new FreshDecisions(
                SimpleCommandBus.builder()
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .build(),
                positions::lastAppended);
    }

    @Bean
    QueryBus queryBus() {
        return SimpleQueryBus.builder().transactionManager(NoTransactionManager.INSTANCE).build();
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            CommandBus commands, QueryBus queries, ObjectProvider<ConfigurerModule> modules) {
        Configurer configurer =
                DefaultConfigurer.defaultConfiguration(false)
                        .configureCommandBus(configuration -> commands)
                        .configureQueryBus(configuration -> queries)
                        // The log keeps what the stamp says, and nothing beside it.
                        .configureCorrelationDataProviders(configuration -> List.of())
                        .configureSerializer(
                                configuration -> JacksonSerializer.defaultSerializer());
        modules.orderedStream().forEach(module -> module.configureModule(configurer));
        return configurer.buildConfiguration();
    }

    /** On the bus itself, so that handlers may use it too. */
    @Bean
    CommandGateway commandGateway(CommandBus commands) {
        return DefaultCommandGateway.builder().commandBus(commands).build();
    }

    @Bean
    QueryGateway queryGateway(QueryBus queries) {
        return DefaultQueryGateway.builder().queryBus(queries).build();
    }
}
