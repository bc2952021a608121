package org.banshi.command.domain.clock;

import java.time.Duration;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.command.contract.clock.ClockCommand;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;

/** The business clock's offset against wall time; it only grows. */
@AggregateRoot(type = "clock")
public final class Clock {

    private static final Refusal FORWARD_ONLY =
            Refusal.of(
                    "clock-forward-only",
                    Text.of("业务时间只能向前调整。", "Business time only moves forward."),
                    Text.of("请选择更晚的时间。", "Choose a later time."));

    @AggregateIdentifier private String clock;

    private Duration offset = Duration.ZERO;

    /** For the repository, before it replays the stream or has it created. */
    Clock() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ClockCommand.Advance command) {
        Recording.record(decide(command), command.stamp());
    }

    private Verdict decide(ClockCommand.Advance command) {
        boolean forward = !command.by().isNegative() && !command.by().isZero();
        return forward
                ? Verdict.happens(
                        new ClockEvent.Advanced(
                                command.clock(), command.by(), offset.plus(command.by())))
                : Verdict.refused(FORWARD_ONLY);
    }

    @EventSourcingHandler
    void on(ClockEvent.Advanced event) {
        clock = event.clock();
        offset = event.offset();
    }
}
