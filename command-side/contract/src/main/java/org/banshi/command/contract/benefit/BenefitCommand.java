package org.banshi.command.contract.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Opens;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a benefit. Amounts are yuan a month with two decimals. What changes takes
 * effect from the month after the act. Acts to the person's disadvantage carry the reason, its rule
 * and the day on which the notice was served. Source: 民发〔2021〕57号 第三十条 to 第三十三条.
 */
public sealed interface BenefitCommand extends Command {

    BenefitId benefit();

    /**
     * A confirmed benefit begins. One running benefit a person and kind, unless it ends by itself.
     *
     * @param application the case that led to it
     * @param kind stable word, such as {@code living-allowance}
     * @param monthlyAmount zero where it opens other help and pays nothing itself
     * @param firstMonth first day of the first month paid, never before the month of the
     *     confirmation
     * @param arrears what is paid beside the first month for months before it, null for nothing
     * @param months after how many months it ends by itself; null where it runs until it is stopped
     * @param members how many persons share it; null where it is one person's
     * @param reviewEvery months between two verifications; null where none falls due
     * @param reviewBy service by which it is verified and changed; null where there is none
     * @param makesGood whether it makes good a stop that was wrong: then the arrears are owed even
     *     where the kind runs again by now; null for no
     * @param certification first and last day on which the person is certified each year, such as
     *     {@code 04-01/06-20}, from the year after; null where nobody is
     * @param standard the figure of the table on which the amount rests, yuan a month: that for
     *     each member, or the rate itself; null where nobody knows
     */
    @Opens(value = "benefit", begins = true)
    record Grant(
            @TargetAggregateIdentifier BenefitId benefit,
            ApplicationId application,
            PersonId person,
            ServiceVersion service,
            RegionCode region,
            String kind,
            @Personal BigDecimal monthlyAmount,
            LocalDate firstMonth,
            @Personal @Nullable BigDecimal arrears,
            @Nullable Integer months,
            @Nullable Integer members,
            @Nullable Integer reviewEvery,
            @Nullable String reviewBy,
            @Nullable Boolean makesGood,
            @Nullable String certification,
            @Personal @Nullable BigDecimal standard,
            Stamp stamp)
            implements BenefitCommand {

        public Grant(
                BenefitId benefit,
                ApplicationId application,
                PersonId person,
                ServiceVersion service,
                RegionCode region,
                String kind,
                BigDecimal monthlyAmount,
                LocalDate firstMonth,
                @Nullable BigDecimal arrears,
                @Nullable Integer months,
                @Nullable Integer members,
                @Nullable Integer reviewEvery,
                @Nullable String reviewBy,
                @Nullable Boolean makesGood,
                @Nullable String certification,
                Stamp stamp) {
            this(
                    benefit,
                    application,
                    person,
                    service,
                    region,
                    kind,
                    monthlyAmount,
                    firstMonth,
                    arrears,
                    months,
                    members,
                    reviewEvery,
                    reviewBy,
                    makesGood,
                    certification,
                    null,
                    stamp);
        }
    }

    /**
     * What runs was applied for and confirmed again. More is paid from {@code firstMonth}; less is
     * not, but looked into by a verification, because a decrease needs a notice with reasons (民发
     * 〔2021〕57号 第三十二条).
     *
     * @param application the case that led to it
     * @param arrears what is owed beside; null for nothing
     * @param standard the figure of the table on which the amount rests, yuan a month: that for
     *     each member, or the rate itself; null where nobody knows
     * @param members how many persons share it by now; null where it is one person's
     */
    record ConfirmAnew(
            @TargetAggregateIdentifier BenefitId benefit,
            ApplicationId application,
            @Personal BigDecimal monthlyAmount,
            LocalDate firstMonth,
            @Personal @Nullable BigDecimal arrears,
            @Nullable Integer reviewEvery,
            @Personal @Nullable BigDecimal standard,
            @Nullable Integer members,
            Stamp stamp)
            implements BenefitCommand {

        public ConfirmAnew(
                BenefitId benefit,
                ApplicationId application,
                BigDecimal monthlyAmount,
                LocalDate firstMonth,
                @Nullable BigDecimal arrears,
                @Nullable Integer reviewEvery,
                Stamp stamp) {
            this(
                    benefit,
                    application,
                    monthlyAmount,
                    firstMonth,
                    arrears,
                    reviewEvery,
                    null,
                    null,
                    stamp);
        }
    }

    /**
     * 报告变化: of members, income or assets; by the person, or an officer who learned of it.
     *
     * @param once whether it can happen but once, such as a member's death: what an office looked
     *     into and decided on is not looked into again for half a year when it is told the same
     */
    record ReportChange(
            @TargetAggregateIdentifier BenefitId benefit,
            @Personal String change,
            boolean once,
            Stamp stamp)
            implements BenefitCommand {

        public ReportChange(BenefitId benefit, String change, Stamp stamp) {
            this(benefit, change, false, stamp);
        }
    }

    /** The last day of the term for the next verification has come. */
    record FallDue(@TargetAggregateIdentifier BenefitId benefit, Stamp stamp)
            implements BenefitCommand {}

    /** A month began: the tables may say what they did not say before, as in a new year. */
    record Rerate(@TargetAggregateIdentifier BenefitId benefit, Stamp stamp)
            implements BenefitCommand {}

    /** A day of the yearly certification may have come: it opens, is reminded of, or was missed. */
    record LetCertificationTimePass(@TargetAggregateIdentifier BenefitId benefit, Stamp stamp)
            implements BenefitCommand {}

    /**
     * 资格认定: by the person or who acts for them, online; or by an officer who saw them.
     *
     * @param seenOn the day on which the officer saw the person; null online
     * @param proof what the officer was shown and found, in words; null online
     */
    record Certify(
            @TargetAggregateIdentifier BenefitId benefit,
            CertificationWay way,
            @Nullable LocalDate seenOn,
            @Personal @Nullable String proof,
            Stamp stamp)
            implements BenefitCommand {}

    /** The case that verified it ended without a decision. */
    record BreakOffReview(@TargetAggregateIdentifier BenefitId benefit, Stamp stamp)
            implements BenefitCommand {}

    /**
     * A verification found no clear change: the amount stays.
     *
     * @param members how many persons share it, as was found; null where nobody counted
     */
    @Opens("benefit-keep")
    record Keep(
            @TargetAggregateIdentifier BenefitId benefit,
            @Nullable Integer reviewEvery,
            @Nullable Integer members,
            Stamp stamp)
            implements BenefitCommand {

        public Keep(BenefitId benefit, @Nullable Integer reviewEvery, Stamp stamp) {
            this(benefit, reviewEvery, null, stamp);
        }
    }

    /**
     * 增发.
     *
     * @param members how many persons share it, as was found; null where nobody counted
     */
    @Opens("benefit-increase")
    record Increase(
            @TargetAggregateIdentifier BenefitId benefit,
            @Personal BigDecimal monthlyAmount,
            @Personal String reason,
            @Nullable Integer members,
            Stamp stamp)
            implements BenefitCommand {

        public Increase(BenefitId benefit, BigDecimal monthlyAmount, String reason, Stamp stamp) {
            this(benefit, monthlyAmount, reason, null, stamp);
        }
    }

    /**
     * 减发.
     *
     * @param members how many persons share it, as was found; null where nobody counted
     */
    @Opens("benefit-decrease")
    record Decrease(
            @TargetAggregateIdentifier BenefitId benefit,
            @Personal BigDecimal monthlyAmount,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            @Nullable Integer members,
            Stamp stamp)
            implements BenefitCommand {

        public Decrease(
                BenefitId benefit,
                BigDecimal monthlyAmount,
                String reason,
                String rule,
                LocalDate noticeServedOn,
                Stamp stamp) {
            this(benefit, monthlyAmount, reason, rule, noticeServedOn, null, stamp);
        }
    }

    /**
     * 停发. It ends with the month of {@code endedOn}, where something ended it by itself, such as a
     * death, or moving out of the province (domain rules §3.6); else with the month of the
     * decision.
     *
     * @param endedOn day of that event; null where the decision ends it
     * @param heirs after a death, to whom goes what was due until that day, and who is told of the
     *     stop; null otherwise
     */
    @Opens("benefit-stop")
    record Stop(
            @TargetAggregateIdentifier BenefitId benefit,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            @Nullable LocalDate endedOn,
            @Personal @Nullable String heirs,
            Stamp stamp)
            implements BenefitCommand {

        public Stop(
                BenefitId benefit,
                String reason,
                String rule,
                LocalDate noticeServedOn,
                Stamp stamp) {
            this(benefit, reason, rule, noticeServedOn, null, null, stamp);
        }
    }

    /**
     * 渐退: somebody found work; it is paid for {@code phaseOutMonths} more months, then ends. The
     * county sets how many.
     */
    @Opens("benefit-phase-out")
    record PhaseOut(
            @TargetAggregateIdentifier BenefitId benefit,
            int phaseOutMonths,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            Stamp stamp)
            implements BenefitCommand {}

    /** The first day after the last month of a phase-out has come. */
    record RunOut(@TargetAggregateIdentifier BenefitId benefit, Stamp stamp)
            implements BenefitCommand {}

    /**
     * A member who can work refused suitable work three times in a row without good reason: that
     * member's share ends, the others' stay (社会救助暂行办法 第四十五条).
     *
     * @param refusedOffers the days of the refusals, in a row
     * @param members how many persons share it before, as was found; null where nobody counted
     */
    @Opens("benefit-share-stop")
    record StopShare(
            @TargetAggregateIdentifier BenefitId benefit,
            @Personal String member,
            List<LocalDate> refusedOffers,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            @Nullable Integer members,
            Stamp stamp)
            implements BenefitCommand {

        public StopShare(
                BenefitId benefit,
                String member,
                List<LocalDate> refusedOffers,
                String reason,
                String rule,
                LocalDate noticeServedOn,
                Stamp stamp) {
            this(benefit, member, refusedOffers, reason, rule, noticeServedOn, null, stamp);
        }
    }

    /**
     * 追回: what was paid without a right to it is to be paid back (社会救助暂行办法 第六十八条).
     *
     * @param heirs who is to pay back what was paid after a death; null where the person is
     */
    @Opens("benefit-claim-back")
    record ClaimBack(
            @TargetAggregateIdentifier BenefitId benefit,
            @Personal BigDecimal claimedBack,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            @Personal @Nullable String heirs,
            Stamp stamp)
            implements BenefitCommand {

        public ClaimBack(
                BenefitId benefit,
                BigDecimal claimedBack,
                String reason,
                String rule,
                LocalDate noticeServedOn,
                Stamp stamp) {
            this(benefit, claimedBack, reason, rule, noticeServedOn, null, stamp);
        }
    }

    /**
     * 罚款 of one to three times what was obtained by fraud (社会救助暂行办法 第六十八条). What was obtained is
     * claimed back first, and is fined once.
     *
     * @param obtained by fraud, in yuan
     * @param times from 1 to 3
     * @param toldOn when the person was told of the fine that was intended, and why
     * @param defence what they said to it
     */
    @Opens(value = "benefit-fine", last = true)
    record Fine(
            @TargetAggregateIdentifier BenefitId benefit,
            @Personal BigDecimal obtained,
            @Personal BigDecimal times,
            LocalDate toldOn,
            Defence defence,
            @Personal String reason,
            String rule,
            LocalDate noticeServedOn,
            Stamp stamp)
            implements BenefitCommand {}

    /**
     * The fine was paid, as an office writes down.
     *
     * @param fine its whole amount, in yuan: the oldest of that amount which is open
     * @param receipt number of the treasury's receipt
     */
    record CollectFine(
            @TargetAggregateIdentifier BenefitId benefit,
            @Personal BigDecimal fine,
            LocalDate paidOn,
            String receipt,
            Stamp stamp)
            implements BenefitCommand {}

    /**
     * Whether the stop was right is asked, as after a won reconsideration, or of somebody who was
     * taken for dead: an office looks into it in a case of its own.
     *
     * @param grounds what speaks against the stop
     */
    record QuestionStop(
            @TargetAggregateIdentifier BenefitId benefit, @Personal String grounds, Stamp stamp)
            implements BenefitCommand {}

    /**
     * A stop turned out wrong: it is paid again, with what was held back. Only where the person has
     * not got another of the kind by now; see {@link MakeGood}.
     */
    @Opens("benefit-resume")
    record Resume(
            @TargetAggregateIdentifier BenefitId benefit,
            @Personal @Nullable BigDecimal arrears,
            @Personal String reason,
            Stamp stamp)
            implements BenefitCommand {}

    /** A stop turned out wrong: what was held back is paid once, and it stays stopped. */
    @Opens("benefit-make-good")
    record MakeGood(
            @TargetAggregateIdentifier BenefitId benefit,
            @Personal BigDecimal arrears,
            @Personal String reason,
            Stamp stamp)
            implements BenefitCommand {}

    /** A stop was looked into and was right. */
    @Opens("benefit-stop-upheld")
    record UpholdStop(@TargetAggregateIdentifier BenefitId benefit, Stamp stamp)
            implements BenefitCommand {}

    /**
     * What an officer is about to decide would lead to these acts, in their order: are they
     * allowed? Nothing happens. Refused with what the first of them would be refused with, while
     * the decision can still be put right.
     */
    record Rehearse(
            @TargetAggregateIdentifier BenefitId benefit, List<BenefitCommand> acts, Stamp stamp)
            implements BenefitCommand {}
}
