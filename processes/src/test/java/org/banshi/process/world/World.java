package org.banshi.process.world;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.LogTransactionManager;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.PostgresEventStore;
import org.banshi.eventstore.Subscription;
import org.banshi.eventstore.Subscriptions;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.process.Patience;
import org.banshi.process.ProcessesConfiguration;
import org.banshi.process.engine.ProcessDeployer;
import org.banshi.process.policy.CaseNumbering;
import org.banshi.process.work.Lane;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A node. One database and mostly one node for all tests of the module; the domain is a stand-in.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ProcessesConfiguration.class)
public class World {

    @Bean(destroyMethod = "close")
    Town town() throws IOException {
        return Town.join();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource pool(Town town) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(town.postgres().getPostgresDatabase());
        pool.setMaximumPoolSize(24);
        pool.setKeepaliveTime(30_000);
        return pool;
    }

    @Bean
    LostReplies lostReplies() {
        return new LostReplies();
    }

    @Bean
    @Primary
    DataSource dataSource(HikariDataSource pool, LostReplies lostReplies) {
        return lostReplies.around(pool);
    }

    @Bean
    LogTransactionManager transactions(DataSource dataSource) {
        return new LogTransactionManager(dataSource);
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    EventStoreAssembly assembly(
            DataSource dataSource, PlatformTransactionManager transactions, Town town) {
        return new EventStoreAssembly(
                dataSource,
                transactions,
                EventTypes.of(
                        List.of(
                                ApplicationEvent.class,
                                SocialEvent.class,
                                BenefitEvent.class,
                                WorkItemEvent.class,
                                ClockEvent.class,
                                EngineEvent.class)),
                (stream, event) -> ClaimRules.Changes.NONE,
                FileKeyVault.open(town.keys(), null),
                List.of(),
                List.of(),
                EventStoreAssembly.Settings.DEFAULT);
    }

    @Bean
    PostgresEventStore eventStore(EventStoreAssembly assembly) {
        return assembly.store();
    }

    @Bean
    PersonalData personalData(EventStoreAssembly assembly) {
        return assembly.personalData();
    }

    @Bean
    EventLog eventLog(EventStoreAssembly assembly) {
        return assembly.log();
    }

    @Bean(destroyMethod = "")
    Subscriptions subscriptions(EventStoreAssembly assembly) {
        return assembly.subscriptions();
    }

    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder().build();
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus) {
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    @Bean
    StandInDomain domain(CommandBus bus, PostgresEventStore events) {
        return new StandInDomain(bus, events);
    }

    @Bean
    MovableClock clock(Town town) {
        return town.clock();
    }

    @Bean
    StandInPorts ports() {
        return new StandInPorts();
    }

    /** Short, for tests wait for its end. */
    @Bean
    Patience patience() {
        return new Patience(Duration.ofSeconds(2), 5, Duration.ofMillis(20));
    }

    @Bean
    CaseNumbering numbering() {
        return new CaseNumbering() {
            private final AtomicInteger last = new AtomicInteger();

            @Override
            public String nextCaseNumber(String implementationCode, LocalDate day) {
                return "REVIEW-" + last.incrementAndGet();
            }

            @Override
            public String newQueryCode() {
                return "0000";
            }
        };
    }

    @Bean
    Faults faults() {
        return new Faults();
    }

    /** Lets faults strike around the append. */
    @Bean
    static BeanPostProcessor struckLane(ObjectProvider<Faults> faults) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof Lane lane)) {
                    return bean;
                }
                return (Lane)
                        root -> {
                            lane.attach(root);
                            TransactionSynchronizationManager.registerSynchronization(
                                    faults.getObject().before());
                            TransactionSynchronizationManager.registerSynchronization(
                                    faults.getObject().after());
                        };
            }
        };
    }

    @Bean
    Catalogue catalogue() {
        Map<ServiceVersion, ServiceDefinition> versions =
                Map.of(
                        new ServiceVersion(MarketStall.SERVICE, 1), MarketStall.version(1),
                        new ServiceVersion(MarketStall.SERVICE, 2), MarketStall.version(2),
                        new ServiceVersion(MarketStall.SERVICE, 3), MarketStall.version(3));
        return new Catalogue() {
            @Override
            public Optional<ServiceDefinition> find(ServiceVersion version) {
                return Optional.ofNullable(versions.get(version));
            }

            @Override
            public Optional<ServiceDefinition> current(String service) {
                return find(new ServiceVersion(service, 1));
            }

            @Override
            public List<ServiceDefinition> current() {
                return versions.values().stream().filter(it -> it.version().version() < 3).toList();
            }

            @Override
            public ReferenceData reference() {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** As the application does: packages first, then the readers. Version 3 is left out. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> beginning(
            ProcessDeployer deployer,
            Catalogue catalogue,
            Subscriptions runtime,
            List<Subscription> subscriptions) {
        return ready -> {
            catalogue.current().forEach(deployer::deploy);
            subscriptions.forEach(runtime::register);
            runtime.start();
        };
    }
}
