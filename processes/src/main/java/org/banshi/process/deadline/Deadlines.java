package org.banshi.process.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Of each kind at a look: many of one kind, as on the first of a month, hold up no other. */
    private static final int SHARE = 50;

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
                        ON CONFLICT (kind, subject) DO UPDATE SET day = excluded.day, failures = 0""")
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

    /**
     * Sends a share of what is due now of each kind. One that fails is tried again, after others.
     */
    void sendDue() {
        boolean more = false;
        for (String kind : kinds.keySet()) {
            List<Row> due =
                    jdbc.sql(
                                    """
                                    SELECT kind, subject, day FROM process_deadline
                                    WHERE kind = :kind AND day <= :today
                                    ORDER BY failures, day, subject LIMIT :share""")
                            .param("kind", kind)
                            .param("today", clock.today())
                            .param("share", SHARE)
                            .query(Row.class)
                            .list();
            long sent = due.stream().filter(this::send).count();
            more |= due.size() == SHARE && sent > 0;
        }
        if (more) {
            wake.release();
        }
    }

    /** Whether it need not be tried again. */
    private boolean send(Row row) {
        Deadline deadline = Objects.requireNonNull(kinds.get(row.kind()));
        try {
            commands.sendAndWait(
                    deadline.due(row.subject(), new Stamp(clock.now(), Actor.system(NAME))));
        } catch (RefusedException e) {
            LOG.info("{}: it has moved on ({})", row.kind(), e.refusal().code());
        } catch (RuntimeException e) {
            LOG.warn("{}: failed: {}", row.kind(), e.getClass().getName());
            jdbc.sql(
                            """
                            UPDATE process_deadline SET failures = failures + 1
                            WHERE kind = ? AND subject = ? AND day = ?""")
                    .params(row.kind(), row.subject(), row.day())
                    .update();
            return false;
        }
        deadline.again(clock.today())
                .ifPresentOrElse(
                        next ->
                                jdbc.sql(
                                                """
                                                UPDATE process_deadline SET day = ?, failures = 0
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
        return true;
    }
}
