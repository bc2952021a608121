package org.banshi.command.contract.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Opens;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;

/** What can be asked of one person's candidacy. Source: domain rules §4.4. */
public sealed interface CandidacyCommand extends Command {

    CandidacyId candidacy();

    /** By the process, when the application was approved; see {@link RankingKeys}. */
    @Opens("settlement-entry")
    record Enter(
            @TargetAggregateIdentifier CandidacyId candidacy,
            PersonId person,
            RoundId round,
            RegionCode region,
            ApplicationId application,
            BigDecimal base,
            int medicalMonths,
            int permitMonths,
            Stamp stamp)
            implements CandidacyCommand {}

    /** By the candidate, before the ranking. */
    record Withdraw(@TargetAggregateIdentifier CandidacyId candidacy, Stamp stamp)
            implements CandidacyCommand {}

    /** A department or officer found that a condition is not met. */
    record StrikeOff(
            @TargetAggregateIdentifier CandidacyId candidacy,
            @Personal String findings,
            Stamp stamp)
            implements CandidacyCommand {}

    /** By the process, when the round ranked the candidate within the quota. */
    record GivePlace(
            @TargetAggregateIdentifier CandidacyId candidacy,
            int rank,
            LocalDate confirmBy,
            Stamp stamp)
            implements CandidacyCommand {}

    record ConfirmOnSite(@TargetAggregateIdentifier CandidacyId candidacy, Stamp stamp)
            implements CandidacyCommand {}

    /** By the candidate; by an officer once the last day of the on-site check was missed. */
    record GiveUp(@TargetAggregateIdentifier CandidacyId candidacy, Stamp stamp)
            implements CandidacyCommand {}

    /** By the process, when the round posts its notice. */
    record Publish(@TargetAggregateIdentifier CandidacyId candidacy, DueDate until, Stamp stamp)
            implements CandidacyCommand {}

    /** By anybody but the candidate, while the notice is up. */
    record RaiseObjection(
            @TargetAggregateIdentifier CandidacyId candidacy,
            @Personal String objection,
            Stamp stamp)
            implements CandidacyCommand {}

    record ResolveObjections(
            @TargetAggregateIdentifier CandidacyId candidacy,
            boolean upheld,
            @Personal String findings,
            Stamp stamp)
            implements CandidacyCommand {}

    record IssueCard(
            @TargetAggregateIdentifier CandidacyId candidacy,
            @Personal String cardNumber,
            Stamp stamp)
            implements CandidacyCommand {}

    record RecordMove(@TargetAggregateIdentifier CandidacyId candidacy, Stamp stamp)
            implements CandidacyCommand {}

    /** False papers were found; leads to the account's bar of five years. */
    record Revoke(
            @TargetAggregateIdentifier CandidacyId candidacy,
            @Personal String findings,
            Stamp stamp)
            implements CandidacyCommand {}
}
