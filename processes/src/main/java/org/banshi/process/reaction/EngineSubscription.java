package org.banshi.process.reaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.banshi.eventstore.codec.Interest;
import org.banshi.process.engine.EngineTime;
import org.banshi.process.engine.ProcessDeployer;
import org.banshi.process.task.LastDays;
import org.banshi.process.variable.CaseVariables;
import org.banshi.process.work.RootWork;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's reader of the log: an application starts its process, what happens to a case reaches
 * its process as a message. Reader's token and engine's rows are one transaction, so each event
 * takes effect exactly once.
 */
public final class EngineSubscription implements Subscription {

    /** Key of the reader's token; a work list waits for it. */
    public static final String NAME = "engine";

    private final RootWork root;
    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final ProcessDeployer deployer;
    private final Inbox inbox;
    private final EngineTime time;
    private final LastDays lastDays;
    private final PendingTasks pending;
    private final Map<Class<? extends Event>, Consumer<Recorded>> reactions = new HashMap<>();
    private final Interest interest;

    public EngineSubscription(
            RootWork root,
            JdbcClient jdbc,
            RuntimeService runtime,
            ProcessDeployer deployer,
            Inbox inbox,
            EngineTime time,
            LastDays lastDays,
            PendingTasks pending) {
        this.root = root;
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.deployer = deployer;
        this.inbox = inbox;
        this.time = time;
        this.lastDays = lastDays;
        this.pending = pending;
        reactToEverything();
        this.interest = Interest.in(reactions.keySet());
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Small: whatever a batch locks, officers wait for. */
    @Override
    public int batchSize() {
        return 20;
    }

    @Override
    public void surround(Runnable transaction) {
        root.run(
                () -> {
                    transaction.run();
                    return transaction;
                });
    }

    @Override
    public Interest interest() {
        return interest;
    }

    @Override
    public void handle(List<Recorded> batch) {
        batch.forEach(it -> reactions.get(it.event().getClass()).accept(it));
    }

    private void reactToEverything() {
        on(ApplicationEvent.Applied.class, (it, at) -> start(it, at.position()));
        on(
                ApplicationEvent.Supplemented.class,
                (it, at) -> {
                    follow(it.application());
                    message(it.application(), at, "supplemented");
                });
        on(ApplicationEvent.SupplementRequested.class, (it, at) -> follow(it.application()));
        on(ApplicationEvent.Suspended.class, (it, at) -> follow(it.application()));
        on(ApplicationEvent.Resumed.class, (it, at) -> follow(it.application()));
        on(ApplicationEvent.SpecialProcedureStarted.class, (it, at) -> follow(it.application()));
        on(ApplicationEvent.SpecialProcedureEnded.class, (it, at) -> follow(it.application()));
        on(ApplicationEvent.Withdrawn.class, tells("withdrawn", it -> it.application()));
        on(ApplicationEvent.Terminated.class, tells("terminated", it -> it.application()));
        on(
                ApplicationEvent.Delivered.class,
                (it, at) ->
                        inbox.put(it.application(), at.position(), Inbox.DELIVERED, it.delivery()));
        on(
                ApplicationEvent.RegisterAnswered.class,
                (it, at) -> settled(it.application(), at, it.question(), it.awaited()));
        on(
                ApplicationEvent.RegisterWithheld.class,
                (it, at) -> settled(it.application(), at, it.question(), it.awaited()));
        on(SocialEvent.ObjectionRaised.class, tells("objection-raised", it -> it.application()));
        reactToDisputes();
        on(
                DisabilityEvent.NoticeObjectedTo.class,
                tells("objection-raised", it -> it.application()));
        on(
                DisabilityEvent.AssessmentAccepted.class,
                tells("assessment-accepted", it -> it.application()));
        on(
                DisabilityEvent.AssessmentDisputed.class,
                tells("assessment-disputed", it -> it.application()));
        on(ClockEvent.Advanced.class, (it, at) -> time.moveTo(it.offset()));
    }

    private void reactToDisputes() {
        on(
                ArbitrationEvent.ClockRestarted.class,
                (it, at) -> {
                    follow(it.application());
                    pending.follow(it.application());
                });
        on(
                ArbitrationEvent.HearingAdjourned.class,
                (it, at) -> {
                    pending.follow(it.application());
                    pending.leaveHearing(it.application());
                });
        on(ArbitrationEvent.AnnouncementPosted.class, (it, at) -> follow(it.application()));
        // With the first of several the process goes on; a hearing waits for all by itself.
        on(
                ArbitrationEvent.Answered.class,
                (it, at) -> {
                    message(it.application(), at, "answered");
                    pending.follow(it.application());
                });
        on(
                ArbitrationEvent.DocumentServed.class,
                (it, at) -> {
                    if (it.document() == ServedDocument.ANSWER) {
                        pending.follow(it.application());
                    }
                });
        on(
                ArbitrationEvent.ClaimFiled.class,
                (it, at) -> {
                    if (it.decideBy() != null) {
                        pending.follow(it.application());
                    }
                });
        for (Class<? extends ArbitrationEvent> type :
                List.of(
                        ArbitrationEvent.ClaimAccepted.class,
                        ArbitrationEvent.ClaimRefused.class,
                        ArbitrationEvent.ClaimsDeemedWithdrawn.class,
                        ArbitrationEvent.ClaimsWithdrawn.class,
                        ArbitrationEvent.RecusalAsked.class,
                        ArbitrationEvent.RecusalDecided.class,
                        ArbitrationEvent.PanelNamed.class,
                        ArbitrationEvent.AdvanceAsked.class,
                        ArbitrationEvent.AdvanceGranted.class,
                        ArbitrationEvent.AdvanceDenied.class,
                        ArbitrationEvent.AdjournmentAsked.class,
                        ArbitrationEvent.AdjournmentDenied.class,
                        ArbitrationEvent.HearingHeld.class,
                        ArbitrationEvent.AwardMade.class,
                        ArbitrationEvent.DeemedWithdrawn.class,
                        ArbitrationEvent.SettlementBound.class)) {
            on(type, (it, at) -> pending.follow(it.application()));
        }
    }

    private <E extends Event> void on(Class<E> type, BiConsumer<E, Recorded> reaction) {
        reactions.put(type, at -> reaction.accept(type.cast(at.event()), at));
    }

    private <E extends Event> BiConsumer<E, Recorded> tells(
            String message, Function<E, ApplicationId> of) {
        return (it, at) -> message(of.apply(it), at, message);
    }

    private void follow(ApplicationId application) {
        lastDays.follow(application);
    }

    /** The process goes on when nobody's answer to the question is awaited any more. */
    private void settled(
            ApplicationId application, Recorded recorded, String question, int awaited) {
        if (awaited == 0) {
            inbox.put(application, recorded.position(), Inbox.REGISTER_ANSWERED, question);
        }
    }

    private void message(ApplicationId application, Recorded recorded, String message) {
        inbox.put(application, recorded.position(), message, null);
    }

    private void start(ApplicationEvent.Applied applied, long position) {
        ApplicationId application = applied.application();
        root.lock(application);
        int first =
                jdbc.sql(
                                """
                                INSERT INTO process_start (application, position)
                                VALUES (?::uuid, ?) ON CONFLICT DO NOTHING""")
                        .params(application.value(), position)
                        .update();
        if (first == 1) {
            runtime.startProcessInstanceById(
                    deployer.definitionId(applied.service()),
                    application.value(),
                    CaseVariables.start(application, applied.service(), applied.region()));
        }
    }
}
