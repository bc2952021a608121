package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.domain.disability.DisabilityCase;
import org.banshi.command.domain.lifecycle.Status;
import org.banshi.command.domain.social.SocialCase;
import org.jspecify.annotations.Nullable;

/** What the deciders know of an application: it only evolves, event by event, and never decides. */
final class ApplicationState implements SocialCase, DisabilityCase {

    private ApplicationId id;
    private final Succession applicant = new Succession();
    private ServiceVersion service;

    /** The last version that was offered to it in vain. */
    private @Nullable ServiceVersion stays;

    private RegionCode region;
    private @Nullable Channel filedAt;
    private Status status;
    private LocalDate appliedOn;
    private LocalDate receivedOn;
    private @Nullable LocalDate firstWordOn;
    private @Nullable LocalDate acceptedOn;
    private final CaseClock clock = new CaseClock();
    private final CaseFacts facts = new CaseFacts();
    private final SupplementNotices notices = new SupplementNotices();
    private final RegisterQuestions questions = new RegisterQuestions();
    private final StatedReason reason = new StatedReason();
    private final OpenStages openStages = new OpenStages();
    private final Postings postings = new Postings();
    private @Nullable LocalDate nextStageFrom;
    private final Deliveries deliveries = new Deliveries();
    private final Protection protection = new Protection();
    private List<Remedy> remedies = List.of();
    private final SpecialProcedures specialProcedures = new SpecialProcedures();
    private boolean decided;
    private boolean limitKept;
    private @Nullable Conclusion conclusion;
    private @Nullable LocalDate concludedOn;
    private boolean collected;
    private boolean rated;

    void on(ApplicationEvent event, Stamp stamp) {
        LocalDate day = stamp.day();
        if (event instanceof ApplicationEvent.Applied applied) {
            begin(applied, day);
        } else if (event instanceof ApplicationEvent.PreAccepted) {
            status = Status.PRE_ACCEPTED;
            firstWordOn = day;
        } else if (event instanceof ApplicationEvent.Accepted accepted) {
            status = Status.ACCEPTED;
            acceptedOn = day;
            facts.putDay("acceptedOn", day);
            clock.on(accepted);
        } else if (event instanceof ApplicationEvent.AcceptanceRefused refused) {
            status = Status.NOT_ACCEPTED;
            remedies = refused.remedies();
        } else if (event instanceof ApplicationEvent.SupplementRequested requested) {
            status = Status.SUPPLEMENT_REQUIRED;
            notices.on(requested);
            stopClock(day);
        } else if (event instanceof ApplicationEvent.Supplemented supplemented) {
            status = acceptedOn == null ? Status.APPLIED : Status.ACCEPTED;
            receivedOn = day;
            firstWordOn = null;
            if (acceptedOn == null) {
                openStages.beginAnew();
            }
            applicant.on(supplemented);
            notices.on(supplemented, facts.form());
            facts.on(supplemented);
            questions.on(supplemented);
            runClock(supplemented.caseDue(), day);
        } else if (event instanceof ApplicationEvent.Suspended) {
            status = Status.SUSPENDED;
            stopClock(day);
        } else if (event instanceof ApplicationEvent.Resumed resumed) {
            status = Status.ACCEPTED;
            runClock(resumed.caseDue(), day);
        } else if (event instanceof ApplicationEvent.SpecialProcedureStarted started) {
            begin(started, day);
        } else if (event instanceof ApplicationEvent.SpecialProcedureEnded ended) {
            status = Status.ACCEPTED;
            specialProcedures.on(ended);
            runClock(ended.caseDue(), day);
        } else if (event instanceof ApplicationEvent.Concluded concluded) {
            status = Status.CONCLUDED;
            conclusion = concluded.conclusion();
            concludedOn = day;
            remedies = concluded.remedies();
        } else if (event instanceof ApplicationEvent.Withdrawn) {
            status = Status.WITHDRAWN;
        } else if (event instanceof ApplicationEvent.Terminated terminated) {
            status = Status.TERMINATED;
            remedies = terminated.remedies();
        } else {
            onWorkWithin(event, stamp);
        }
    }

    /** What happens without moving the case to another status. */
    private void onWorkWithin(ApplicationEvent event, Stamp stamp) {
        if (event instanceof ApplicationEvent.StageStarted started) {
            openStages.on(started);
            if (status == Status.SUSPENDED) {
                openStages.stop(stamp.day());
            }
            nextStageFrom = null;
        } else if (event instanceof ApplicationEvent.StageRescheduled rescheduled) {
            openStages.on(rescheduled);
        } else if (event instanceof ApplicationEvent.StepCompleted completed) {
            openStages.end(completed.step());
            decided |= completed.decides();
            facts.on(completed);
            reason.on(completed, stamp.by().kind() == Actor.Kind.OFFICER);
        } else if (event instanceof ApplicationEvent.VersionChanged changed) {
            service = changed.to();
        } else if (event instanceof ApplicationEvent.VersionKept kept) {
            stays = kept.offered();
        } else if (event instanceof ApplicationEvent.RuleDecided decided) {
            facts.on(decided);
            reason.on(decided);
        } else if (event instanceof ApplicationEvent.RegisterAsked asked) {
            questions.on(asked);
        } else if (event instanceof ApplicationEvent.RegisterWithheld withheld) {
            facts.put(withheld.question(), questions.on(withheld));
            notices.onNewFact();
        } else if (event instanceof ApplicationEvent.RegisterAnswered answered) {
            facts.put(answered.question(), questions.on(answered));
            notices.onNewFact();
        } else if (event instanceof ApplicationEvent.DeliveryRequested requested) {
            deliveries.on(requested, stamp.day(), remedies);
        } else if (event instanceof ApplicationEvent.Delivered delivered) {
            deliveries.on(delivered);
        } else if (event instanceof ApplicationEvent.Collected) {
            collected = true;
        } else if (event instanceof ApplicationEvent.Rated) {
            rated = true;
        } else if (!(event instanceof ApplicationEvent.Granted)
                && !(event instanceof ApplicationEvent.Commented)
                && !postings.takes(event)
                && !protection.takes(event, stamp)
                && !applicant.takes(event)) {
            throw new IllegalArgumentException("no evolution for " + event.getClass().getName());
        }
    }

    /** What a family's event means for the application as a whole. */
    void on(SocialEvent event) {
        if (event instanceof SocialEvent.InformationChecked
                || event instanceof SocialEvent.HomeVisited) {
            notices.onNewFact();
        } else if (event instanceof SocialEvent.PublicNoticePosted posted) {
            postings.begin(posted.from(), posted.until().day());
        } else if (event instanceof SocialEvent.PublicNoticeEnded) {
            nextStageFrom = postings.until();
        } else if (event instanceof SocialEvent.ObjectionResolved) {
            openStages.beginAnew();
        } else if (event instanceof SocialEvent.Confirmed confirmed) {
            decided = true;
            limitKept = true;
            reason.onDecision(confirmed.reason());
        }
    }

    /** What the family's event means for the application as a whole. */
    void on(ArbitrationEvent event) {
        if (event instanceof ArbitrationEvent.ClockRestarted restarted) {
            clock.restart(restarted.from(), restarted.due());
        } else if (event instanceof ArbitrationEvent.AnnouncementPosted posted) {
            clock.leaveOut(new OpenStages.Pause(posted.from(), posted.until()), posted.caseDue());
        } else if (event instanceof ArbitrationEvent.DeemedWithdrawn) {
            status = Status.WITHDRAWN;
        } else if (event instanceof ArbitrationEvent.SettlementBound
                || event instanceof ArbitrationEvent.AwardMade award && !award.partial()) {
            decided = true;
            limitKept = true;
        }
    }

    /** What a family's event means for the application as a whole. */
    void on(DisabilityEvent event) {
        if (event instanceof DisabilityEvent.Assessed) {
            notices.onNewFact();
        } else if (event instanceof DisabilityEvent.NoticePosted posted) {
            postings.begin(posted.from(), posted.until().day());
        } else if (event instanceof DisabilityEvent.NoticeEnded) {
            nextStageFrom = postings.until();
        } else if (event instanceof DisabilityEvent.NoticeObjectionResolved
                || event instanceof DisabilityEvent.AssessmentDisputed) {
            openStages.beginAnew();
        }
    }

    private void begin(ApplicationEvent.Applied applied, LocalDate day) {
        id = applied.application();
        applicant.on(applied);
        filedAt = applied.channel();
        questions.on(applied);
        service = applied.service();
        region = applied.region();
        status = Status.APPLIED;
        appliedOn = day;
        receivedOn = day;
        facts.on(applied);
        facts.putDay("appliedOn", day);
    }

    private void stopClock(LocalDate day) {
        clock.stop(day);
        openStages.stop(day);
    }

    private void runClock(@Nullable DueDate until, LocalDate day) {
        clock.run(until, day);
        openStages.run(day);
    }

    private void begin(ApplicationEvent.SpecialProcedureStarted started, LocalDate day) {
        specialProcedures.on(started);
        if (started.kind() == SpecialProcedureKind.EXTENSION) {
            clock.extend(started.due());
        } else {
            status = Status.SPECIAL_PROCEDURE;
            stopClock(day);
        }
    }

    @Override
    public ApplicationId id() {
        return id;
    }

    @Override
    public PersonId subject() {
        return applicant.person();
    }

    @Override
    public ServiceVersion service() {
        return service;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public String applicantName() {
        return applicant.name();
    }

    @Override
    public String applicantIdentityNumber() {
        return applicant.identityNumber();
    }

    @Override
    public @Nullable LocalDate acceptedOn() {
        return acceptedOn;
    }

    @Override
    public Map<String, @Nullable Object> factsWithoutFamily(LocalDate today) {
        return facts.on(today, Map.of());
    }

    RegisterQuestions questions() {
        return questions;
    }

    @Override
    public RegionCode region() {
        return region;
    }

    /** Null after an erasure. */
    @Nullable Channel filedAt() {
        return filedAt;
    }

    @Nullable Applicant details() {
        return applicant.details();
    }

    Succession applicant() {
        return applicant;
    }

    @Override
    public LocalDate appliedOn() {
        return appliedOn;
    }

    /** Day of the application, or of the latest supplement. */
    LocalDate receivedOn() {
        return receivedOn;
    }

    /** Day on which the body first said what it found in the papers received last; else null. */
    @Nullable LocalDate firstWordOn() {
        return firstWordOn;
    }

    CaseClock clock() {
        return clock;
    }

    CaseFacts facts() {
        return facts;
    }

    SupplementNotices notices() {
        return notices;
    }

    /** Key of the reason that a person stated or confirmed; null where nobody did. */
    @Nullable String rejectionReason() {
        return reason.byPerson();
    }

    OpenStages openStages() {
        return openStages;
    }

    /**
     * From when the next stage counts if not from its start: a public notice is taken down on the
     * day after its last, and that last day is the event that the stage follows (example C9).
     */
    @Nullable LocalDate nextStageFrom() {
        return nextStageFrom;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Postings postings() {
        return postings;
    }

    Protection protection() {
        return protection;
    }

    @Override
    public boolean isProtected() {
        return protection.confirmed();
    }

    @Override
    public boolean isProtectionUnconfirmed() {
        return protection.unconfirmed();
    }

    @Override
    public boolean wasProtected() {
        return protection.everConfirmed();
    }

    SpecialProcedures specialProcedures() {
        return specialProcedures;
    }

    /** Whether it was said already that it does not follow this version. */
    boolean staysInsteadOf(ServiceVersion offered) {
        return offered.equals(stays);
    }

    /** Whether the deciding body decided, concluded or not. */
    boolean decided() {
        return decided;
    }

    /** Whether the whole case's limit runs to a decision that was made, not to the conclusion. */
    boolean limitKept() {
        return limitKept;
    }

    @Nullable Conclusion conclusion() {
        return conclusion;
    }

    /** Day of the conclusion; of the application where there is none. */
    LocalDate concludedOn() {
        return concludedOn == null ? appliedOn : concludedOn;
    }

    /** Of the decision that was made; none where there is nothing to contest. */
    List<Remedy> remedies() {
        return remedies;
    }

    boolean collected() {
        return collected;
    }

    boolean rated() {
        return rated;
    }
}
