package org.banshi.command.contract.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** The whole story of an application. */
public sealed interface ApplicationEvent extends PersonalEvent {

    ApplicationId application();

    /**
     * {@code openFor} are those for whom, or in a dispute against whom, the subject may have no
     * second case of the item open meanwhile: keyed hashes, or the subject; null where it is the
     * subject alone.
     */
    @Stored(value = "application.applied", revision = 2)
    record Applied(
            ApplicationId application,
            PersonId subject,
            String number,
            ServiceVersion service,
            RegionCode region,
            Channel channel,
            @Personal Applicant details,
            @Personal FormData form,
            List<Material> materials,
            @Personal String queryCode,
            @Nullable List<String> openFor)
            implements ApplicationEvent {

        /** No second case of the subject. */
        public Applied(
                ApplicationId application,
                PersonId subject,
                String number,
                ServiceVersion service,
                RegionCode region,
                Channel channel,
                Applicant details,
                FormData form,
                List<Material> materials,
                String queryCode) {
            this(
                    application,
                    subject,
                    number,
                    service,
                    region,
                    channel,
                    details,
                    form,
                    materials,
                    queryCode,
                    null);
        }
    }

    @Stored("application.pre-accepted")
    record PreAccepted(ApplicationId application, PersonId subject, @Personal @Nullable String note)
            implements ApplicationEvent {}

    /**
     * {@code due} is the promised or statutory last day of the whole case, whichever binds first.
     * Both count from {@code from}: the acceptance, or the receipt where the body was silent for
     * too long.
     */
    @Stored("application.accepted")
    record Accepted(
            ApplicationId application,
            PersonId subject,
            LocalDate from,
            @Nullable DueDate due,
            @Personal @Nullable String note)
            implements ApplicationEvent {}

    @Stored("application.acceptance-refused")
    record AcceptanceRefused(
            ApplicationId application,
            PersonId subject,
            @Personal String reason,
            List<Remedy> remedies)
            implements ApplicationEvent {}

    @Stored("application.supplement-requested")
    record SupplementRequested(
            ApplicationId application,
            PersonId subject,
            List<String> items,
            @Personal String reason,
            @Nullable DueDate due)
            implements ApplicationEvent {}

    /**
     * {@code caseDue} is the whole case's last day, moved on by the days that it waited for the
     * applicant; null while the case is not accepted. {@code openFor} is null where the case is
     * still for the same person, else as in {@link Applied}, of {@code item}.
     */
    @Stored(value = "application.supplemented", revision = 2)
    record Supplemented(
            ApplicationId application,
            PersonId subject,
            @Personal FormData changes,
            List<Material> materials,
            @Nullable DueDate caseDue,
            @Nullable String item,
            @Nullable List<String> openFor)
            implements ApplicationEvent {

        /** It is for the same person. */
        public Supplemented(
                ApplicationId application,
                PersonId subject,
                FormData changes,
                List<Material> materials,
                @Nullable DueDate caseDue) {
            this(application, subject, changes, materials, caseDue, null, null);
        }

        /** A supplement before the acceptance: there is no case's clock yet. */
        public Supplemented(
                ApplicationId application,
                PersonId subject,
                FormData changes,
                List<Material> materials) {
            this(application, subject, changes, materials, null);
        }
    }

    @Stored("application.special-procedure-started")
    record SpecialProcedureStarted(
            ApplicationId application,
            PersonId subject,
            int serial,
            SpecialProcedureKind kind,
            @Personal String reason,
            DueDate due)
            implements ApplicationEvent {}

    /**
     * {@code caseDue} is the whole case's last day, moved on by the days that the procedure took.
     */
    @Stored("application.special-procedure-ended")
    record SpecialProcedureEnded(
            ApplicationId application,
            PersonId subject,
            int serial,
            @Personal String result,
            @Nullable DueDate caseDue)
            implements ApplicationEvent {}

    /**
     * A stage waits for {@code body} of {@code region} from now on. Its limit counts from {@code
     * from}, which lies earlier where it goes on with time that began before.
     */
    @Stored("application.stage-started")
    record StageStarted(
            ApplicationId application,
            PersonId subject,
            String step,
            String body,
            RegionCode region,
            LocalDate from,
            @Nullable DueDate due)
            implements ApplicationEvent {}

    /**
     * The case's clock was stopped, or runs again: an open stage has another last day. {@code due}
     * is null while the clock stands still, and where no limit is set.
     */
    @Stored("application.stage-rescheduled")
    record StageRescheduled(
            ApplicationId application, PersonId subject, String step, @Nullable DueDate due)
            implements ApplicationEvent {}

    /** {@code decides}: this was the body's decision on the application. */
    @Stored("application.step-completed")
    record StepCompleted(
            ApplicationId application,
            PersonId subject,
            String step,
            String outcome,
            boolean decides,
            @Personal String opinion,
            @Personal FormData data)
            implements ApplicationEvent {

        /** A step on the way to the decision, or after it. */
        public StepCompleted(
                ApplicationId application,
                PersonId subject,
                String step,
                String outcome,
                String opinion,
                FormData data) {
            this(application, subject, step, outcome, false, opinion, data);
        }
    }

    /**
     * {@code tableVersion} names the service version whose table decided; {@code asOf} the date of
     * the fact judged. {@code inputs} are all facts that the table was given but one kind: what
     * registers answered about the adults of the household. That stands in its own events under
     * each adult's own key and is not repeated here, as revision 1 did; {@code household} names, by
     * question, those whose latest answer before this event was given.
     */
    @Stored(value = "application.rule-decided", revision = 2)
    record RuleDecided(
            ApplicationId application,
            PersonId subject,
            String decision,
            ServiceVersion tableVersion,
            LocalDate asOf,
            String outcome,
            boolean provisional,
            Map<String, List<Integer>> household,
            @Personal FormData inputs,
            @Personal FormData outputs)
            implements ApplicationEvent {

        public RuleDecided {
            household = Map.copyOf(household);
        }

        /** On what is known of the applicant alone. */
        public RuleDecided(
                ApplicationId application,
                PersonId subject,
                String decision,
                ServiceVersion tableVersion,
                LocalDate asOf,
                String outcome,
                boolean provisional,
                FormData inputs,
                FormData outputs) {
            this(
                    application,
                    subject,
                    decision,
                    tableVersion,
                    asOf,
                    outcome,
                    provisional,
                    Map.of(),
                    inputs,
                    outputs);
        }
    }

    /**
     * Another body's records are asked about one person, who is the {@code subject}. {@code member}
     * numbers the adults of the household within the case; it is null where the applicant is asked
     * about alone.
     */
    @Stored(value = "application.register-asked", revision = 2)
    record RegisterAsked(
            ApplicationId application,
            PersonId subject,
            String question,
            String register,
            @Nullable Integer member,
            @Personal FormData about,
            Authority authority)
            implements ApplicationEvent {

        /** About the applicant alone. */
        public RegisterAsked(
                ApplicationId application,
                PersonId subject,
                String question,
                String register,
                FormData about,
                Authority authority) {
            this(application, subject, question, register, null, about, authority);
        }
    }

    /**
     * The records were not asked about this adult. {@code awaited}: how many others of the same
     * question are not settled yet.
     */
    @Stored("application.register-withheld")
    record RegisterWithheld(
            ApplicationId application,
            PersonId subject,
            String question,
            String register,
            int member,
            @Personal FormData about,
            Withheld reason,
            int awaited)
            implements ApplicationEvent {}

    /** {@code awaited}: how many others of the same question have no answer yet. */
    @Stored(value = "application.register-answered", revision = 2)
    record RegisterAnswered(
            ApplicationId application,
            PersonId subject,
            String question,
            String register,
            @Nullable Integer member,
            RegisterOutcome outcome,
            @Personal FormData answer,
            int awaited)
            implements ApplicationEvent {

        /** About the applicant alone. */
        public RegisterAnswered(
                ApplicationId application,
                PersonId subject,
                String question,
                String register,
                RegisterOutcome outcome,
                FormData answer) {
            this(application, subject, question, register, null, outcome, answer, 0);
        }
    }

    /**
     * The approval that follows in the same commit opens something that outlives the case. {@code
     * kind} is the word of a command that {@link org.banshi.command.contract.message.Opens} names,
     * {@code serial} counts from 1 within the case, {@code with} holds the command's components.
     */
    @Stored("application.granted")
    record Granted(
            ApplicationId application,
            PersonId subject,
            ServiceVersion service,
            RegionCode region,
            String kind,
            int serial,
            @Personal FormData with)
            implements ApplicationEvent {}

    /**
     * 办结. {@code result} is what the decision grants (amount, certificate); empty when rejected.
     */
    @Stored("application.concluded")
    record Concluded(
            ApplicationId application,
            PersonId subject,
            Conclusion conclusion,
            @Nullable Text reason,
            @Nullable String rule,
            @Personal FormData result,
            List<Remedy> remedies)
            implements ApplicationEvent {}

    @Stored("application.delivery-requested")
    record DeliveryRequested(
            ApplicationId application,
            PersonId subject,
            String delivery,
            String document,
            DeliveryChannel channel,
            @Personal String address)
            implements ApplicationEvent {}

    /**
     * The remedies of the delivered document, each with its last day. Until revision 2 the proof
     * was in clear; an officer's words may name who took the document.
     */
    @Stored(value = "application.delivered", revision = 2)
    record Delivered(
            ApplicationId application,
            PersonId subject,
            String delivery,
            String document,
            LocalDate day,
            @Personal @Nullable String proof,
            List<Remedy> remedies)
            implements ApplicationEvent {}

    @Stored("application.collected")
    record Collected(
            ApplicationId application, PersonId subject, @Personal String collector, String way)
            implements ApplicationEvent {}

    @Stored("application.withdrawn")
    record Withdrawn(ApplicationId application, PersonId subject, @Personal @Nullable String reason)
            implements ApplicationEvent {}

    @Stored("application.suspended")
    record Suspended(ApplicationId application, PersonId subject, @Personal String reason)
            implements ApplicationEvent {}

    @Stored("application.resumed")
    record Resumed(ApplicationId application, PersonId subject, @Nullable DueDate caseDue)
            implements ApplicationEvent {}

    @Stored("application.terminated")
    record Terminated(
            ApplicationId application,
            PersonId subject,
            @Personal String reason,
            List<Remedy> remedies)
            implements ApplicationEvent {}

    /** What an officer wrote down for colleagues; never shown to the applicant. */
    @Stored("application.commented")
    record Commented(ApplicationId application, PersonId subject, @Personal String comment)
            implements ApplicationEvent {}

    /** A photograph proves where the public notice hung on a day. */
    @Stored("application.posting-proved")
    record PostingProved(
            ApplicationId application,
            PersonId subject,
            Material photo,
            @Personal String place,
            LocalDate day)
            implements ApplicationEvent {}

    @Stored("application.rated")
    record Rated(
            ApplicationId application,
            PersonId subject,
            int score,
            @Personal @Nullable String comment)
            implements ApplicationEvent {}

    /**
     * Kept from whoever is near at once; what it changes for others, such as that nothing is put
     * up, it changes once an officer said it, too. {@code ownPhone}: nobody else reads the phone on
     * record, so that texts may be sent.
     */
    @Stored("application.protected")
    record Protected(
            ApplicationId application, PersonId subject, @Personal String reason, boolean ownPhone)
            implements ApplicationEvent {}

    /** One officer found that the danger is over; it is lifted when another one finds so, too. */
    @Stored("application.protection-lift-asked")
    record ProtectionLiftAsked(ApplicationId application, PersonId subject, @Personal String reason)
            implements ApplicationEvent {}

    @Stored("application.protection-lifted")
    record ProtectionLifted(ApplicationId application, PersonId subject, @Personal String reason)
            implements ApplicationEvent {}

    @Stored("application.death-recorded")
    record DeathRecorded(ApplicationId application, PersonId subject, @Personal String reason)
            implements ApplicationEvent {}

    @Stored("application.death-refuted")
    record DeathRefuted(ApplicationId application, PersonId subject, @Personal String reason)
            implements ApplicationEvent {}

    /**
     * An heir or somebody of the household goes on with the case after the applicant's death.
     *
     * @param subject who is the applicant from now on
     * @param before who was
     * @param item of which the new applicant has no other open case; null where one may have
     *     several: the office began the case by itself, or it is a dispute or for somebody else
     * @param relation to the one who died
     */
    @Stored("application.carried-on")
    record CarriedOn(
            ApplicationId application,
            PersonId subject,
            PersonId before,
            String number,
            @Nullable String item,
            @Personal Applicant details,
            @Personal String relation)
            implements ApplicationEvent {}

    /**
     * The case goes on by another version of its item: forms, process, rules and words. Its last
     * days stay as they were promised.
     *
     * @param step to which it was taken; null where it goes on where it stood
     */
    @Stored("application.version-changed")
    record VersionChanged(
            ApplicationId application,
            PersonId subject,
            ServiceVersion from,
            ServiceVersion to,
            VersionPolicy policy,
            @Nullable String step)
            implements ApplicationEvent {}

    /** The case stays with its version, though its item's policy would have moved it. */
    @Stored("application.version-kept")
    record VersionKept(
            ApplicationId application,
            PersonId subject,
            ServiceVersion kept,
            ServiceVersion offered,
            StayReason reason)
            implements ApplicationEvent {}
}
