package org.banshi.command.contract.application;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.TaskAct;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an application, whatever the service item. {@link #expectedVersion()} is the
 * number of the last event that whoever asks has seen, or null when they don't insist; another one
 * is refused.
 */
public sealed interface ApplicationCommand extends Command {

    ApplicationId application();

    /** Null too for acts that nobody bases on what they saw. */
    default @Nullable Long expectedVersion() {
        return null;
    }

    /**
     * 申办. Data must satisfy the form of {@code service}; one open application per person and item.
     *
     * @param protection asked for at once, as by {@link Protect}; null: not
     */
    record Apply(
            @TargetAggregateIdentifier ApplicationId application,
            String number,
            ServiceVersion service,
            RegionCode region,
            PersonId applicant,
            @Personal Applicant details,
            @Personal FormData form,
            List<Material> materials,
            Channel channel,
            @Personal String queryCode,
            @Personal @Nullable AskedProtection protection,
            Stamp stamp)
            implements ApplicationCommand {

        public Apply(
                ApplicationId application,
                String number,
                ServiceVersion service,
                RegionCode region,
                PersonId applicant,
                Applicant details,
                FormData form,
                List<Material> materials,
                Channel channel,
                String queryCode,
                Stamp stamp) {
            this(
                    application,
                    number,
                    service,
                    region,
                    applicant,
                    details,
                    form,
                    materials,
                    channel,
                    queryCode,
                    null,
                    stamp);
        }
    }

    /** 预受理: the papers look complete; the window may still ask for the originals. */
    @TaskAct(value = "pre-acceptance", outcome = "pass")
    record PreAccept(
            @TargetAggregateIdentifier ApplicationId application,
            @Nullable String note,
            Stamp stamp)
            implements ApplicationCommand {}

    /** 受理: starts the statutory clock. */
    @TaskAct(value = "acceptance", outcome = "accept")
    record Accept(
            @TargetAggregateIdentifier ApplicationId application,
            @Nullable String note,
            Stamp stamp)
            implements ApplicationCommand {}

    /** 不予受理, with a written reason: {@code reason} is a key of the package's reasons. */
    @TaskAct(value = "acceptance", outcome = "refuse")
    record RefuseAcceptance(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String reason,
            Stamp stamp)
            implements ApplicationCommand {}

    /** 一次性告知补正: everything that is missing, told once. Stops the clock. */
    @TaskAct(value = "acceptance", outcome = "supplement")
    record RequestSupplement(
            @TargetAggregateIdentifier ApplicationId application,
            List<String> items,
            @Personal String reason,
            Stamp stamp)
            implements ApplicationCommand {}

    /** 补正: what was asked for comes in. */
    record Supplement(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal FormData changes,
            List<Material> materials,
            Stamp stamp)
            implements ApplicationCommand {}

    /** 特别程序申请: a special procedure begins; the clock stops until it ends. */
    @TaskAct(value = "special-procedure", outcome = "start")
    record StartSpecialProcedure(
            @TargetAggregateIdentifier ApplicationId application,
            SpecialProcedureKind kind,
            @Personal String reason,
            int limit,
            TermUnit unit,
            Stamp stamp)
            implements ApplicationCommand {}

    /** 特别程序结果. */
    @TaskAct(value = "special-procedure", outcome = "end")
    record EndSpecialProcedure(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String result,
            Stamp stamp)
            implements ApplicationCommand {}

    /** 审批: one approval step, by an officer. {@code step} is the task's key in the package. */
    @TaskAct("step")
    record CompleteStep(
            @TargetAggregateIdentifier ApplicationId application,
            String step,
            String outcome,
            @Personal String opinion,
            @Personal FormData data,
            Stamp stamp)
            implements ApplicationCommand {}

    /** 办结 with approval. */
    @TaskAct(value = "conclusion", outcome = "approve", automatic = true)
    record Approve(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements ApplicationCommand {}

    /** 办结 with a rejection: reason, rule and remedies. Only a person's step leads here. */
    @TaskAct(value = "conclusion", outcome = "reject", automatic = true)
    record Reject(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements ApplicationCommand {}

    /** 领取登记. */
    @TaskAct("collection")
    record Collect(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String collector,
            String way,
            Stamp stamp)
            implements ApplicationCommand {}

    /** 撤回申请, by the applicant, before the decision. */
    record Withdraw(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal @Nullable String reason,
            Stamp stamp)
            implements ApplicationCommand {}

    /** 中止: stops the clock. */
    record Suspend(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String reason,
            @Nullable Long expectedVersion,
            Stamp stamp)
            implements ApplicationCommand {

        public Suspend(ApplicationId application, String reason, Stamp stamp) {
            this(application, reason, null, stamp);
        }
    }

    /** 恢复. */
    record Resume(
            @TargetAggregateIdentifier ApplicationId application,
            @Nullable Long expectedVersion,
            Stamp stamp)
            implements ApplicationCommand {

        public Resume(ApplicationId application, Stamp stamp) {
            this(application, null, stamp);
        }
    }

    /**
     * 终止审核, in writing; for instance where the applicant refuses to co-operate without good reason.
     */
    record Terminate(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String reason,
            @Nullable Long expectedVersion,
            Stamp stamp)
            implements ApplicationCommand {

        public Terminate(ApplicationId application, String reason, Stamp stamp) {
            this(application, reason, null, stamp);
        }
    }

    /**
     * A document is to reach the applicant (送达), or did already.
     *
     * @param servedBy the step in which an officer served it and wrote down {@code servedOn} and
     *     {@code way}: it is delivered on that day; null where it is still to be delivered
     */
    @TaskAct(value = "delivery", automatic = true)
    record RequestDelivery(
            @TargetAggregateIdentifier ApplicationId application,
            String delivery,
            String document,
            DeliveryChannel channel,
            @Nullable String servedBy,
            Stamp stamp)
            implements ApplicationCommand {

        public RequestDelivery(
                ApplicationId application,
                String delivery,
                String document,
                DeliveryChannel channel,
                Stamp stamp) {
            this(application, delivery, document, channel, null, stamp);
        }
    }

    /**
     * 送达: the document reached the applicant; remedy periods run from {@code day}.
     *
     * @param way in which an officer served it, such as {@code post}; null for a message
     * @param proof receipt number, or id of the paper that proves it; null in the event once the
     *     subject's key is destroyed
     */
    record RecordDelivery(
            @TargetAggregateIdentifier ApplicationId application,
            String delivery,
            LocalDate day,
            @Nullable String way,
            @Personal String proof,
            @Nullable Long expectedVersion,
            Stamp stamp)
            implements ApplicationCommand {

        public RecordDelivery(
                ApplicationId application,
                String delivery,
                LocalDate day,
                String proof,
                Stamp stamp) {
            this(application, delivery, day, null, proof, null, stamp);
        }
    }

    /**
     * 内部备注: an officer writes something down for colleagues. It decides nothing, and is neither
     * shown to the applicant nor part of what a person may have a copy of.
     */
    record Comment(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String comment,
            Stamp stamp)
            implements ApplicationCommand {}

    /**
     * 张贴证明: whoever put the public notice up shows by a photograph that it hung there.
     *
     * @param photo kept already
     * @param place where it hung, in words
     * @param day on which the photograph was taken, while the notice was up
     */
    record ProvePosting(
            @TargetAggregateIdentifier ApplicationId application,
            Material photo,
            @Personal String place,
            LocalDate day,
            Stamp stamp)
            implements ApplicationCommand {}

    /** 好差评: once, after the end, by the applicant. 1 very satisfied … 5 very dissatisfied. */
    record Rate(
            @TargetAggregateIdentifier ApplicationId application,
            int score,
            @Personal @Nullable String comment,
            Stamp stamp)
            implements ApplicationCommand {}

    /** Answers the last day of the whole case, for which a timer then waits. */
    @TaskAct(value = "case-term", automatic = true)
    record AwaitTerm(@TargetAggregateIdentifier ApplicationId application, Stamp stamp)
            implements ApplicationCommand {}

    /** Decide by the package's decision table; answers the outcome's word. */
    @TaskAct(value = "rule", automatic = true)
    record DecideByRule(
            @TargetAggregateIdentifier ApplicationId application, String decision, Stamp stamp)
            implements ApplicationCommand {}

    /**
     * Ask another body's records (a typed question of the package) about each person under that
     * person's own authority; whoever gave none that is valid is not asked.
     *
     * @param of about whom; null for the applicant
     */
    @TaskAct(value = "register", automatic = true)
    record AskRegister(
            @TargetAggregateIdentifier ApplicationId application,
            String question,
            String register,
            @Nullable Whom of,
            Stamp stamp)
            implements ApplicationCommand {

        public AskRegister(
                ApplicationId application, String question, String register, Stamp stamp) {
            this(application, question, register, null, stamp);
        }
    }

    /**
     * The other body's answer, or that there was none.
     *
     * @param member which adult of the household it is about; null where the applicant was asked
     *     about alone
     */
    record RecordRegisterAnswer(
            @TargetAggregateIdentifier ApplicationId application,
            String question,
            @Nullable Integer member,
            RegisterOutcome outcome,
            @Personal FormData answer,
            Stamp stamp)
            implements ApplicationCommand {

        public RecordRegisterAnswer(
                ApplicationId application,
                String question,
                RegisterOutcome outcome,
                FormData answer,
                Stamp stamp) {
            this(application, question, null, outcome, answer, stamp);
        }
    }

    /**
     * The applicant is in danger from somebody near, such as by domestic violence: from now on the
     * case is shown to nobody who acts for them, asks no authority of others in the household, is
     * on no public notice, and sends no text.
     *
     * @param ownPhone whether nobody else reads the phone on record: texts go on then
     */
    @TaskAct(value = "protection", outcome = "protect", beside = true)
    record Protect(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String reason,
            boolean ownPhone,
            Stamp stamp)
            implements ApplicationCommand {}

    /**
     * The danger is over, as an officer found who spoke with the applicant alone; lifted once a
     * second one found so.
     */
    @TaskAct(value = "protection", outcome = "lift", beside = true)
    record LiftProtection(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String reason,
            Stamp stamp)
            implements ApplicationCommand {}

    /** An officer found that the applicant died: from now on nothing is sent to their phone. */
    @TaskAct(value = "death", outcome = "recorded", beside = true)
    record RecordDeath(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String reason,
            Stamp stamp)
            implements ApplicationCommand {}

    /** The applicant lives: all is as before. */
    @TaskAct(value = "death", outcome = "refuted", beside = true)
    record RefuteDeath(
            @TargetAggregateIdentifier ApplicationId application,
            @Personal String reason,
            Stamp stamp)
            implements ApplicationCommand {}

    /**
     * After the applicant's death an heir or somebody who lived with them goes on with the case, as
     * its applicant.
     *
     * @param successor as whom they are known; null where nobody knows them by that number
     * @param relation to the one who died
     */
    @TaskAct(value = "succession", beside = true)
    record CarryOn(
            @TargetAggregateIdentifier ApplicationId application,
            @Nullable PersonId successor,
            @Personal String name,
            @Personal String identityNumber,
            @Personal String phone,
            @Personal String relation,
            Stamp stamp)
            implements ApplicationCommand {}

    /** A stage begins to wait for a body; answers its {@link Stage}. */
    record StartStage(
            @TargetAggregateIdentifier ApplicationId application, String step, Stamp stamp)
            implements ApplicationCommand {}

    /**
     * The case's clock was stopped, or runs again, while the stage is open; answers its {@link
     * Stage}.
     */
    record RescheduleStage(
            @TargetAggregateIdentifier ApplicationId application, String step, Stamp stamp)
            implements ApplicationCommand {}

    /**
     * The case goes on by another version of its item: forms, process, rules and words. Answers why
     * it does not, or null: one that cannot follow stays, and says why in its stream.
     *
     * @param step to which it is taken; null where it goes on where it stood
     */
    record FollowVersion(
            @TargetAggregateIdentifier ApplicationId application,
            ServiceVersion to,
            VersionPolicy policy,
            @Nullable String step,
            Stamp stamp)
            implements ApplicationCommand {}

    /** The case stays with its version though its item's policy would move it. */
    record StayOnVersion(
            @TargetAggregateIdentifier ApplicationId application,
            ServiceVersion offered,
            StayReason reason,
            Stamp stamp)
            implements ApplicationCommand {}

    /**
     * What {@link StartStage} and {@link RescheduleStage} answer.
     *
     * @param region of the body that has to act
     * @param due last day of the stage, or null where none is set or the clock stands still
     */
    record Stage(String step, String body, RegionCode region, @Nullable DueDate due, Text title) {}

    /**
     * What {@link CompleteStep} answers: what an approval would open as the case stands. What only
     * a later step finds out is null in it. {@link Approve} answers what it opens.
     *
     * @param openings none where the step does not decide the case
     * @param atOnce what the step itself opens
     */
    record Foreseen(
            List<ApplicationEvent.Granted> openings, List<ApplicationEvent.Granted> atOnce) {
        public Foreseen {
            openings = List.copyOf(openings);
            atOnce = List.copyOf(atOnce);
        }
    }
}
