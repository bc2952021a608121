package org.banshi.command.contract.privacy;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** What can be asked about the data that are kept of a person. */
public sealed interface PrivacyCommand extends Command {

    PrivacyId record();

    /**
     * Correct what is kept of a person (PIPL article 46), as that person asks.
     *
     * @param region whose counters look at it
     */
    record AskCorrection(
            @TargetAggregateIdentifier PrivacyId record,
            PersonId person,
            CorrectionField field,
            @Personal String value,
            @Personal String reason,
            RegionCode region,
            Stamp stamp)
            implements PrivacyCommand {}

    /**
     * An officer compared it with the papers.
     *
     * @param impartial whether the officer declares to be neither that person nor kin, nor
     *     otherwise concerned
     */
    record DecideCorrection(
            @TargetAggregateIdentifier PrivacyId record,
            boolean granted,
            boolean impartial,
            @Personal String reason,
            Stamp stamp)
            implements PrivacyCommand {}

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
