package org.banshi.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.banshi.app.BanshiSettings;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.keys.Belonging;
import org.banshi.app.platform.Hourly;
import org.banshi.app.platform.StartUpException;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.LogExport;
import org.banshi.eventstore.LogTransactionManager;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.PostgresEventStore;
import org.banshi.eventstore.Receipts;
import org.banshi.eventstore.Subscriptions;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The event store and the keys, which are kept outside the database. */
@Configuration(proxyBeanMethods = false)
class EventStoreWiring {

    private static final Duration KEEP_RECEIPTS = Duration.ofDays(30);

    @Bean
    @DependsOnDatabaseInitialization
    FileKeyVault keyVault(BanshiSettings settings, JdbcClient jdbc) {
        Path folder = settings.data().resolve("keys");
        try {
            return Belonging.keys(settings.data(), settings.masterKey(), jdbc);
        } catch (IllegalStateException unfit) {
            String from = settings.masterKey() == null ? "kept there" : "BANSHI_MASTER_KEY";
            throw new StartUpException(
                    "cannot open the keys in %s with the master key (%s): %s"
                            .formatted(folder, from, unfit.getMessage()),
                    unfit);
        }
    }

    /** The only one: events, engine and read models share their transactions. */
    @Bean
    LogTransactionManager transactionManager(DataSource dataSource) {
        return new LogTransactionManager(dataSource);
    }

    @Bean
    @DependsOnDatabaseInitialization
    EventStoreAssembly eventStoreAssembly(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ClaimRules claims,
            FileKeyVault keys) {
        return new EventStoreAssembly(
                dataSource,
                transactions,
                Stories.EVENTS,
                claims,
                keys,
                OldRevisions.UPCASTERS,
                List.of(),
                EventStoreAssembly.Settings.DEFAULT);
    }

    @Bean
    PostgresEventStore eventStore(EventStoreAssembly assembly) {
        return assembly.store();
    }

    @Bean
    EventLog eventLog(EventStoreAssembly assembly) {
        return assembly.log();
    }

    @Bean
    @DependsOnDatabaseInitialization
    LogExport logExport(DataSource dataSource) {
        return new LogExport(dataSource);
    }

    @Bean
    CaseEvents caseEvents(EventLog log) {
        return log::readStream;
    }

    @Bean
    Receipts receipts(EventStoreAssembly assembly) {
        return assembly.receipts();
    }

    /** Their keys hold names of accounts, and nobody repeats a request after so long. */
    @Bean
    Hourly oldReceipts(Receipts receipts) {
        return new Hourly(
                "old-receipts", () -> receipts.forget(Instant.now().minus(KEEP_RECEIPTS)));
    }

    @Bean
    PersonalData personalData(EventStoreAssembly assembly) {
        return assembly.personalData();
    }

    /** Closed by the assembly. */
    @Bean(destroyMethod = "")
    Subscriptions subscriptions(EventStoreAssembly assembly) {
        return assembly.subscriptions();
    }
}
