package org.banshi.command.contract.citizen;

import java.time.LocalDate;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** The whole story of how a citizen is known. Passwords and passkeys are not told. */
public sealed interface CitizenEvent extends PersonalEvent {

    CitizenId citizen();

    /**
     * {@code identity} is the keyed hash of the identity number; personal since revision 2, and
     * null once the person was erased: it would still tell who it was.
     */
    @Stored(value = "citizen.registered", revision = 2)
    record Registered(
            CitizenId citizen,
            PersonId subject,
            @Personal @Nullable String identity,
            Proof proof,
            @Personal Applicant details)
            implements CitizenEvent {}

    /** The proof is better than the one before. */
    @Stored("citizen.proven")
    record Proven(CitizenId citizen, PersonId subject, Proof proof) implements CitizenEvent {}

    @Stored("citizen.access-opened")
    record AccessOpened(CitizenId citizen, PersonId subject, String account)
            implements CitizenEvent {}

    /**
     * Nothing is given back before another officer of the region has confirmed it.
     *
     * @param askedBy the officer's account
     * @param day on which alone it holds
     */
    @Stored("citizen.recovery-asked")
    record RecoveryAsked(
            CitizenId citizen,
            PersonId subject,
            Proof proof,
            String askedBy,
            RegionCode region,
            LocalDate day)
            implements CitizenEvent {}

    @Stored("citizen.recovery-confirmed")
    record RecoveryConfirmed(CitizenId citizen, PersonId subject) implements CitizenEvent {}

    /** Password, second factor and passkeys were taken back; the holder sets up new ones. */
    @Stored("citizen.access-recovered")
    record AccessRecovered(CitizenId citizen, PersonId subject, Proof proof)
            implements CitizenEvent {}

    /** After an erasure: whoever has that identity number may register as somebody new. */
    @Stored("citizen.forgotten")
    record Forgotten(CitizenId citizen, PersonId subject) implements CitizenEvent {}
}
