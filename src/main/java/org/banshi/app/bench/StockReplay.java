package org.banshi.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The peer of a rebuild: the tracking processor of {@link StockEngine} reads its own JDBC events
 * into a simple table, one upsert an event.
 */
final class StockReplay implements AutoCloseable {

    private static final int EVENTS = 50_000;
    private static final int EVENTS_A_TRANSACTION = 500;

    private final JdbcTemplate jdbc;
    private final StockEngine stock;

    /** Fills the store up to 50,000 events. */
    StockReplay(DataSource database) {
        jdbc = new JdbcTemplate(database);
        stock = new StockEngine(database);
        jdbc.execute(
                "CREATE TABLE IF NOT EXISTS bench_stock_progress"
                        + " (id text PRIMARY KEY, step int NOT NULL)");
        fill();
    }

    private void fill() {
        Long stored = jdbc.queryForObject("SELECT count(*) FROM domainevententry", Long.class);
        for (long have = stored == null ? 0 : stored; have < EVENTS; have += EVENTS_A_TRANSACTION) {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            while (events.size() < EVENTS_A_TRANSACTION) {
                String id = UUID.randomUUID().toString();
                for (int step = 0; step < 4; step++) {
                    events.add(
                            new GenericDomainEventMessage<>(
                                    "SmallCase",
                                    id,
                                    step,
                                    new SmallCase.Advanced(
                                            id,
                                            SmallCases.person(step),
                                            step,
                                            "",
                                            SmallCase.PAYLOAD)));
                }
            }
            stock.transactions.executeInTransaction(() -> stock.engine.appendEvents(events));
        }
    }

    /** Events a second from the beginning of the log, over at most {@code duration}. */
    double perSecond(Duration duration) throws InterruptedException {
        jdbc.execute("TRUNCATE tokenentry, bench_stock_progress");
        Progress progress = new Progress(jdbc);
        TrackingEventProcessor processor = stock.processor("bench", progress);
        processor.start();
        try {
            while (progress.taken.sum() == 0) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            long first = progress.taken.sum();
            long began = System.nanoTime();
            while (System.nanoTime() - began < duration.toNanos()
                    && progress.taken.sum() < EVENTS) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            return (progress.taken.sum() - first) * 1e9 / (System.nanoTime() - began);
        } finally {
            processor.shutDown();
        }
    }

    @Override
    public void close() {
        stock.close();
    }

    /** The simple table. */
    static final class Progress {

        private final JdbcTemplate jdbc;
        private final LongAdder taken = new LongAdder();

        Progress(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(SmallCase.Advanced event) {
            jdbc.update(
                    "INSERT INTO bench_stock_progress VALUES (?, ?)"
                            + " ON CONFLICT (id) DO UPDATE SET step = excluded.step",
                    event.id(),
                    event.step());
            taken.increment();
        }
    }
}
