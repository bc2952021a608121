package org.banshi.command.contract.points;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Opens;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** What can be asked of a points account. Source: 穗府规〔2021〕7号, domain rules §4.2. */
public sealed interface PointsCommand extends Command {

    PointsAccountId account();

    /**
     * An application for a score was accepted: opens the account where there is none, and marks it
     * as under adjustment. By the process.
     */
    record BeginAdjustment(
            @TargetAggregateIdentifier PointsAccountId account,
            PersonId person,
            RegionCode region,
            @Personal LocalDate birthDate,
            ApplicationId application,
            Stamp stamp)
            implements PointsCommand {}

    /** The application ended without a score. By the process. */
    record DropAdjustment(
            @TargetAggregateIdentifier PointsAccountId account,
            ApplicationId application,
            Stamp stamp)
            implements PointsCommand {}

    /**
     * 确定: records the items as verified, adds up and publishes the score. By the process.
     *
     * @param appliedOn day of the application, by whose table it is judged
     * @param items what was verified, by {@code indicator.fact}, such as {@code
     *     permit-years.since}. Of each indicator {@code evidence} is a list of papers' codes,
     *     {@code department} the register asked, and {@code answer} what came of it; an indicator
     *     of which no other fact is known was not claimed. Names without a dot are none.
     */
    @Opens(value = "points-score", begins = true, ofPerson = "points-account-")
    record Determine(
            @TargetAggregateIdentifier PointsAccountId account,
            ApplicationId application,
            LocalDate appliedOn,
            @Personal FormData items,
            Stamp stamp)
            implements PointsCommand {}

    /**
     * A department pushes what it knows: an offence, a credit record, an endorsement.
     *
     * @param facts all that it knows of the indicator now, what it pushed before included
     */
    record Push(
            @TargetAggregateIdentifier PointsAccountId account,
            String indicator,
            @Personal FormData facts,
            String department,
            Stamp stamp)
            implements PointsCommand {}

    /** The holder claims an indicator no longer. What a department pushed can't be withdrawn. */
    record WithdrawItem(
            @TargetAggregateIdentifier PointsAccountId account, String indicator, Stamp stamp)
            implements PointsCommand {}

    /** Adds the account up again, as of the command's day: ages, offences that are spent. */
    record Recalculate(@TargetAggregateIdentifier PointsAccountId account, Stamp stamp)
            implements PointsCommand {}

    /** An objection to the published score, within 30 days of it, by the holder. */
    record RaiseObjection(
            @TargetAggregateIdentifier PointsAccountId account,
            String indicator,
            @Personal String objection,
            Stamp stamp)
            implements PointsCommand {}

    /** The window passes it on to the district, the district to the department. */
    record PassOn(
            @TargetAggregateIdentifier PointsAccountId account,
            int serial,
            @Personal String opinion,
            Stamp stamp)
            implements PointsCommand {}

    /**
     * Ends an objection.
     *
     * @param corrected by which the indicator counts from now on; null where the objection is
     *     without ground
     */
    record DecideObjection(
            @TargetAggregateIdentifier PointsAccountId account,
            int serial,
            @Personal String findings,
            @Personal @Nullable FormData corrected,
            Stamp stamp)
            implements PointsCommand {}

    record Lapse(
            @TargetAggregateIdentifier PointsAccountId account, LapseReason reason, Stamp stamp)
            implements PointsCommand {}

    /**
     * On the holder's request, once the permit works again: an endorsement that the police told, or
     * an officer who saw it.
     */
    record Reactivate(@TargetAggregateIdentifier PointsAccountId account, Stamp stamp)
            implements PointsCommand {}

    /** False papers were found. */
    record Invalidate(
            @TargetAggregateIdentifier PointsAccountId account,
            @Personal String findings,
            Stamp stamp)
            implements PointsCommand {}
}
