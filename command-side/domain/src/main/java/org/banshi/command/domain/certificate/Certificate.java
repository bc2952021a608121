package org.banshi.command.domain.certificate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;

/**
 * A holder's disability certificate, from the first issue on. Every handler throws {@link
 * org.banshi.command.contract.message.RefusedException} when the act is refused; then nothing has
 * changed.
 */
@AggregateRoot(type = "certificate")
public final class Certificate {

    @AggregateIdentifier private CertificateId id;

    private final CertificateState state = new CertificateState();

    /** For the repository, before it replays the stream or has it created. */
    Certificate() {}

    /** A holder whose certificate was cancelled goes on in the same stream. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CertificateCommand.Issue command) {
        record(CertificateDecider.issue(state, command), command);
    }

    /** Of a holder who has none there is nothing to be found, and nothing is made. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CertificateCommand.Rehearse command) {
        record(CertificateDecider.rehearse(state, command.issue()), command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CertificateCommand.Record command) {
        record(CertificateDecider.record(state, command), command);
    }

    @CommandHandler
    void handle(CertificateCommand.ReportLoss command) {
        record(CertificateDecider.reportLoss(state), command);
    }

    @CommandHandler
    void handle(CertificateCommand.ReportFound command) {
        record(CertificateDecider.reportFound(state), command);
    }

    @CommandHandler
    void handle(CertificateCommand.Replace command) {
        record(CertificateDecider.replace(state, command), command);
    }

    @CommandHandler
    void handle(CertificateCommand.ChangeGrade command) {
        record(CertificateDecider.changeGrade(state, command), command);
    }

    @CommandHandler
    void handle(CertificateCommand.Renew command) {
        record(CertificateDecider.renew(state, command), command);
    }

    @CommandHandler
    void handle(CertificateCommand.ReportMoveOut command) {
        record(CertificateMoves.out(state, command), command);
    }

    @CommandHandler
    void handle(CertificateCommand.MoveIn command) {
        record(CertificateMoves.in(state, command), command);
    }

    @CommandHandler
    void handle(CertificateCommand.Cancel command) {
        record(CertificateEnds.cancel(state, command), command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CertificateCommand.CancelBelowStandard command) {
        record(CertificateEnds.cancelBelowStandard(state, command), command);
    }

    @CommandHandler
    void handle(CertificateCommand.MatchDeath command) {
        record(CertificateEnds.matchDeath(state, command), command);
    }

    @CommandHandler
    void handle(CertificateCommand.RefuteDeath command) {
        record(CertificateEnds.refuteDeath(state), command);
    }

    @CommandHandler
    void handle(CertificateCommand.LetTimePass command) {
        record(CertificateEnds.letTimePass(state, command), command);
    }

    @EventSourcingHandler
    void on(CertificateEvent event) {
        id = event.certificate();
        state.on(event);
    }

    private static void record(Verdict verdict, CertificateCommand command) {
        Recording.record(verdict, command.stamp());
    }
}
