package org.banshi.app.chaos;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.banshi.app.config.BareAxon;
import org.banshi.app.config.OldRevisions;
import org.banshi.app.config.Stories;
import org.banshi.app.platform.Database;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.PublishedCatalogue;
import org.banshi.command.domain.application.Application;
import org.banshi.command.domain.application.ApplicationClaims;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.LogTransactionManager;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.ReadModels;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cases as the application has them, without pages and engine: the aggregate behind its bus,
 * claims, encryption, the log, and every read model.
 */
final class CaseNode implements AutoCloseable {

    static final Instant AT = Instant.parse("2026-09-14T01:00:00Z");

    private static final int CONNECTIONS = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int QUEUE = 1_000;

    final HikariDataSource pool;
    final JdbcTemplate jdbc;
    final LogTransactionManager transactions;
    final EventStoreAssembly store;
    final List<Projection> projections;
    private final FileKeyVault keys;
    private final Configuration axon;

    /**
     * @param bpmn the service packages
     * @param keyFolder shared by all nodes of a database
     */
    CaseNode(Database database, Path bpmn, Path keyFolder) {
        pool = pool(database);
        jdbc = new JdbcTemplate(pool);
        transactions = new LogTransactionManager(pool);
        keys = FileKeyVault.open(keyFolder, null);
        store =
                new EventStoreAssembly(
                        pool,
                        transactions,
                        Stories.EVENTS,
                        new ApplicationClaims(),
                        keys,
                        OldRevisions.UPCASTERS,
                        List.of(),
                        new EventStoreAssembly.Settings(QUEUE, PATIENCE));
        PublishedCatalogue catalogue = DirectoryCatalogue.read(bpmn);
        axon = BareAxon.forCases(store, catalogue).configureAggregate(Application.class).start();
        projections = new ReadModels(pool, catalogue, store.personalData(), () -> AT).projections();
    }

    private static HikariDataSource pool(Database database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(Duration.ofSeconds(2).toMillis());
        // The supervisor's own outlasts the servers that it kills.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    CommandGateway gateway() {
        return axon.commandGateway();
    }

    /** Starts the readers: every read model, and one that notes what it is given. */
    void read() {
        projections.forEach(store.subscriptions()::register);
        store.subscriptions().register(new Witness(jdbc));
        store.subscriptions().start();
    }

    @Override
    public void close() {
        axon.shutdown();
        store.close();
        keys.close();
        pool.close();
    }
}
