package org.banshi.process.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the days that the log sets, and sends what falls due when the business clock has reached
 * them. A day is forgotten only after its command was taken: a node that dies in between sends it
 * again, which changes nothing.
 */
public final class Deadlines implements Subscription, SmartLifecycle {

    /** Key of the reader's token, and the actor. */
    public static final String NAME = "deadlines";

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    /** Days come slowly; the moved clock of a demo wakes at once. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final CommandGateway commands;
    private final BusinessClock clock;
    private final Map<String, Deadline> kinds;
    private final DeadlineMakeUp makeUp;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread watch;

    public Deadlines(
            JdbcClient jdbc,
            CommandGateway commands,
            BusinessClock clock,
            EventLog log,
            List<Deadline> deadlines) {
        this.jdbc = jdbc;
        this.makeUp = new DeadlineMakeUp(jdbc, log);
        this.commands = commands;
        this.clock = clock;
        this.kinds =
                deadlines.stream().collect(Collectors.toMap(Deadline::kind, Function.identity()));
    }

    /** A day that was set. */
    private record Row(String kind, String subject, LocalDate day) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Recorded recorded) {
        return recorded.event() instanceof ClockEvent.Advanced
                || kinds.values().stream().anyMatch(it -> it.after(recorded.event()).isPresent());
    }

    @Override
    public void handle(List<Recorded> batch) {
        for (Recorded recorded : batch) {
            for (Deadline deadline : kinds.values()) {
                deadline.after(recorded.event()).ifPresent(change -> keep(deadline, change));
            }
            if (recorded.event() instanceof ClockEvent.Advanced) {
                lookAfterCommit();
            }
        }
    }

    private void keep(Deadline deadline, Deadline.Change change) {
        if (change.day() == null) {
            jdbc.sql("DELETE FROM process_deadline WHERE kind = ? AND subject = ?")
                    .params(deadline.kind(), change.subject())
                    .update();
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO process_deadline (kind, subject, day) VALUES (?, ?, ?)
                        ON CONFLICT (kind, subject) DO UPDATE SET day = excluded.day""")
                .params(deadline.kind(), change.subject(), change.day())
                .update();
        lookAfterCommit();
    }

    private void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake.release();
                    }
                });
    }

    @Override
    public void start() {
        Thread started = new Thread(this::watch, NAME);
        started.setDaemon(true);
        watch = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = watch;
        watch = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    private void watch() {
        while (isRunning()) {
            try {
                makeUp.feedNewKinds(kinds.values());
                wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
                sendDue();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The text of a failure can hold personal data.
                LOG.warn("cannot look for what is due: {}", e.getClass().getName());
            }
        }
    }

    /** Sends everything that is due now. One that fails is tried again at the next look. */
    void sendDue() {
        List<Row> due =
                jdbc.sql(
                                """
                                SELECT kind, subject, day FROM process_deadline
                                WHERE day <= :today AND kind IN (:kinds)
                                ORDER BY day, kind, subject LIMIT :many""")
                        .param("today", clock.today())
                        .param("kinds", kinds.keySet())
                        .param("many", AT_ONCE)
                        .query(Row.class)
                        .list();
        due.forEach(this::send);
        if (due.size() == AT_ONCE) {
            wake.release();
        }
    }

    private void send(Row row) {
        Deadline deadline = kinds.get(row.kind());
        if (deadline == null) {
            return;
        }
        try {
            commands.sendAndWait(
                    deadline.due(row.subject(), new Stamp(clock.now(), Actor.system(NAME))));
        } catch (RefusedException e) {
            LOG.info("{}: it has moved on ({})", row.kind(), e.refusal().code());
        } catch (RuntimeException e) {
            LOG.warn("{}: failed: {}", row.kind(), e.getClass().getName());
            return;
        }
        deadline.again(clock.today())
                .ifPresentOrElse(
                        next ->
                                jdbc.sql(
                                                """
                                                UPDATE process_deadline SET day = ?
                                                WHERE kind = ? AND subject = ? AND day = ?""")
                                        .params(next, row.kind(), row.subject(), row.day())
                                        .update(),
                        () ->
                                jdbc.sql(
                                                """
                                                DELETE FROM process_deadline
                                                WHERE kind = ? AND subject = ? AND day = ?""")
                                        .params(row.kind(), row.subject(), row.day())
                                        .update());
    }
}
