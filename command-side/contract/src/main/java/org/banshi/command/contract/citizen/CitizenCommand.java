package org.banshi.command.contract.citizen;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;

/** What is asked about a citizen's identity and access. */
public sealed interface CitizenCommand extends Command {

    CitizenId citizen();

    /**
     * Know this person from now on.
     *
     * @param identity the keyed hash of the identity number, by which nobody registers twice
     */
    record Register(
            @TargetAggregateIdentifier CitizenId citizen,
            @Personal Applicant details,
            String identity,
            Proof proof,
            Stamp stamp)
            implements CitizenCommand {}

    /** Somebody known has proven it again, perhaps better. */
    record Prove(@TargetAggregateIdentifier CitizenId citizen, Proof proof, Stamp stamp)
            implements CitizenCommand {}

    /** Give the person an account to log in with, as soon as known. */
    record OpenAccess(@TargetAggregateIdentifier CitizenId citizen, String account, Stamp stamp)
            implements CitizenCommand {}

    /**
     * Give an account to somebody who was known without one, such as a child who is of age now: by
     * whoever asked, on the day on which another one confirmed it.
     */
    record OpenLateAccess(
            @TargetAggregateIdentifier CitizenId citizen, String account, Proof proof, Stamp stamp)
            implements CitizenCommand {}

    /** An officer saw person and paper, and asks a colleague to look again: two see it (四眼). */
    record AskRecovery(@TargetAggregateIdentifier CitizenId citizen, Proof proof, Stamp stamp)
            implements CitizenCommand {}

    /** The colleague saw both, too. */
    record ConfirmRecovery(@TargetAggregateIdentifier CitizenId citizen, Stamp stamp)
            implements CitizenCommand {}

    /**
     * Take password, second factor and passkeys back, because the holder lost them: by whoever
     * asked, on the day on which another one confirmed it; or by a face service's word on somebody
     * who was never proven better.
     */
    record RecoverAccess(@TargetAggregateIdentifier CitizenId citizen, Proof proof, Stamp stamp)
            implements CitizenCommand {}

    /** The person was erased. */
    record Forget(@TargetAggregateIdentifier CitizenId citizen, Stamp stamp)
            implements CitizenCommand {}
}
