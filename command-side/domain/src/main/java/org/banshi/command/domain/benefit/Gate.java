package org.banshi.command.domain.benefit;

import java.time.LocalDate;
import java.util.Optional;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitCommand.BreakOffReview;
import org.banshi.command.contract.benefit.BenefitCommand.Certify;
import org.banshi.command.contract.benefit.BenefitCommand.ClaimBack;
import org.banshi.command.contract.benefit.BenefitCommand.ConfirmAnew;
import org.banshi.command.contract.benefit.BenefitCommand.FallDue;
import org.banshi.command.contract.benefit.BenefitCommand.LetCertificationTimePass;
import org.banshi.command.contract.benefit.BenefitCommand.ReportChange;
import org.banshi.command.contract.benefit.BenefitCommand.Rerate;
import org.banshi.command.contract.benefit.BenefitCommand.Resume;
import org.banshi.command.contract.benefit.BenefitCommand.RunOut;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;

/** Who may do what to a benefit, and whether it is still there to be changed. */
final class Gate {

    private Gate() {}

    static Optional<Refusal> of(BenefitState state, BenefitCommand command) {
        if (!mayAct(state, command)) {
            return Optional.of(
                    command instanceof ReportChange || command instanceof Certify
                            ? BenefitRefusals.NOT_THE_BENEFICIARY
                            : BenefitRefusals.OFFICE_ONLY);
        }
        boolean afterTheEnd =
                command instanceof ClaimBack
                        || command instanceof BenefitCommand.Fine
                        || command instanceof BenefitCommand.CollectFine
                        || command instanceof Resume
                        || command instanceof BenefitCommand.QuestionStop
                        || command instanceof BenefitCommand.MakeGood
                        || command instanceof BenefitCommand.UpholdStop
                        || command instanceof RunOut
                        || command instanceof FallDue
                        || command instanceof Rerate
                        || command instanceof LetCertificationTimePass
                        || command instanceof BreakOffReview
                        || command instanceof BenefitCommand.Rehearse
                        || command instanceof ConfirmAnew && hasRoom(state);
        LocalDate today = command.stamp().day();
        return !afterTheEnd && (state.stopped() || state.overOn(today))
                ? Optional.of(BenefitRefusals.ENDED)
                : Optional.empty();
    }

    /** What was phased out keeps its room until the clock has said that it ran out. */
    private static boolean hasRoom(BenefitState state) {
        return state.phasingOut() && !state.stopped();
    }

    /**
     * The person reports and is certified; everything else is decided in an office, and follows
     * from a case.
     */
    private static boolean mayAct(BenefitState state, BenefitCommand command) {
        Actor by = command.stamp().by();
        if (by.kind() != Actor.Kind.CITIZEN) {
            return true;
        }
        boolean theirs =
                state.subject().equals(by.person()) && by.onBehalfOf() == null
                        || state.subject().equals(by.onBehalfOf());
        return (command instanceof ReportChange || command instanceof Certify) && theirs;
    }
}
