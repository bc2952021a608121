package org.banshi.process.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.EventLog;
import org.banshi.process.world.MovableClock;
import org.banshi.process.world.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many days of one kind, or days that fail, hold up nothing else. */
@ProcessTest
class FairShareTest {

    @Autowired private MovableClock clock;
    @Autowired private CommandGateway commands;
    @Autowired private EventLog log;
    @Autowired private JdbcClient jdbc;

    @Test
    void many_that_are_due_or_fail_hold_up_neither_another_kind_nor_their_own() {
        jdbc.sql(
                        """
                        INSERT INTO process_deadline (kind, subject, day)
                        SELECT kind, 'struck-' || n, DATE '2000-01-01'
                        FROM generate_series(1, 250) n, (VALUES ('many'), ('other')) k (kind)""")
                .update();
        jdbc.sql(
                        """
                        INSERT INTO process_deadline (kind, subject, day)
                        VALUES ('many', 'last', DATE '2000-01-02')""")
                .update();
        jdbc.sql("DELETE FROM process_deadline WHERE kind = 'other' AND subject <> 'struck-1'")
                .update();
        Set<String> asked = ConcurrentHashMap.newKeySet();
        Deadlines deadlines =
                new Deadlines(
                        jdbc,
                        commands,
                        clock,
                        log,
                        List.of(new Struck("many", asked), new Struck("other", asked)));
        try {
            deadlines.sendDue();
            assertThat(asked).contains("other struck-1");
            for (int look = 2; look <= 6; look++) {
                deadlines.sendDue();
            }
            assertThat(asked).contains("many last");
        } finally {
            jdbc.sql("DELETE FROM process_deadline WHERE kind IN ('many', 'other')").update();
        }
    }

    /** Fails whenever it is asked. */
    private record Struck(String kind, Set<String> asked) implements Deadline {

        @Override
        public Optional<Change> after(Event event) {
            return Optional.empty();
        }

        @Override
        public Command due(String subject, Stamp stamp) {
            asked.add(kind + " " + subject);
            throw new IllegalStateException("struck");
        }
    }
}
