package org.banshi.app.bench;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.banshi.app.config.BareAxon;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.LogTransactionManager;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The event store alone: {@link SmallCase} through Axon's bus, encryption, group append, and a read
 * model of where each case stands that keeps up beside.
 */
final class StoreCommands implements Workload {

    /** The read model. */
    static final String VIEW = "bench-case";

    private final EventStoreAssembly store;
    private final FileKeyVault keys;
    private final Configuration axon;
    private final CommandGateway gateway;

    StoreCommands(DataSource database, Path keyFolder) {
        keys = FileKeyVault.open(keyFolder, null);
        LogTransactionManager transactions = new LogTransactionManager(database);
        store =
                new EventStoreAssembly(
                        database,
                        transactions,
                        EventTypes.of(List.of(SmallCase.Story.class)),
                        (stream, event) -> ClaimRules.Changes.NONE,
                        keys,
                        List.of(),
                        List.of(),
                        EventStoreAssembly.Settings.DEFAULT);
        for (int person = 0; person < SmallCase.PEOPLE; person++) {
            keys.keyOf(SmallCases.person(person));
        }
        axon =
                BareAxon.on(store)
                        .configureAggregate(BareAxon.cached(SmallCase.class, 10_000))
                        .start();
        gateway = axon.commandGateway();
        store.subscriptions().register(new Where(new JdbcTemplate(database)));
        store.subscriptions().start();
    }

    @Override
    public int run(int caller) {
        return SmallCases.run(gateway);
    }

    /** Begins one case. */
    void open() {
        store.subscriptions().clear();
        gateway.sendAndWait(
                new SmallCase.Open(
                        UUID.randomUUID().toString(),
                        SmallCases.person(ThreadLocalRandom.current().nextInt(SmallCase.PEOPLE))));
    }

    /** Waits until the read model shows what this thread appended last. */
    void awaitVisible() {
        long position = store.subscriptions().lastAppended();
        if (position == 0 || !store.subscriptions().await(VIEW, position, Duration.ofSeconds(30))) {
            throw new IllegalStateException("position " + position + " did not become visible");
        }
    }

    void publish(List<? extends EventMessage<?>> events) {
        store.store().publish(events);
    }

    /** How many events there are. */
    long head() {
        return store.log().head();
    }

    long behind() {
        return store.log().head() - store.subscriptions().states().get(0).position();
    }

    @Override
    public void close() {
        axon.shutdown();
        store.close();
        keys.close();
    }

    /** Where each case stands. */
    private static final class Where implements Subscription {

        private final JdbcTemplate jdbc;

        Where(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
            jdbc.execute(
                    """
                    CREATE TABLE IF NOT EXISTS bench_case (
                        id text PRIMARY KEY, step int NOT NULL, since timestamptz NOT NULL, position bigint NOT NULL)
                    """);
        }

        @Override
        public String name() {
            return VIEW;
        }

        @Override
        public boolean redoable() {
            return true;
        }

        @Override
        public void handle(List<Recorded> batch) {
            Map<String, Recorded> last = new LinkedHashMap<>();
            batch.forEach(event -> last.put(event.stream(), event));
            List<Recorded> rows = new ArrayList<>(last.values());
            jdbc.update(
                    """
                    INSERT INTO bench_case (id, step, since, position)
                    SELECT * FROM unnest(?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE
                    SET step = excluded.step, since = excluded.since, position = excluded.position
                    """,
                    statement -> {
                        statement.setObject(
                                1, rows.stream().map(Recorded::stream).toArray(String[]::new));
                        statement.setObject(
                                2,
                                rows.stream()
                                        .mapToInt(it -> ((SmallCase.Story) it.event()).step())
                                        .toArray());
                        statement.setArray(
                                3,
                                statement
                                        .getConnection()
                                        .createArrayOf(
                                                "timestamptz",
                                                rows.stream()
                                                        .map(it -> Timestamp.from(it.recordedAt()))
                                                        .toArray()));
                        statement.setObject(
                                4, rows.stream().mapToLong(Recorded::position).toArray());
                    });
        }
    }
}
