package org.banshi.command.contract.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * The whole story of a benefit. Amounts are yuan a month; a month is its first day. {@code from} is
 * the first month at the new amount. What is to the person's disadvantage says how it can be
 * contested, with last days counted from the day on which the notice was served.
 *
 * <p>{@code standard}: the figure of the table on which the amount rests, in yuan a month: that for
 * each member, or the rate itself; null where nobody knows, as before revision 2. {@code
 * provisional}: whether that figure is still to be confirmed; null where nobody knows, as before
 * revision 3, and where it rests on none.
 */
public sealed interface BenefitEvent extends PersonalEvent {

    BenefitId benefit();

    @Stored(value = "benefit.granted", revision = 2)
    record Granted(
            BenefitId benefit,
            PersonId subject,
            ApplicationId application,
            ServiceVersion service,
            RegionCode region,
            String kind,
            @Personal BigDecimal monthlyAmount,
            LocalDate firstMonth,
            @Personal @Nullable BigDecimal arrears,
            @Nullable LocalDate lastMonth,
            @Nullable Integer members,
            @Nullable Integer reviewEvery,
            @Nullable DueDate reviewDue,
            @Nullable String reviewBy,
            @Personal @Nullable BigDecimal standard)
            implements BenefitEvent {

        public Granted(
                BenefitId benefit,
                PersonId subject,
                ApplicationId application,
                ServiceVersion service,
                RegionCode region,
                String kind,
                BigDecimal monthlyAmount,
                LocalDate firstMonth,
                @Nullable BigDecimal arrears,
                @Nullable LocalDate lastMonth,
                @Nullable Integer members,
                @Nullable Integer reviewEvery,
                @Nullable DueDate reviewDue,
                @Nullable String reviewBy) {
            this(
                    benefit,
                    subject,
                    application,
                    service,
                    region,
                    kind,
                    monthlyAmount,
                    firstMonth,
                    arrears,
                    lastMonth,
                    members,
                    reviewEvery,
                    reviewDue,
                    reviewBy,
                    null);
        }
    }

    /**
     * Another case confirmed what runs. {@code monthlyAmount} is what is paid from {@code from} on,
     * never less than before; a phase-out ends with it. {@code less}: the case came to less, and
     * the amount and its standard are those of before; false where nobody knows, as before revision
     * 3.
     */
    @Stored(value = "benefit.confirmed-anew", revision = 3)
    record ConfirmedAnew(
            BenefitId benefit,
            PersonId subject,
            ApplicationId application,
            @Personal BigDecimal monthlyAmount,
            LocalDate from,
            @Personal @Nullable BigDecimal arrears,
            @Nullable Integer reviewEvery,
            @Nullable DueDate reviewDue,
            @Personal @Nullable BigDecimal standard,
            boolean less)
            implements BenefitEvent {

        public ConfirmedAnew(
                BenefitId benefit,
                PersonId subject,
                ApplicationId application,
                BigDecimal monthlyAmount,
                LocalDate from,
                @Nullable BigDecimal arrears,
                @Nullable Integer reviewEvery,
                @Nullable DueDate reviewDue) {
            this(
                    benefit,
                    subject,
                    application,
                    monthlyAmount,
                    from,
                    arrears,
                    reviewEvery,
                    reviewDue,
                    null,
                    false);
        }
    }

    /** The next window in which the person is to be certified. */
    @Stored("benefit.certification-set")
    record CertificationSet(BenefitId benefit, PersonId subject, LocalDate opens, LocalDate until)
            implements BenefitEvent {}

    /** From now to {@code until} the person can be certified. */
    @Stored("benefit.certification-opened")
    record CertificationOpened(BenefitId benefit, PersonId subject, LocalDate until)
            implements BenefitEvent {}

    @Stored("benefit.certification-reminded")
    record CertificationReminded(BenefitId benefit, PersonId subject, LocalDate until)
            implements BenefitEvent {}

    /** {@code seenOn} and {@code proof} are those of the officer who saw the person. */
    @Stored(value = "benefit.certified", revision = 2)
    record Certified(
            BenefitId benefit,
            PersonId subject,
            int year,
            CertificationWay way,
            @Nullable LocalDate seenOn,
            @Personal @Nullable String proof)
            implements BenefitEvent {}

    /**
     * Nobody certified the person by {@code until}: an office looks into it, and then decides.
     * While something else is being verified this waits until that has ended.
     */
    @Stored("benefit.certification-missed")
    record CertificationMissed(BenefitId benefit, PersonId subject, LocalDate until)
            implements BenefitEvent {}

    @Stored("benefit.change-reported")
    record ChangeReported(BenefitId benefit, PersonId subject, @Personal String change)
            implements BenefitEvent {}

    /**
     * A verification is to begin; one at a time. {@code serial} counts them from 1, {@code
     * application} is the case that led to the benefit, {@code change} what was reported.
     */
    @Stored("benefit.review-fell-due")
    record ReviewFellDue(
            BenefitId benefit,
            PersonId subject,
            ApplicationId application,
            RegionCode region,
            String kind,
            int serial,
            ReviewCause cause,
            @Personal BigDecimal monthlyAmount,
            @Personal @Nullable String change,
            @Nullable String reviewBy)
            implements BenefitEvent {}

    /** It was not verified: it falls due again on {@code reviewDue}, which may have passed. */
    @Stored("benefit.review-broken-off")
    record ReviewBrokenOff(BenefitId benefit, PersonId subject, @Nullable DueDate reviewDue)
            implements BenefitEvent {}

    /** A verification, or another case, found that {@code members} share it. */
    @Stored("benefit.members-counted")
    record MembersCounted(BenefitId benefit, PersonId subject, int members)
            implements BenefitEvent {}

    /** {@code reviewEvery} holds from now on. */
    @Stored("benefit.kept")
    record Kept(
            BenefitId benefit,
            PersonId subject,
            @Nullable Integer reviewEvery,
            @Nullable DueDate reviewDue)
            implements BenefitEvent {}

    /**
     * A table of a new year says more: it is paid from {@code from} on, and what was paid too
     * little before it as {@code arrears}. {@code rule} is the table's source.
     */
    @Stored(value = "benefit.rerated", revision = 2)
    record Rerated(
            BenefitId benefit,
            PersonId subject,
            ApplicationId application,
            @Personal BigDecimal monthlyAmount,
            LocalDate from,
            @Personal @Nullable BigDecimal arrears,
            @Personal String reason,
            String rule,
            @Personal @Nullable BigDecimal standard)
            implements BenefitEvent {}

    /**
     * A table that holds since {@code since} says otherwise, and what this benefit comes to does
     * not follow from it alone, or is less: a person looks into it.
     */
    @Stored("benefit.rate-in-question")
    record RateInQuestion(BenefitId benefit, PersonId subject, LocalDate since)
            implements BenefitEvent {}

    @Stored(value = "benefit.increased", revision = 3)
    record Increased(
            BenefitId benefit,
            PersonId subject,
            @Personal BigDecimal monthlyAmount,
            LocalDate from,
            @Personal String reason,
            @Nullable DueDate reviewDue,
            @Personal @Nullable BigDecimal standard,
            @Nullable Boolean provisional)
            implements BenefitEvent {

        public Increased(
                BenefitId benefit,
                PersonId subject,
                BigDecimal monthlyAmount,
                LocalDate from,
                String reason,
                @Nullable DueDate reviewDue) {
            this(benefit, subject, monthlyAmount, from, reason, reviewDue, null, null);
        }
    }

    @Stored(value = "benefit.decreased", revision = 3)
    record Decreased(
            BenefitId benefit,
            PersonId subject,
            @Personal BigDecimal monthlyAmount,
            LocalDate from,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            List<Remedy> remedies,
            @Nullable DueDate reviewDue,
            @Personal @Nullable BigDecimal standard,
            @Nullable Boolean provisional)
            implements BenefitEvent {

        public Decreased(
                BenefitId benefit,
                PersonId subject,
                BigDecimal monthlyAmount,
                LocalDate from,
                String reason,
                String rule,
                LocalDate noticeServedOn,
                List<Remedy> remedies,
                @Nullable DueDate reviewDue) {
            this(
                    benefit,
                    subject,
                    monthlyAmount,
                    from,
                    reason,
                    rule,
                    noticeServedOn,
                    remedies,
                    reviewDue,
                    null,
                    null);
        }
    }

    /**
     * {@code lastMonth} is the last one due: that of {@code endedOn}, where something ended it
     * before the decision. {@code heirs}: to whom goes what was due until a death. {@code paidKind}
     * is the benefit's kind where its last month was paid and another one's arrears must leave it
     * out; null where nothing was paid for it, where it would have ended by itself, and of an older
     * program.
     */
    @Stored(value = "benefit.stopped", revision = 3)
    record Stopped(
            BenefitId benefit,
            PersonId subject,
            LocalDate lastMonth,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            List<Remedy> remedies,
            @Nullable LocalDate endedOn,
            @Personal @Nullable String heirs,
            @Nullable String paidKind)
            implements BenefitEvent {

        public Stopped(
                BenefitId benefit,
                PersonId subject,
                LocalDate lastMonth,
                String reason,
                String rule,
                LocalDate noticeServedOn,
                List<Remedy> remedies) {
            this(
                    benefit,
                    subject,
                    lastMonth,
                    reason,
                    rule,
                    noticeServedOn,
                    remedies,
                    null,
                    null,
                    null);
        }
    }

    @Stored("benefit.phase-out-began")
    record PhaseOutBegan(
            BenefitId benefit,
            PersonId subject,
            LocalDate lastMonth,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            List<Remedy> remedies)
            implements BenefitEvent {}

    /**
     * What is phased out is still the person's one running benefit of the kind, until {@code
     * lastMonth}: another case confirms it anew, and nothing begins beside it.
     */
    @Stored("benefit.runs-out")
    record RunsOut(BenefitId benefit, PersonId subject, String kind, LocalDate lastMonth)
            implements BenefitEvent {}

    /** The last month of a phase-out is over: there is room for another. */
    @Stored("benefit.ran-out")
    record RanOut(BenefitId benefit, PersonId subject, LocalDate lastMonth)
            implements BenefitEvent {}

    /** {@code monthlyAmount} is what the others go on to get. */
    @Stored("benefit.share-stopped")
    record ShareStopped(
            BenefitId benefit,
            PersonId subject,
            @Personal String member,
            @Personal BigDecimal share,
            @Personal BigDecimal monthlyAmount,
            int members,
            LocalDate from,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            List<Remedy> remedies,
            @Nullable DueDate reviewDue)
            implements BenefitEvent {}

    /** From the person, or after a death from {@code heirs}. */
    @Stored(value = "benefit.claimed-back", revision = 2)
    record ClaimedBack(
            BenefitId benefit,
            PersonId subject,
            @Personal BigDecimal claimedBack,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            List<Remedy> remedies,
            @Personal @Nullable String heirs)
            implements BenefitEvent {

        public ClaimedBack(
                BenefitId benefit,
                PersonId subject,
                BigDecimal claimedBack,
                String reason,
                String rule,
                LocalDate noticeServedOn,
                List<Remedy> remedies) {
            this(benefit, subject, claimedBack, reason, rule, noticeServedOn, remedies, null);
        }
    }

    /**
     * 罚款 for what was obtained by fraud.
     *
     * @param payBy last day to pay (行政处罚法 67)
     */
    @Stored("benefit.fined")
    record Fined(
            BenefitId benefit,
            PersonId subject,
            @Personal BigDecimal obtained,
            @Personal BigDecimal fine,
            LocalDate toldOn,
            Defence defence,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            DueDate payBy,
            List<Remedy> remedies)
            implements BenefitEvent {}

    @Stored("benefit.fine-collected")
    record FineCollected(
            BenefitId benefit,
            PersonId subject,
            @Personal BigDecimal fine,
            LocalDate paidOn,
            String receipt)
            implements BenefitEvent {}

    /** {@code monthlyAmount} is null in what was written before revision 2: as before the stop. */
    @Stored(value = "benefit.resumed", revision = 2)
    record Resumed(
            BenefitId benefit,
            PersonId subject,
            String kind,
            LocalDate from,
            @Personal @Nullable BigDecimal arrears,
            @Personal String reason,
            @Nullable DueDate reviewDue,
            @Personal @Nullable BigDecimal monthlyAmount)
            implements BenefitEvent {

        public Resumed(
                BenefitId benefit,
                PersonId subject,
                String kind,
                LocalDate from,
                @Nullable BigDecimal arrears,
                String reason,
                @Nullable DueDate reviewDue) {
            this(benefit, subject, kind, from, arrears, reason, reviewDue, null);
        }
    }

    /** What a wrong stop held back is paid once, with {@code month}. It stays stopped. */
    @Stored("benefit.made-good")
    record MadeGood(
            BenefitId benefit,
            PersonId subject,
            LocalDate month,
            @Personal BigDecimal arrears,
            @Personal String reason)
            implements BenefitEvent {}
}
