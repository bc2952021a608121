package org.banshi.process.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.CertificationWindow;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.jspecify.annotations.Nullable;

/** The days of the yearly certification: it opens, is reminded of, is over. */
public final class BenefitCertification implements Deadline {

    @Override
    public String kind() {
        return "benefit-certification";
    }

    @Override
    public Optional<Change> after(Event event) {
        if (event instanceof BenefitEvent.CertificationSet it) {
            return change(it, it.opens());
        } else if (event instanceof BenefitEvent.CertificationOpened it) {
            return change(it, CertificationWindow.remindOn(it.until()));
        } else if (event instanceof BenefitEvent.CertificationReminded it) {
            return change(it, it.until().plusDays(1));
        } else if (event instanceof BenefitEvent.Stopped
                || event instanceof BenefitEvent.PhaseOutBegan) {
            return change((BenefitEvent) event, null);
        }
        return Optional.empty();
    }

    private static Optional<Change> change(BenefitEvent event, @Nullable LocalDate day) {
        return Optional.of(new Change(event.benefit().value(), day));
    }

    @Override
    public Command due(String subject, Stamp stamp) {
        return new BenefitCommand.LetCertificationTimePass(new BenefitId(subject), stamp);
    }
}
