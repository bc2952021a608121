package org.banshi.process.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;

/**
 * The first day of each month from the first that a benefit pays: what it was granted by may be of
 * the year before or still to be confirmed, and a table may be published at any time. One that ends
 * by itself is granted anew.
 */
public final class BenefitRerating implements Deadline {

    @Override
    public String kind() {
        return "benefit-rerating";
    }

    @Override
    public Optional<Change> after(Event event) {
        if (event instanceof BenefitEvent.Granted it && it.lastMonth() == null) {
            return Optional.of(new Change(it.benefit().value(), it.firstMonth()));
        } else if (event instanceof BenefitEvent.Resumed it) {
            return Optional.of(new Change(it.benefit().value(), it.from()));
        } else if (event instanceof BenefitEvent.Stopped it) {
            return Optional.of(new Change(it.benefit().value(), null));
        }
        return Optional.empty();
    }

    @Override
    public Command due(String subject, Stamp stamp) {
        return new BenefitCommand.Rerate(new BenefitId(subject), stamp);
    }

    @Override
    public Optional<LocalDate> again(LocalDate today) {
        return Optional.of(today.withDayOfMonth(1).plusMonths(1));
    }
}
