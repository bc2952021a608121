package org.banshi.command.contract.privacy;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/** What can be asked about the data that are kept of a person. */
public sealed interface PrivacyCommand extends Command {

    PrivacyId record();

    /**
     * Erase everything of a person.
     *
     * @param kept what there is that may have to be kept still
     */
    record Erase(
            @TargetAggregateIdentifier PrivacyId record,
            PersonId person,
            List<ApplicationId> applications,
            List<Kept> kept,
            ErasureGround ground,
            @Nullable String reference,
            Stamp stamp)
            implements PrivacyCommand {}
}
