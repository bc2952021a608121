package org.banshi.command.contract.points;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** The whole story of a points account. Source: 穗府规〔2021〕7号, domain rules §4.2 and §4.3. */
public sealed interface PointsEvent extends PersonalEvent {

    PointsAccountId account();

    /** {@code region}: the district that looks after the account. */
    @Stored("points.account-opened")
    record AccountOpened(
            PointsAccountId account,
            PersonId subject,
            RegionCode region,
            @Personal LocalDate birthDate)
            implements PointsEvent {}

    /** An application for a score, first or changed, is under way: its items are being verified. */
    @Stored("points.adjustment-begun")
    record AdjustmentBegun(PointsAccountId account, PersonId subject, ApplicationId application)
            implements PointsEvent {}

    /** The application ended without a new score: withdrawn, refused or rejected. */
    @Stored("points.adjustment-dropped")
    record AdjustmentDropped(PointsAccountId account, PersonId subject, ApplicationId application)
            implements PointsEvent {}

    /**
     * From now on an indicator counts by these facts, whatever it counted by before.
     *
     * @param application by which it was claimed; null where it was not
     */
    @Stored("points.item-recorded")
    record ItemRecorded(
            PointsAccountId account,
            PersonId subject,
            String indicator,
            ItemOrigin origin,
            @Nullable ApplicationId application,
            @Personal FormData facts,
            List<String> evidence,
            List<DepartmentAnswer> answers)
            implements PointsEvent {}

    /** The holder claims it no longer: it counts for nothing from now on. */
    @Stored("points.item-withdrawn")
    record ItemWithdrawn(PointsAccountId account, PersonId subject, String indicator)
            implements PointsEvent {}

    /**
     * 确定: the account was added up and the score published in it.
     *
     * @param table version of the table, such as {@code GZ-2021}
     * @param tableDigest SHA-256 of the table's file, by which an auditor finds its exact text
     * @param asOf day on which ages and years were counted
     * @param nextOn first day on which time alone will change it; null where it will not, or was
     *     not known (revision 1)
     */
    @Stored(value = "points.score-determined", revision = 2)
    record ScoreDetermined(
            PointsAccountId account,
            PersonId subject,
            ScoreCause cause,
            @Nullable ApplicationId application,
            String table,
            String tableDigest,
            LocalDate asOf,
            @Personal Score score,
            @Personal @Nullable LocalDate nextOn)
            implements PointsEvent {}

    @Stored("points.objection-raised")
    record ObjectionRaised(
            PointsAccountId account,
            PersonId subject,
            int serial,
            String indicator,
            @Personal String objection,
            DueDate due)
            implements PointsEvent {}

    /** The objection goes on to the next that has to look at it. */
    @Stored("points.objection-passed-on")
    record ObjectionPassedOn(
            PointsAccountId account,
            PersonId subject,
            int serial,
            ObjectionStage stage,
            @Personal String opinion,
            DueDate due)
            implements PointsEvent {}

    @Stored("points.objection-decided")
    record ObjectionDecided(
            PointsAccountId account,
            PersonId subject,
            int serial,
            boolean upheld,
            @Personal String findings)
            implements PointsEvent {}

    @Stored("points.account-lapsed")
    record AccountLapsed(PointsAccountId account, PersonId subject, LapseReason reason)
            implements PointsEvent {}

    /** The permit works again: the account counts again, and is added up anew. */
    @Stored("points.account-reactivated")
    record AccountReactivated(PointsAccountId account, PersonId subject) implements PointsEvent {}

    /**
     * False papers: all items and the score are void; no application before {@code barredUntil}.
     * Entered into the credit record.
     */
    @Stored("points.account-voided")
    record AccountVoided(
            PointsAccountId account,
            PersonId subject,
            @Personal String findings,
            LocalDate barredUntil)
            implements PointsEvent {}
}
