package org.banshi.command.contract.application;

import java.time.LocalDate;
import java.util.List;
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

    @Stored("application.applied")
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
            @Personal String queryCode)
            implements ApplicationEvent {}

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
     * applicant; null while the case is not accepted.
     */
    @Stored("application.supplemented")
    record Supplemented(
            ApplicationId application,
            PersonId subject,
            @Personal FormData changes,
            List<Material> materials,
            @Nullable DueDate caseDue)
            implements ApplicationEvent {

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
     * the fact judged.
     */
    @Stored("application.rule-decided")
    record RuleDecided(
            ApplicationId application,
            PersonId subject,
            String decision,
            ServiceVersion tableVersion,
            LocalDate asOf,
            String outcome,
            boolean provisional,
            @Personal FormData inputs,
            @Personal FormData outputs)
            implements ApplicationEvent {}

    @Stored("application.register-asked")
    record RegisterAsked(
            ApplicationId application,
            PersonId subject,
            String question,
            String register,
            @Personal FormData about,
            String authority)
            implements ApplicationEvent {}

    @Stored("application.register-answered")
    record RegisterAnswered(
            ApplicationId application,
            PersonId subject,
            String question,
            String register,
            RegisterOutcome outcome,
            @Personal FormData answer)
            implements ApplicationEvent {}

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

    /** The remedies of the delivered document, each with its last day. */
    @Stored("application.delivered")
    record Delivered(
            ApplicationId application,
            PersonId subject,
            String delivery,
            String document,
            LocalDate day,
            String proof,
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

    @Stored("application.rated")
    record Rated(
            ApplicationId application,
            PersonId subject,
            int score,
            @Personal @Nullable String comment)
            implements ApplicationEvent {}
}
