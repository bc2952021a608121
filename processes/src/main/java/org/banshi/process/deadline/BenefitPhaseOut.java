package org.banshi.process.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.jspecify.annotations.Nullable;

/** The first day after the last month for which a benefit that is phased out is paid. */
public final class BenefitPhaseOut implements Deadline {

    @Override
    public String kind() {
        return "benefit-phase-out";
    }

    @Override
    public Optional<Change> after(Event event) {
        if (event instanceof BenefitEvent.RunsOut it) {
            return change(it, it.lastMonth().withDayOfMonth(1).plusMonths(1));
        }
        boolean settled =
                event instanceof BenefitEvent.RanOut
                        || event instanceof BenefitEvent.Stopped
                        || event instanceof BenefitEvent.ConfirmedAnew;
        return settled ? change((BenefitEvent) event, null) : Optional.empty();
    }

    private static Optional<Change> change(BenefitEvent event, @Nullable LocalDate day) {
        return Optional.of(new Change(event.benefit().value(), day));
    }

    @Override
    public Command due(String subject, Stamp stamp) {
        return new BenefitCommand.RunOut(new BenefitId(subject), stamp);
    }
}
