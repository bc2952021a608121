package org.banshi.command.contract.settlement;

import java.time.LocalDate;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;

/** The whole story of one person in one round. Source: domain rules §4.4. */
public sealed interface CandidacyEvent extends PersonalEvent {

    CandidacyId candidacy();

    /** The application met the conditions: the person is in the round. */
    @Stored("candidacy.entered")
    record Entered(
            CandidacyId candidacy,
            PersonId subject,
            RoundId round,
            RegionCode region,
            ApplicationId application,
            RankingKeys keys)
            implements CandidacyEvent {}

    @Stored("candidacy.withdrawn")
    record Withdrawn(CandidacyId candidacy, PersonId subject) implements CandidacyEvent {}

    /** A condition turned out not to be met. */
    @Stored("candidacy.struck-off")
    record StruckOff(CandidacyId candidacy, PersonId subject, @Personal String findings)
            implements CandidacyEvent {}

    /** The rank lies within the quota, or is tied with its edge. */
    @Stored("candidacy.placed")
    record Placed(CandidacyId candidacy, PersonId subject, int rank, LocalDate confirmBy)
            implements CandidacyEvent {}

    /** The originals were seen and the declaration signed. */
    @Stored("candidacy.confirmed-on-site")
    record ConfirmedOnSite(CandidacyId candidacy, PersonId subject) implements CandidacyEvent {}

    /** {@code missed}: did not come to the on-site check in time. */
    @Stored("candidacy.given-up")
    record GivenUp(CandidacyId candidacy, PersonId subject, boolean missed)
            implements CandidacyEvent {}

    @Stored("candidacy.published")
    record Published(CandidacyId candidacy, PersonId subject, DueDate until)
            implements CandidacyEvent {}

    /** Who objected is hidden from the candidate. */
    @Stored("candidacy.objection-raised")
    record ObjectionRaised(CandidacyId candidacy, PersonId subject, @Personal String objection)
            implements CandidacyEvent {}

    /** All objections so far; where one is right, the candidate is struck off with it. */
    @Stored("candidacy.objections-resolved")
    record ObjectionsResolved(
            CandidacyId candidacy, PersonId subject, boolean upheld, @Personal String findings)
            implements CandidacyEvent {}

    @Stored("candidacy.card-issued")
    record CardIssued(CandidacyId candidacy, PersonId subject, @Personal String cardNumber)
            implements CandidacyEvent {}

    /** The household registration was moved at the police. */
    @Stored("candidacy.household-moved")
    record HouseholdMoved(CandidacyId candidacy, PersonId subject) implements CandidacyEvent {}

    /** False papers: the card is withdrawn, a registration already given is undone. */
    @Stored("candidacy.revoked")
    record Revoked(CandidacyId candidacy, PersonId subject, @Personal String findings)
            implements CandidacyEvent {}
}
