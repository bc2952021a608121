package org.banshi.app.bench;

import java.sql.Timestamp;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The peer of a command: {@link SmallCase} on {@link StockEngine}; with a read model, if wanted,
 * that follows beside as that of {@link StoreCommands} does, with the same columns.
 */
final class StockAxon implements Workload {

    private final CommandGateway gateway;
    private final StockEngine stock;
    private final @Nullable TrackingEventProcessor reader;
    private final LongAdder commands = new LongAdder();
    private final LongAdder taken = new LongAdder();

    /** Commands alone. */
    StockAxon(DataSource database) {
        this(database, false);
    }

    /**
     * @param reading whether a read model follows
     */
    StockAxon(DataSource database, boolean reading) {
        stock = new StockEngine(database);
        SimpleCommandBus bus =
                SimpleCommandBus.builder().transactionManager(stock.transactions).build();
        AggregateAnnotationCommandHandler.<SmallCase>builder()
                .aggregateType(SmallCase.class)
                .repository(
                        EventSourcingRepository.builder(SmallCase.class)
                                .eventStore(stock.store)
                                .build())
                .build()
                .subscribe(bus);
        gateway = DefaultCommandGateway.builder().commandBus(bus).build();
        reader = reading ? stock.processor("bench-case", new Where(database, taken)) : null;
        if (reader != null) {
            reader.start();
        }
    }

    @Override
    public int run(int caller) {
        int done = SmallCases.run(gateway);
        commands.add(done);
        return done;
    }

    /** How many events the read model is behind. */
    long behind() {
        return commands.sum() - taken.sum();
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.shutDown();
        }
        stock.close();
    }

    /** Where each case stands. */
    static final class Where {

        private final JdbcTemplate jdbc;
        private final LongAdder taken;

        Where(DataSource database, LongAdder taken) {
            this.jdbc = new JdbcTemplate(database);
            this.taken = taken;
            jdbc.execute(
                    """
                    CREATE TABLE IF NOT EXISTS bench_stock_case (
                        id text PRIMARY KEY, step int NOT NULL, since timestamptz NOT NULL,
                        position bigint NOT NULL)
                    """);
        }

        @EventHandler
        void on(SmallCase.Story event, EventMessage<?> message) {
            jdbc.update(
                    """
                    INSERT INTO bench_stock_case VALUES (?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE
                    SET step = excluded.step, since = excluded.since, position = excluded.position
                    """,
                    event.id(),
                    event.step(),
                    Timestamp.from(message.getTimestamp()),
                    message instanceof TrackedEventMessage<?> tracked
                            ? tracked.trackingToken().position().orElse(0)
                            : 0);
            taken.increment();
        }
    }
}
