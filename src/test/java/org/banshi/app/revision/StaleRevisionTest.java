package org.banshi.app.revision;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.json.JacksonSerializer;
import org.banshi.app.TestDatabase;
import org.banshi.app.platform.Database;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.domain.workitem.WorkItem;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Two nodes decide at once on one work item that both of their callers saw in one version. */
class StaleRevisionTest {

    private static final int ITEMS = 40;
    private static final RegionCode TOWN = new RegionCode("440106001");
    private static final Stamp PROCESS = by(Actor.system("process"));
    private static final Stamp OFFICER = by(Actor.officer("he", "town", TOWN));
    private static final Stamp SUPERVISOR = by(Actor.officer("boss", "town", TOWN));

    @TempDir private Path keys;
    private HikariDataSource pool;
    private List<Node> nodes;

    @BeforeEach
    void start() {
        Database database = TestDatabase.migrated();
        pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        nodes = List.of(node(), node());
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::close);
        pool.close();
    }

    @Test
    void of_two_who_saw_the_same_version_one_is_refused_as_stale() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < ITEMS; i++) {
                String item = open();
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<String>> answers =
                        callers.invokeAll(
                                List.of(
                                        () ->
                                                nodes.get(0)
                                                        .ask(
                                                                start,
                                                                new WorkItemCommand.Claim(
                                                                        item, 0L, OFFICER)),
                                        () ->
                                                nodes.get(1)
                                                        .ask(
                                                                start,
                                                                new WorkItemCommand.Assign(
                                                                        item,
                                                                        "li",
                                                                        0L,
                                                                        SUPERVISOR))));

                assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                        .containsExactlyInAnyOrder("done", "stale-version");
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private String open() {
        String item = UUID.randomUUID().toString();
        nodes.get(0)
                .gateway()
                .sendAndWait(
                        new WorkItemCommand.Open(
                                item,
                                new ApplicationId(UUID.randomUUID().toString()),
                                new ServiceVersion("lantern-permit", 1),
                                "measure",
                                "town",
                                TOWN,
                                null,
                                PROCESS));
        return item;
    }

    private Node node() {
        EventStoreAssembly store =
                new EventStoreAssembly(
                        pool,
                        new JdbcTransactionManager(pool),
                        EventTypes.of(List.of(WorkItemEvent.class)),
                        (stream, event) -> ClaimRules.Changes.NONE,
                        FileKeyVault.open(keys, null),
                        List.of(),
                        List.of(),
                        EventStoreAssembly.Settings.DEFAULT);
        SimpleCommandBus bus =
                SimpleCommandBus.builder()
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .build();
        Configuration axon =
                DefaultConfigurer.defaultConfiguration(false)
                        .configureCommandBus(configuration -> bus)
                        .configureSerializer(configuration -> JacksonSerializer.defaultSerializer())
                        .configureEventStore(configuration -> store.store())
                        .configureAggregate(
                                AggregateConfigurer.defaultConfiguration(WorkItem.class))
                        .buildConfiguration();
        axon.start();
        return new Node(store, axon);
    }

    private static Stamp by(Actor actor) {
        return new Stamp(Instant.parse("2026-09-14T01:00:00Z"), actor);
    }

    private record Node(EventStoreAssembly store, Configuration axon) {

        CommandGateway gateway() {
            return axon.commandGateway();
        }

        /** As the web does: who lost a race decides again on what stands now. */
        String ask(CyclicBarrier start, Command command) throws Exception {
            start.await();
            while (true) {
                try {
                    gateway().sendAndWait(command);
                    return "done";
                } catch (RefusedException refused) {
                    return refused.refusal().code();
                } catch (ConcurrencyException overtaken) {
                    // Again.
                }
            }
        }

        void close() {
            axon.shutdown();
            store.close();
        }
    }
}
