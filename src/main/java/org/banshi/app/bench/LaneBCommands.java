package org.banshi.app.bench;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.banshi.eventstore.LogTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that write a row of their own and append an event as their last act (lane B), which
 * no group can spare their commits: the lock on the log's order is held until each is through.
 */
final class LaneBCommands implements Workload {

    private final StoreCommands store;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    LaneBCommands(StoreCommands store, DataSource database) {
        this.store = store;
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new LogTransactionManager(database));
        jdbc.execute("CREATE TABLE IF NOT EXISTS bench_own (id uuid PRIMARY KEY, note text)");
    }

    @Override
    public int run(int caller) {
        UUID id = UUID.randomUUID();
        SmallCase.Opened event =
                SmallCase.opened(
                        id.toString(),
                        SmallCases.person(ThreadLocalRandom.current().nextInt(SmallCase.PEOPLE)));
        transaction.executeWithoutResult(
                status -> {
                    jdbc.update("INSERT INTO bench_own VALUES (?, 'own')", id);
                    store.publish(
                            List.of(
                                    new GenericDomainEventMessage<>(
                                            "SmallCase",
                                            id.toString(),
                                            0,
                                            event,
                                            SmallCase.STAMP)));
                });
        return 1;
    }
}
