package org.banshi.command.contract.arbitration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What labour arbitration adds to the story of an application. What is personal to a party stands
 * in an event of its own, whose {@code subject} is that party: erasing one leaves the others whole.
 */
public sealed interface ArbitrationEvent extends PersonalEvent {

    ApplicationId application();

    /**
     * A party is in the case.
     *
     * @param key keyed hash of the party's number, by which no two hearings are set for it at once;
     *     null where the number is unknown
     * @param speaks whether the party acts itself, or represents a group of ten and more
     */
    @Stored("arbitration.party-joined")
    record PartyJoined(
            ApplicationId application,
            PersonId subject,
            String party,
            Side side,
            Role role,
            @Nullable String key,
            boolean speaks,
            @Personal PartyDetails details)
            implements ArbitrationEvent {}

    /** The party's account: it sees the case as that party. */
    @Stored("arbitration.access-opened")
    record AccessOpened(ApplicationId application, PersonId subject, String party, PersonId person)
            implements ArbitrationEvent {}

    /**
     * A claim of a party. {@code decideBy} is when the committee has to say whether it is taken
     * into the case; null for those of the application, which was accepted with them.
     */
    @Stored("arbitration.claim-filed")
    record ClaimFiled(
            ApplicationId application,
            PersonId subject,
            String claim,
            String party,
            ClaimKind kind,
            LocalDate since,
            boolean counter,
            @Nullable DueDate decideBy,
            @Personal @Nullable BigDecimal amount,
            @Personal String grounds)
            implements ArbitrationEvent {}

    /** {@code disputes}: the same dispute can't be brought again, keyed without names. */
    @Stored("arbitration.claim-accepted")
    record ClaimAccepted(
            ApplicationId application, PersonId subject, String claim, List<String> disputes)
            implements ArbitrationEvent {}

    @Stored("arbitration.claim-refused")
    record ClaimRefused(
            ApplicationId application, PersonId subject, String claim, @Personal String reason)
            implements ArbitrationEvent {}

    /** The case is on the docket; {@code disputes} as in {@link ClaimAccepted}. */
    @Stored("arbitration.docketed")
    record Docketed(
            ApplicationId application, PersonId subject, boolean collective, List<String> disputes)
            implements ArbitrationEvent {}

    /** The time for the award counts from {@code from} again. */
    @Stored("arbitration.clock-restarted")
    record ClockRestarted(
            ApplicationId application,
            PersonId subject,
            Restart cause,
            LocalDate from,
            @Nullable DueDate due)
            implements ArbitrationEvent {}

    /**
     * A document is served by announcement: it counts as served on {@code until}, and the time
     * until then is left out, which moves the whole case's last day to {@code caseDue}.
     */
    @Stored("arbitration.announcement-posted")
    record AnnouncementPosted(
            ApplicationId application,
            PersonId subject,
            String party,
            ServedDocument document,
            LocalDate from,
            LocalDate until,
            @Nullable DueDate caseDue)
            implements ArbitrationEvent {}

    /**
     * A document reached {@code subject}.
     *
     * @param answerBy until when the party may answer, for {@link ServedDocument#CLAIM}
     * @param remedies against an award, each with its last day
     */
    @Stored("arbitration.document-served")
    record DocumentServed(
            ApplicationId application,
            PersonId subject,
            String party,
            ServedDocument document,
            int serial,
            LocalDate day,
            ServiceWay way,
            String proof,
            @Nullable DueDate answerBy,
            List<Remedy> remedies)
            implements ArbitrationEvent {}

    /** {@code complete}: every respondent has answered now. */
    @Stored("arbitration.answered")
    record Answered(
            ApplicationId application,
            PersonId subject,
            String party,
            DueDate forwardBy,
            boolean complete,
            @Personal String answer)
            implements ArbitrationEvent {}

    /**
     * {@code serial}: which of the case's, counted over all parties; it is served by that number.
     */
    @Stored("arbitration.evidence-filed")
    record EvidenceFiled(
            ApplicationId application,
            PersonId subject,
            String party,
            int serial,
            List<Material> materials,
            @Personal String proves)
            implements ArbitrationEvent {}

    @Stored("arbitration.panel-named")
    record PanelNamed(ApplicationId application, PersonId subject, List<String> arbitrators)
            implements ArbitrationEvent {}

    @Stored("arbitration.recusal-asked")
    record RecusalAsked(
            ApplicationId application,
            PersonId subject,
            String party,
            String arbitrator,
            @Personal String grounds)
            implements ArbitrationEvent {}

    @Stored("arbitration.recusal-decided")
    record RecusalDecided(
            ApplicationId application, PersonId subject, String arbitrator, boolean upheld)
            implements ArbitrationEvent {}

    /**
     * A hearing is set; {@code slots} are what it books, each free for nobody else: arbitrators,
     * room and parties for that half day.
     */
    @Stored("arbitration.hearing-set")
    record HearingSet(
            ApplicationId application,
            PersonId subject,
            int hearing,
            LocalDate day,
            HalfDay half,
            String room,
            List<String> arbitrators,
            List<String> slots)
            implements ArbitrationEvent {}

    @Stored("arbitration.adjournment-asked")
    record AdjournmentAsked(
            ApplicationId application,
            PersonId subject,
            int hearing,
            String party,
            @Personal String grounds)
            implements ArbitrationEvent {}

    /** 不予延期: the hearing stays where it is, and the party has to come. */
    @Stored("arbitration.adjournment-denied")
    record AdjournmentDenied(
            ApplicationId application,
            PersonId subject,
            int hearing,
            String party,
            @Personal String reason)
            implements ArbitrationEvent {}

    @Stored("arbitration.hearing-adjourned")
    record HearingAdjourned(
            ApplicationId application, PersonId subject, int hearing, @Personal String reason)
            implements ArbitrationEvent {}

    /** {@code absent}: parties who were told and did not come. */
    @Stored("arbitration.hearing-held")
    record HearingHeld(
            ApplicationId application, PersonId subject, int hearing, List<String> absent)
            implements ArbitrationEvent {}

    /** Ends the case; the same dispute is not accepted again (办案规则 39). */
    @Stored("arbitration.deemed-withdrawn")
    record DeemedWithdrawn(ApplicationId application, PersonId subject, int hearing)
            implements ArbitrationEvent {}

    /**
     * The claimant was told and did not come, while a counter-claim is heard: only these claims
     * count as withdrawn, and are not accepted again (办案规则 39).
     */
    @Stored("arbitration.claims-deemed-withdrawn")
    record ClaimsDeemedWithdrawn(
            ApplicationId application, PersonId subject, int hearing, List<String> claims)
            implements ArbitrationEvent {}

    /**
     * 撤回请求, by the party: these claims are not decided, and may be brought again.
     *
     * @param disputes which are free again, keyed as in {@link ClaimAccepted}
     */
    @Stored("arbitration.claims-withdrawn")
    record ClaimsWithdrawn(
            ApplicationId application,
            PersonId subject,
            List<String> claims,
            List<String> disputes,
            @Personal @Nullable String reason)
            implements ArbitrationEvent {}

    /** The case is about these disputes too, with a party that joined it later. */
    @Stored("arbitration.disputes-extended")
    record DisputesExtended(ApplicationId application, PersonId subject, List<String> disputes)
            implements ArbitrationEvent {}

    /**
     * The case was broken off after something in it was decided, or counted as withdrawn: that is
     * not accepted again ({@code disputes} as in {@link ClaimAccepted}), while the rest is free.
     */
    @Stored("arbitration.disputes-kept")
    record DisputesKept(ApplicationId application, PersonId subject, List<String> disputes)
            implements ArbitrationEvent {}

    /** The parties agreed; it binds once all have signed for it. */
    @Stored("arbitration.settled")
    record Settled(ApplicationId application, PersonId subject, int serial)
            implements ArbitrationEvent {}

    @Stored("arbitration.settlement-refused")
    record SettlementRefused(ApplicationId application, PersonId subject, String party)
            implements ArbitrationEvent {}

    /** All parties have signed: the settlement binds from {@code day}. */
    @Stored("arbitration.settlement-bound")
    record SettlementBound(ApplicationId application, PersonId subject, LocalDate day)
            implements ArbitrationEvent {}

    /**
     * An award.
     *
     * @param lines the claims that it rules on, all of one {@code finality}
     * @param late after its last day: either side may have gone to court (劳动争议调解仲裁法 43)
     * @param tableVersion whose table told what is final
     */
    @Stored("arbitration.award-made")
    record AwardMade(
            ApplicationId application,
            PersonId subject,
            int award,
            Finality finality,
            boolean partial,
            boolean late,
            ServiceVersion tableVersion,
            List<AwardLine> lines)
            implements ArbitrationEvent {}

    /**
     * 申请先予执行.
     *
     * @param advance which of the case's requests, from 1
     * @param claims what is to be paid before the award
     * @param amount asked, in yuan, for each claim; null: as claimed
     */
    @Stored("arbitration.advance-asked")
    record AdvanceAsked(
            ApplicationId application,
            PersonId subject,
            int advance,
            String party,
            List<String> claims,
            @Personal @Nullable BigDecimal amount,
            @Personal String grounds)
            implements ArbitrationEvent {}

    /**
     * 裁决先予执行: in force at once. Sums and reasons stand in each party's copy.
     *
     * @param day of the ruling
     */
    @Stored("arbitration.advance-granted")
    record AdvanceGranted(
            ApplicationId application,
            PersonId subject,
            int advance,
            List<String> claims,
            LocalDate day)
            implements ArbitrationEvent {}

    /** 驳回先予执行申请; the reasons stand in each party's copy. */
    @Stored("arbitration.advance-denied")
    record AdvanceDenied(
            ApplicationId application, PersonId subject, int advance, List<String> claims)
            implements ArbitrationEvent {}

    /** 移送人民法院执行. */
    @Stored("arbitration.advance-handed-over")
    record AdvanceHandedOver(
            ApplicationId application,
            PersonId subject,
            int advance,
            String court,
            LocalDate day,
            String proof)
            implements ArbitrationEvent {}

    /**
     * A party's own copy of a settlement, award or ruling, so that one's erasure leaves the
     * other's.
     */
    @Stored("arbitration.copy-issued")
    record CopyIssued(
            ApplicationId application,
            PersonId subject,
            String party,
            ServedDocument document,
            int serial,
            @Personal List<AwardedItem> items,
            @Personal String text)
            implements ArbitrationEvent {}
}
