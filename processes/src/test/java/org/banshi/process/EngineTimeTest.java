package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.clock.ClockCommand;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.process.world.MovableClock;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class EngineTimeTest {

    @Autowired private Office office;
    @Autowired private MovableClock clock;
    @Autowired private EventStore events;

    @Test
    void a_timer_waits_for_the_end_of_its_day_in_business_time() {
        ApplicationId application = shown();
        assertThat(due(application)).isAfter(clock.now().plus(Duration.ofDays(7)));

        advance(Duration.ofDays(6));
        office.settle();
        assertThat(office.story(application)).doesNotContain("application.concluded");

        advance(Duration.ofDays(2));
        office.until(() -> office.story(application).contains("application.concluded"));
    }

    @Test
    void the_engines_clock_follows_the_business_clock() {
        advance(Duration.ofHours(3));
        office.settle();

        assertThat(Duration.between(ClockUtil.now().toInstant(), clock.now()).abs())
                .isLessThan(Duration.ofSeconds(2));
    }

    private ApplicationId shown() {
        ApplicationId application = office.open();
        office.complete(application, "check-papers", "accept");
        office.until(() -> !office.tasks(application).isEmpty());
        office.complete(application, "decide-stall", "grant", Map.of("opinion", "同意"));
        return application;
    }

    private Instant due(ApplicationId application) {
        return Instant.ofEpochMilli(
                office.count(
                        """
                        SELECT (extract(epoch FROM duedate_) * 1000)::bigint FROM act_ru_job
                        WHERE process_instance_id_ = ?""",
                        office.instance(application)));
    }

    /** As an operator does: the event reaches the engine's reader, which wakes the jobs. */
    private void advance(Duration by) {
        Duration offset = clock.advance(by);
        long sequence = events.lastSequenceNumberFor(ClockCommand.CLOCK).map(n -> n + 1).orElse(0L);
        events.publish(
                new GenericDomainEventMessage<>(
                        "clock",
                        ClockCommand.CLOCK,
                        sequence,
                        new ClockEvent.Advanced(ClockCommand.CLOCK, by, offset),
                        StampMetadata.of(office.officer("operator"))));
    }
}
