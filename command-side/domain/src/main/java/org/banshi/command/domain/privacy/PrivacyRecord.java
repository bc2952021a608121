package org.banshi.command.domain.privacy;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.privacy.PrivacyCommand;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.command.contract.privacy.PrivacyId;
import org.banshi.command.domain.verdict.Recording;

/** What became of the data that are kept of a person. */
@AggregateRoot(type = "privacy")
public final class PrivacyRecord {

    @AggregateIdentifier private PrivacyId record;

    private PrivacyState state = PrivacyState.NONE;

    /** For the repository, before it replays the stream or has it created. */
    PrivacyRecord() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PrivacyCommand.Erase command, Catalogue catalogue) {
        List<String> services =
                catalogue.current().stream()
                        .map(service -> service.version().service())
                        .sorted()
                        .toList();
        Recording.record(PrivacyDecider.decide(state.erased(), command, services), command.stamp());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PrivacyCommand.AskCorrection command) {
        Recording.record(CorrectionDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PrivacyCommand.DecideCorrection command) {
        Recording.record(CorrectionDecider.decide(state, command), command.stamp());
    }

    @EventSourcingHandler
    void on(PrivacyEvent event) {
        record = event.record();
        state = state.after(event);
    }
}
