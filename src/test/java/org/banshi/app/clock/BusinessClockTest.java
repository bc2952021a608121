package org.banshi.app.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiTest;
import org.banshi.app.follow.EveryNode;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.clock.ClockCommand;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.PostgresEventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BanshiTest
class BusinessClockTest {

    @Autowired private BusinessClock clock;
    @Autowired private CommandGateway commands;
    @Autowired private EventLog log;
    @Autowired private JdbcClient jdbc;
    @Autowired private PostgresEventStore store;

    @Test
    void has_moved_when_the_command_returns() {
        Instant before = clock.now();

        advance(Duration.ofDays(7));

        assertThat(clock.now())
                .isCloseTo(before.plus(Duration.ofDays(7)), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void never_goes_back() {
        Instant before = clock.now();

        assertThatThrownBy(() -> advance(Duration.ofDays(-1))).isInstanceOf(RefusedException.class);
        assertThat(clock.now()).isAfterOrEqualTo(before);
    }

    @Test
    void tells_the_same_on_another_node_and_after_a_restart() {
        advance(Duration.ofHours(1));
        Instant wall = Instant.parse("2026-09-14T01:00:00Z");
        StoredClock elsewhere = new StoredClock(Clock.fixed(wall, ZoneOffset.UTC));
        EveryNode node =
                new EveryNode(
                        log,
                        jdbc,
                        store,
                        List.of(
                                recorded -> {
                                    if (recorded.event() instanceof ClockEvent.Advanced moved) {
                                        elsewhere.moveTo(moved.offset());
                                    }
                                }));

        node.catchUp();

        Duration here = Duration.between(Instant.now(), clock.now());
        assertThat(Duration.between(wall, elsewhere.now())).isCloseTo(here, Duration.ofSeconds(1));
    }

    private void advance(Duration by) {
        commands.sendAndWait(
                new ClockCommand.Advance(
                        ClockCommand.CLOCK, by, new Stamp(clock.now(), Actor.system("test"))));
    }
}
