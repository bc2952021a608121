package org.banshi.command.domain.officers;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.officers.CaseOfficersCommand;
import org.banshi.command.contract.officers.CaseOfficersEvent;
import org.banshi.command.contract.officers.CaseOfficersId;
import org.banshi.command.domain.verdict.Recording;

/**
 * The officers of one case, in a stream beside the case's own: it begins with the first step that a
 * package has a rule for, or the first declaration.
 */
@AggregateRoot(type = "case-officers")
public final class CaseOfficers {

    @AggregateIdentifier private CaseOfficersId id;

    private final CaseOfficersState state = new CaseOfficersState();

    /** For the repository, before it replays the stream or has it created. */
    CaseOfficers() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CaseOfficersCommand.Handle command, Catalogue catalogue) {
        Step step =
                catalogue
                        .find(command.service())
                        .map(service -> service.steps().get(command.step()))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no step "
                                                        + command.step()
                                                        + " of "
                                                        + command.service()));
        Recording.record(CaseOfficersDecider.handle(state, command, step), command.stamp());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CaseOfficersCommand.Declare command) {
        Recording.record(CaseOfficersDecider.declare(state, command), command.stamp());
    }

    @EventSourcingHandler
    void on(CaseOfficersEvent event) {
        id = event.officers();
        state.on(event);
    }
}
