package org.banshi.web.write;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.clock.ClockCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the operator of a demonstration does with the business clock. */
@Component
public class ClockActs {

    private final Commands commands;
    private final BusinessClock clock;

    public ClockActs(Commands commands, BusinessClock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    public Instant now() {
        return clock.now();
    }

    /** Position of the newest event. */
    public long head() {
        return commands.head();
    }

    /**
     * Moves business time forward.
     *
     * @param by counted from the time that it is given
     */
    public Written advance(SignedIn who, Function<Instant, Duration> by, @Nullable RequestKey key) {
        return commands.send(
                ClockCommand.CLOCK,
                () ->
                        new ClockCommand.Advance(
                                ClockCommand.CLOCK,
                                by.apply(clock.now()),
                                commands.stamp(who.actor())),
                key);
    }
}
