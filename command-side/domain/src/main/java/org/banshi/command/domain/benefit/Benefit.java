package org.banshi.command.domain.benefit;

import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;

/**
 * Something paid to a person month by month after an approval. The shell only hands a command to
 * its decider; the state only evolves.
 *
 * <p>Every handler throws {@link org.banshi.command.contract.message.RefusedException} when the act
 * is refused; then nothing has changed.
 */
@AggregateRoot(type = "benefit")
public final class Benefit {

    @AggregateIdentifier private BenefitId id;

    private final BenefitState state = new BenefitState();

    /** For the repository, before it replays the stream. */
    Benefit() {}

    @CommandHandler
    Benefit(BenefitCommand.Grant command, Catalogue catalogue) {
        Recording.record(Granting.grant(command, calendar(catalogue)), command.stamp());
    }

    @CommandHandler
    void handle(BenefitCommand.ConfirmAnew command, Catalogue catalogue) {
        decide(command, () -> Granting.confirmAnew(state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(BenefitCommand.ReportChange command) {
        decide(command, () -> Verifying.reportChange(state, command));
    }

    @CommandHandler
    void handle(BenefitCommand.FallDue command) {
        decide(command, () -> Verifying.fallDue(state, command));
    }

    @CommandHandler
    void handle(BenefitCommand.Rerate command, Catalogue catalogue) {
        decide(command, () -> Rerating.rerate(state, command, catalogue));
    }

    @CommandHandler
    void handle(BenefitCommand.LetCertificationTimePass command) {
        decide(command, () -> Certifying.letTimePass(state, command));
    }

    @CommandHandler
    void handle(BenefitCommand.Certify command) {
        decide(command, () -> Certifying.certify(state, command));
    }

    @CommandHandler
    void handle(BenefitCommand.BreakOffReview command) {
        decide(command, () -> Verifying.breakOff(state));
    }

    @CommandHandler
    void handle(BenefitCommand.Keep command, Catalogue catalogue) {
        decide(command, () -> Verifying.keep(state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(BenefitCommand.Increase command, Catalogue catalogue) {
        decide(command, () -> Changing.increase(state, command, catalogue));
    }

    @CommandHandler
    void handle(BenefitCommand.Decrease command, Catalogue catalogue) {
        decide(command, () -> Changing.decrease(state, command, catalogue));
    }

    @CommandHandler
    void handle(BenefitCommand.Stop command, Catalogue catalogue) {
        decide(command, () -> Stopping.stop(state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(BenefitCommand.PhaseOut command, Catalogue catalogue) {
        decide(command, () -> Stopping.phaseOut(state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(BenefitCommand.RunOut command) {
        decide(command, () -> Stopping.runOut(state, command));
    }

    @CommandHandler
    void handle(BenefitCommand.StopShare command, Catalogue catalogue) {
        decide(command, () -> Changing.stopShare(state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(BenefitCommand.ClaimBack command, Catalogue catalogue) {
        decide(command, () -> Stopping.claimBack(state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(BenefitCommand.Fine command, Catalogue catalogue) {
        decide(command, () -> Fining.fine(state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(BenefitCommand.CollectFine command) {
        decide(command, () -> Fining.collect(state, command));
    }

    @CommandHandler
    void handle(BenefitCommand.QuestionStop command, Catalogue catalogue) {
        decide(command, () -> Resuming.question(state, command, catalogue));
    }

    @CommandHandler
    void handle(BenefitCommand.Resume command, Catalogue catalogue, RunningBenefits running) {
        decide(command, () -> Resuming.resume(state, command, calendar(catalogue), running));
    }

    @CommandHandler
    void handle(BenefitCommand.MakeGood command) {
        decide(command, () -> Resuming.makeGood(state, command));
    }

    @CommandHandler
    void handle(BenefitCommand.UpholdStop command) {
        decide(command, () -> Resuming.uphold(state));
    }

    @CommandHandler
    void handle(BenefitCommand.Rehearse command, Catalogue catalogue, RunningBenefits running) {
        decide(command, () -> Rehearsing.rehearse(state, command, catalogue, running));
    }

    @EventSourcingHandler
    void on(BenefitEvent event, MetaData metadata) {
        id = event.benefit();
        state.on(event, StampMetadata.from(metadata).day());
    }

    private void decide(BenefitCommand command, Supplier<Verdict> decider) {
        Verdict verdict = Gate.of(state, command).map(Verdict::refused).orElseGet(decider);
        Recording.record(
                Certifying.thenLookIntoWhatWaited(state, verdict, command), command.stamp());
    }

    private static WorkingCalendar calendar(Catalogue catalogue) {
        return catalogue.reference().calendar();
    }
}
