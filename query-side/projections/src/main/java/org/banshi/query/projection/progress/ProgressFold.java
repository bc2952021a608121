package org.banshi.query.projection.progress;

import java.util.Objects;
import java.util.Set;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.ServiceDefinition.Ending;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.ApplicationEvent.AcceptanceRefused;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.CarriedOn;
import org.banshi.command.contract.application.ApplicationEvent.Collected;
import org.banshi.command.contract.application.ApplicationEvent.Commented;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.DeathRecorded;
import org.banshi.command.contract.application.ApplicationEvent.DeathRefuted;
import org.banshi.command.contract.application.ApplicationEvent.Delivered;
import org.banshi.command.contract.application.ApplicationEvent.DeliveryRequested;
import org.banshi.command.contract.application.ApplicationEvent.Granted;
import org.banshi.command.contract.application.ApplicationEvent.PostingProved;
import org.banshi.command.contract.application.ApplicationEvent.PreAccepted;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.application.ApplicationEvent.ProtectionLiftAsked;
import org.banshi.command.contract.application.ApplicationEvent.ProtectionLifted;
import org.banshi.command.contract.application.ApplicationEvent.Rated;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAnswered;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAsked;
import org.banshi.command.contract.application.ApplicationEvent.RegisterWithheld;
import org.banshi.command.contract.application.ApplicationEvent.Resumed;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationEvent.SpecialProcedureStarted;
import org.banshi.command.contract.application.ApplicationEvent.StageRescheduled;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.ApplicationEvent.StepCompleted;
import org.banshi.command.contract.application.ApplicationEvent.SupplementRequested;
import org.banshi.command.contract.application.ApplicationEvent.Suspended;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.application.ApplicationEvent.VersionChanged;
import org.banshi.command.contract.application.ApplicationEvent.VersionKept;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.disability.DisabilityEvent.AssessmentTold;
import org.banshi.command.contract.disability.DisabilityEvent.NoticePosted;
import org.banshi.command.contract.disability.DisabilityEvent.SubsidyReckoned;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.social.SocialEvent.Confirmed;
import org.banshi.command.contract.social.SocialEvent.PublicNoticePosted;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.contract.progress.Progress.Milestone;
import org.banshi.query.projection.access.Offices;
import org.banshi.query.projection.clock.CaseClock;
import org.jspecify.annotations.Nullable;

/**
 * What each event changes on the applicant's page. An act that is not named here, such as most of a
 * family's own, brings its words and nothing more.
 */
final class ProgressFold {

    /** What an applicant is not told one by one. */
    private static final Set<Class<?>> UNTOLD =
            Set.of(
                    StageStarted.class,
                    StageRescheduled.class,
                    RuleDecided.class,
                    Granted.class,
                    DeliveryRequested.class,
                    VersionChanged.class,
                    VersionKept.class,
                    Commented.class,
                    PostingProved.class,
                    Protected.class,
                    ProtectionLiftAsked.class,
                    ProtectionLifted.class,
                    DeathRecorded.class,
                    DeathRefuted.class,
                    ArbitrationEvent.PartyJoined.class,
                    ArbitrationEvent.CopyIssued.class);

    /** What changes nothing in where the case is. */
    private static final Set<Class<?>> STILL =
            Set.of(
                    RuleDecided.class,
                    Granted.class,
                    Rated.class,
                    VersionChanged.class,
                    VersionKept.class,
                    Protected.class,
                    ProtectionLiftAsked.class,
                    ProtectionLifted.class,
                    DeathRecorded.class,
                    DeathRefuted.class,
                    CarriedOn.class,
                    Commented.class,
                    PostingProved.class);

    /** What happens within a special procedure, and does not end it. */
    private static final Set<Class<?>> IN_SPECIAL_PROCEDURE =
            Set.of(
                    DisabilityEvent.Assessed.class,
                    AssessmentTold.class,
                    DisabilityEvent.AssessmentAccepted.class,
                    DisabilityEvent.AssessmentDisputed.class);

    /** What others add while an office may be at work on the case. */
    private static final Set<Class<?>> BESIDE =
            Set.of(
                    RegisterAsked.class,
                    RegisterWithheld.class,
                    RegisterAnswered.class,
                    DeliveryRequested.class,
                    Delivered.class);

    private final Words words;

    ProgressFold(Words words) {
        this.words = words;
    }

    Case begin(Applied applied, Recorded recorded) {
        ServiceDefinition service = words.service(applied.service());
        return new Case(
                applied.application().value(),
                applied.number(),
                applied.subject(),
                applied.service(),
                applied.region(),
                service.name(),
                recorded.stamp().at(),
                words.after(
                        recorded.name(), service, CaseStatus.APPLIED, recorded.stamp().at(), null));
    }

    void apply(Case c, Recorded recorded) {
        Event event = recorded.event();
        if (event instanceof VersionChanged changed) {
            c.service = changed.to();
        }
        if (event instanceof Protected || event instanceof ProtectionLifted) {
            c.guarded = event instanceof Protected;
        }
        if (event instanceof CarriedOn on) {
            c.person = on.subject();
        }
        ServiceDefinition service = words.service(c.service);
        c.version = recorded.sequence();
        c.endings = c.endings.after(recorded, service);
        Ending ending = c.endings.words(service);
        c.ending = ending == null ? null : ending.status();
        if (!UNTOLD.contains(event.getClass()) && !oneOfSeveral(c, recorded)) {
            c.milestones = c.milestones.with(milestone(c, recorded, service));
        }
        if (event instanceof StageStarted stage) {
            c.offices = Offices.with(c.offices, stage.body(), stage.region());
            if (!DisputeProgress.isBeside(stage, service)) {
                stage(c, words.during(stage, service, c.base, recorded.stamp().at()));
            }
        } else if (event instanceof StageRescheduled moved) {
            reschedule(c, moved);
        } else if (BESIDE.contains(event.getClass())) {
            beside(c, recorded, service);
        } else if (!STILL.contains(event.getClass()) && !DisputeProgress.isStill(event)) {
            act(c, recorded, service);
        }
        if (event instanceof ArbitrationEvent dispute) {
            DisputeProgress.remember(c, dispute);
        }
        remember(c, event, service);
    }

    /** A question about several adults is told once, and so is that all are answered. */
    private static boolean oneOfSeveral(Case c, Recorded recorded) {
        Event event = recorded.event();
        return event instanceof RegisterAnswered answered && answered.awaited() > 0
                || (event instanceof RegisterAsked || event instanceof RegisterWithheld)
                        && c.milestones.endWith(recorded.name());
    }

    private static Milestone milestone(Case c, Recorded recorded, ServiceDefinition service) {
        return new Milestone(
                recorded.name(),
                service.words(recorded.name()).title(),
                recorded.stamp().at(),
                detail(c, recorded.event(), service));
    }

    private static @Nullable Text detail(Case c, Event event, ServiceDefinition service) {
        if (event instanceof StepCompleted step) {
            Step spec = service.steps().get(step.step());
            return spec == null ? null : spec.title();
        }
        if (event instanceof Concluded concluded) {
            return c.ending == null ? status(c, concluded).words() : c.ending;
        }
        if (event instanceof PublicNoticePosted notice) {
            return until(notice.until());
        }
        if (event instanceof NoticePosted notice) {
            return until(notice.until());
        }
        return event instanceof AssessmentTold told ? until(told.objectionUntil()) : null;
    }

    private static Text until(DueDate due) {
        return Text.of("至 " + due.day(), "until " + due.day());
    }

    /** An office has the case, unless the applicant has to act first or nobody may. */
    private static void stage(Case c, Situation waiting) {
        switch (c.situation.status()) {
            case SUPPLEMENT_REQUESTED -> {}
            case SUSPENDED -> c.held = waiting;
            case SPECIAL_PROCEDURE ->
                    c.situation = waiting.withStatus(CaseStatus.SPECIAL_PROCEDURE);
            default -> c.situation = waiting;
        }
    }

    /** The stage that the page is about, or to which a suspended case returns. */
    private static void reschedule(Case c, StageRescheduled moved) {
        if (moved.step().equals(c.situation.step())) {
            c.situation = c.situation.withUntil(moved.due());
        }
        if (c.held != null && moved.step().equals(c.held.step())) {
            c.held = c.held.withUntil(moved.due());
        }
    }

    /** Told only where it is what the case waits for: questions before the end, papers after it. */
    private void beside(Case c, Recorded recorded, ServiceDefinition service) {
        Event event = recorded.event();
        boolean ended = c.situation.status().isEnd();
        boolean delivery = event instanceof DeliveryRequested || event instanceof Delivered;
        boolean idle = c.situation.status() == c.base && !c.situation.waiting();
        if (idle && delivery == ended) {
            Situation told =
                    words.after(
                            recorded.name(),
                            service,
                            c.situation.status(),
                            recorded.stamp().at(),
                            c.situation.phone());
            c.situation = c.ending == null ? told : told.withNext(c.situation.next());
        }
    }

    private void act(Case c, Recorded recorded, ServiceDefinition service) {
        Event event = recorded.event();
        Situation before = c.situation;
        Situation after =
                words.after(
                        recorded.name(),
                        service,
                        status(c, event),
                        recorded.stamp().at(),
                        before.phone());
        if (event instanceof SupplementRequested request) {
            after = after.withTurn(request.items(), request.due());
        } else if (event instanceof SpecialProcedureStarted special
                && !CaseClock.isExtension(special)) {
            after = after.withUntil(special.due());
        } else if (event instanceof PublicNoticePosted notice) {
            after = after.withUntil(notice.until());
        } else if (event instanceof NoticePosted notice) {
            after = after.withUntil(notice.until());
        } else if (event instanceof AssessmentTold told) {
            after = after.withUntil(told.objectionUntil());
        } else if (event instanceof Suspended) {
            c.held = before;
        } else if (event instanceof Resumed && c.held != null) {
            // The stage's last day moved while the clock stood still; to when comes next.
            after = c.held.withUntil(null);
            c.held = null;
        }
        Ending ending = c.endings.words(service);
        c.situation = ending == null ? after : after.ending(ending);
    }

    private static CaseStatus status(Case c, Event event) {
        if (event instanceof PreAccepted) {
            c.base = CaseStatus.PRE_ACCEPTED;
        } else if (event instanceof Accepted) {
            c.base = CaseStatus.ACCEPTED;
        } else if (event instanceof SupplementRequested) {
            return CaseStatus.SUPPLEMENT_REQUESTED;
        } else if (event instanceof SpecialProcedureStarted special) {
            return CaseClock.isExtension(special) ? c.base : CaseStatus.SPECIAL_PROCEDURE;
        } else if (IN_SPECIAL_PROCEDURE.contains(event.getClass())) {
            return CaseStatus.SPECIAL_PROCEDURE;
        } else if (event instanceof Suspended) {
            return CaseStatus.SUSPENDED;
        } else if (event instanceof AcceptanceRefused) {
            c.base = CaseStatus.ACCEPTANCE_REFUSED;
        } else if (event instanceof Concluded concluded) {
            c.base = status(c, concluded);
        } else if (event instanceof Collected) {
            c.base = CaseStatus.COLLECTED;
        } else if (event instanceof Withdrawn
                || event instanceof ArbitrationEvent.DeemedWithdrawn) {
            c.base = CaseStatus.WITHDRAWN;
        } else if (event instanceof Terminated) {
            c.base = CaseStatus.TERMINATED;
        }
        return c.base;
    }

    private static CaseStatus status(Case c, Concluded concluded) {
        if (c.ending != null) {
            return CaseStatus.CLOSED;
        }
        return concluded.conclusion() == Conclusion.APPROVED
                ? CaseStatus.APPROVED
                : CaseStatus.REJECTED;
    }

    private static void remember(Case c, Event event, ServiceDefinition service) {
        c.caseDue = CaseClock.due(c.caseDue, event);
        if (event instanceof SupplementRequested request) {
            c.sealed = c.sealed.withSupplementReason(Words.reason(request.reason(), service));
        } else if (event instanceof AcceptanceRefused refused) {
            c.sealed = c.sealed.withReason(Words.reason(refused.reason(), service));
            c.remedies = refused.remedies();
        } else if (event instanceof Terminated terminated) {
            c.sealed = c.sealed.withReason(Words.reason(terminated.reason(), service));
            c.remedies = terminated.remedies();
        } else if (event instanceof RuleDecided rule) {
            if (rule.provisional()) {
                c.provisionalDecisions.add(rule.decision());
            } else {
                c.provisionalDecisions.remove(rule.decision());
            }
        } else if (event instanceof SubsidyReckoned reckoned && reckoned.provisional()) {
            c.provisionalDecisions.add("subsidy");
        } else if (event instanceof StepCompleted step) {
            c.decided |= step.decides();
        } else if (event instanceof Confirmed) {
            c.decided = true;
        } else if (event instanceof Concluded concluded) {
            conclude(c, concluded, service);
        } else if (event instanceof Delivered delivered && !delivered.remedies().isEmpty()) {
            c.remedies = delivered.remedies();
        }
    }

    private static void conclude(Case c, Concluded concluded, ServiceDefinition service) {
        FormData result = Objects.requireNonNullElse(concluded.result(), FormData.empty());
        c.decided = true;
        c.conclusion = c.ending == null ? concluded.conclusion() : null;
        c.reason = concluded.reason();
        if (!concluded.remedies().isEmpty()) {
            c.remedies = concluded.remedies();
        }
        c.sealed = c.sealed.withResult(ResultLines.of(service, result));
        c.provisional =
                concluded.conclusion() == Conclusion.APPROVED
                        && service.resultLines().stream()
                                .map(line -> line.from().split("\\.")[0])
                                .anyMatch(c.provisionalDecisions::contains);
    }
}
