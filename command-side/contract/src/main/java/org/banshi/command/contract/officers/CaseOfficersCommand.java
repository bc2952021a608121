package org.banshi.command.contract.officers;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;

/** What is asked about the officers of a case; each is about the officer of the stamp. */
public sealed interface CaseOfficersCommand extends Command {

    CaseOfficersId officers();

    /**
     * The officer does this step, in the transaction of its act.
     *
     * @param service whose package says who may
     * @param step id of the user task
     */
    record Handle(
            @TargetAggregateIdentifier CaseOfficersId officers,
            ServiceVersion service,
            String step,
            Stamp stamp)
            implements CaseOfficersCommand {}

    /** The officer says to be concerned, or not to be. */
    record Declare(@TargetAggregateIdentifier CaseOfficersId officers, Concern concern, Stamp stamp)
            implements CaseOfficersCommand {}
}
