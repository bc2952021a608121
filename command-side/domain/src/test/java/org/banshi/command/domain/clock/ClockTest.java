package org.banshi.command.domain.clock;

import static org.banshi.command.contract.clock.ClockCommand.CLOCK;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.on;

import java.time.Duration;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.banshi.command.contract.clock.ClockCommand.Advance;
import org.banshi.command.contract.clock.ClockEvent.Advanced;
import org.banshi.command.contract.message.RefusedException;
import org.junit.jupiter.api.Test;

class ClockTest {

    private final AggregateTestFixture<Clock> fixture = new AggregateTestFixture<>(Clock.class);

    @Test
    void moves_forward_from_wall_time() {
        fixture.givenNoPriorActivity()
                .when(advance(Duration.ofDays(7)))
                .expectEvents(new Advanced(CLOCK, Duration.ofDays(7), Duration.ofDays(7)));
    }

    @Test
    void adds_to_the_offset() {
        fixture.given(new Advanced(CLOCK, Duration.ofDays(7), Duration.ofDays(7)))
                .when(advance(Duration.ofHours(1)))
                .expectEvents(new Advanced(CLOCK, Duration.ofHours(1), Duration.ofHours(169)));
    }

    @Test
    void never_goes_back_nor_stands_still() {
        fixture.givenNoPriorActivity()
                .when(advance(Duration.ofSeconds(-1)))
                .expectException(RefusedException.class)
                .expectExceptionMessage("clock-forward-only");
        fixture.givenNoPriorActivity()
                .when(advance(Duration.ZERO))
                .expectException(RefusedException.class)
                .expectExceptionMessage("clock-forward-only");
    }

    private static Advance advance(Duration by) {
        return new Advance(CLOCK, by, on("2026-09-14", CLERK));
    }
}
