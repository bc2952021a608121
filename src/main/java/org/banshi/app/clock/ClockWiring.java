package org.banshi.app.clock;

import java.time.Clock;
import org.banshi.app.follow.Follower;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.process.engine.EngineTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The business clock, on every node as the log says. */
@Configuration(proxyBeanMethods = false)
class ClockWiring {

    @Bean
    StoredClock businessClock() {
        return new StoredClock(Clock.systemUTC());
    }

    @Bean
    Follower clockFollower(StoredClock clock, EngineTime engine) {
        return recorded -> {
            if (recorded.event() instanceof ClockEvent.Advanced advanced) {
                clock.moveTo(advanced.offset());
                // Timers that have come due run now.
                engine.moveTo(advanced.offset());
            }
        };
    }
}
