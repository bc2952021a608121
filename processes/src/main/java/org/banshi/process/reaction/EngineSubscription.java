package org.banshi.process.reaction;

import java.util.List;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
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

    public EngineSubscription(
            RootWork root,
            JdbcClient jdbc,
            RuntimeService runtime,
            ProcessDeployer deployer,
            Inbox inbox,
            EngineTime time,
            LastDays lastDays) {
        this.root = root;
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.deployer = deployer;
        this.inbox = inbox;
        this.time = time;
        this.lastDays = lastDays;
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
    public void handle(List<Recorded> batch) {
        batch.forEach(this::react);
    }

    private void react(Recorded recorded) {
        Event event = recorded.event();
        if (event instanceof ApplicationEvent.Applied applied) {
            start(applied, recorded.position());
        } else if (event instanceof ApplicationEvent.Supplemented it) {
            lastDays.follow(it.application());
            message(it.application(), recorded, "supplemented");
        } else if (event instanceof ApplicationEvent.SupplementRequested it) {
            lastDays.follow(it.application());
        } else if (event instanceof ApplicationEvent.Suspended it) {
            lastDays.follow(it.application());
        } else if (event instanceof ApplicationEvent.Resumed it) {
            lastDays.follow(it.application());
        } else if (event instanceof ApplicationEvent.SpecialProcedureStarted it) {
            lastDays.follow(it.application());
        } else if (event instanceof ApplicationEvent.SpecialProcedureEnded it) {
            lastDays.follow(it.application());
        } else if (event instanceof ApplicationEvent.Withdrawn it) {
            message(it.application(), recorded, "withdrawn");
        } else if (event instanceof ApplicationEvent.Terminated it) {
            message(it.application(), recorded, "terminated");
        } else if (event instanceof ApplicationEvent.Delivered it) {
            inbox.put(it.application(), recorded.position(), Inbox.DELIVERED, it.delivery());
        } else if (event instanceof ApplicationEvent.RegisterAnswered it) {
            settled(it.application(), recorded, it.question(), it.awaited());
        } else if (event instanceof ApplicationEvent.RegisterWithheld it) {
            settled(it.application(), recorded, it.question(), it.awaited());
        } else if (event instanceof SocialEvent.ObjectionRaised it) {
            message(it.application(), recorded, "objection-raised");
        } else if (event instanceof ArbitrationEvent.ClockRestarted it) {
            lastDays.follow(it.application());
        } else if (event instanceof ArbitrationEvent.AnnouncementPosted it) {
            lastDays.follow(it.application());
        } else if (event instanceof ArbitrationEvent.Answered it && it.complete()) {
            message(it.application(), recorded, "answered");
        } else if (event instanceof DisabilityEvent.NoticeObjectedTo it) {
            message(it.application(), recorded, "objection-raised");
        } else if (event instanceof DisabilityEvent.AssessmentAccepted it) {
            message(it.application(), recorded, "assessment-accepted");
        } else if (event instanceof DisabilityEvent.AssessmentDisputed it) {
            message(it.application(), recorded, "assessment-disputed");
        } else if (event instanceof ClockEvent.Advanced it) {
            time.moveTo(it.offset());
        }
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
