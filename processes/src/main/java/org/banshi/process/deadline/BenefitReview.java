package org.banshi.process.deadline;

import java.util.Optional;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.jspecify.annotations.Nullable;

/** The day on which a benefit is to be verified again. */
public final class BenefitReview implements Deadline {

    @Override
    public String kind() {
        return "benefit-review";
    }

    @Override
    public Optional<Change> after(Event event) {
        if (event instanceof BenefitEvent.Granted it) {
            return change(it, it.reviewDue());
        } else if (event instanceof BenefitEvent.ConfirmedAnew it) {
            return change(it, it.reviewDue());
        } else if (event instanceof BenefitEvent.Kept it) {
            return change(it, it.reviewDue());
        } else if (event instanceof BenefitEvent.Increased it) {
            return change(it, it.reviewDue());
        } else if (event instanceof BenefitEvent.Decreased it) {
            return change(it, it.reviewDue());
        } else if (event instanceof BenefitEvent.ShareStopped it) {
            return change(it, it.reviewDue());
        } else if (event instanceof BenefitEvent.Resumed it) {
            return change(it, it.reviewDue());
        } else if (event instanceof BenefitEvent.ReviewBrokenOff it) {
            return change(it, it.reviewDue());
        } else if (event instanceof BenefitEvent.ReviewFellDue
                || event instanceof BenefitEvent.Stopped
                || event instanceof BenefitEvent.PhaseOutBegan) {
            return change((BenefitEvent) event, null);
        }
        return Optional.empty();
    }

    private static Optional<Change> change(BenefitEvent event, @Nullable DueDate due) {
        return Optional.of(new Change(event.benefit().value(), due == null ? null : due.day()));
    }

    @Override
    public Command due(String subject, Stamp stamp) {
        return new BenefitCommand.FallDue(new BenefitId(subject), stamp);
    }
}
