package org.banshi.app.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiTest;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.clock.ClockCommand;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.PostgresEventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@BanshiTest
class EveryNodeTest {

    @Autowired private BusinessClock clock;
    @Autowired private CommandGateway commands;
    @Autowired private DataSource database;
    @Autowired private EventLog log;
    @Autowired private PostgresEventStore store;

    /** Whoever asks the catalogue for a version that is not known here asks this for news. */
    @Test
    void whoever_waits_for_the_database_keeps_nobody_else_waiting() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        List<Long> told = new CopyOnWriteArrayList<>();
        EveryNode node =
                new EveryNode(
                        log,
                        JdbcClient.create(slowFor("slow", asked, answered)),
                        store,
                        List.of(recorded -> told.add(recorded.position())));
        node.catchUp();
        told.clear();
        commands.sendAndWait(
                new ClockCommand.Advance(
                        ClockCommand.CLOCK,
                        Duration.ofSeconds(1),
                        new Stamp(clock.now(), Actor.system("test"))));
        Thread slow = new Thread(node::catchUp, "slow");
        slow.start();
        try {
            asked.await();

            CompletableFuture.runAsync(node::catchUp).get(20, TimeUnit.SECONDS);

            assertThat(told).isNotEmpty();
        } finally {
            answered.countDown();
            slow.join();
        }
        assertThat(told).doesNotHaveDuplicates().isSorted();
    }

    private DataSource slowFor(String thread, CountDownLatch asked, CountDownLatch answered) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                if (Thread.currentThread().getName().equals(thread)) {
                    asked.countDown();
                    try {
                        answered.await();
                    } catch (InterruptedException e) {
                        throw new SQLException(e);
                    }
                }
                return super.getConnection();
            }
        };
    }
}
