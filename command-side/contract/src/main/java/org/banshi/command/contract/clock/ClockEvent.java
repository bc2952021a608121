package org.banshi.command.contract.clock;

import java.time.Duration;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;

/** The whole story of the business clock. */
public sealed interface ClockEvent extends Event {

    /** {@code offset}: business time minus wall time, from now on. */
    @Stored("clock.advanced")
    record Advanced(String clock, Duration by, Duration offset) implements ClockEvent {}
}
