package org.banshi.command.contract.citizen;

import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;

/** The whole story of how a citizen is known. Passwords and passkeys are not told. */
public sealed interface CitizenEvent extends PersonalEvent {

    CitizenId citizen();

    /** {@code identity} is the keyed hash of the identity number. */
    @Stored("citizen.registered")
    record Registered(
            CitizenId citizen,
            PersonId subject,
            String identity,
            Proof proof,
            @Personal Applicant details)
            implements CitizenEvent {}

    /** The proof is better than the one before. */
    @Stored("citizen.proven")
    record Proven(CitizenId citizen, PersonId subject, Proof proof) implements CitizenEvent {}

    @Stored("citizen.access-opened")
    record AccessOpened(CitizenId citizen, PersonId subject, String account)
            implements CitizenEvent {}

    /** Password, second factor and passkeys were taken back; the holder sets up new ones. */
    @Stored("citizen.access-recovered")
    record AccessRecovered(CitizenId citizen, PersonId subject, Proof proof)
            implements CitizenEvent {}
}
