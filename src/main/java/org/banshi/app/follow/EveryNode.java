package org.banshi.app.follow;

import java.time.Duration;
import java.util.List;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.banshi.app.platform.Phases;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.PostgresEventStore;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the followers of this node what happens to the business clock and to service items, and who
 * is erased. A subscription would tell one node only. What this node commits is told at once,
 * before the command is answered; what others commit, within {@link #LOOK}.
 */
@Component
public class EveryNode implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EveryNode.class);

    private static final Duration LOOK = Duration.ofMillis(500);

    /** Few streams with few events each: quick however long the log is. See V577. */
    private static final String SO_FAR =
            """
            SELECT l.position FROM event_stream s JOIN event_log l ON l.stream = s.id
            WHERE s.type IN ('clock', 'service-item') AND l.position <= ? ORDER BY l.position""";

    /** What came since the last look is in memory yet. */
    private static final String NEWS =
            """
            SELECT position FROM event_log
            WHERE position > ? AND position <= ? AND type IN (
                SELECT id FROM event_type
                WHERE name LIKE 'clock.%' OR name LIKE 'service-item.%' OR name = 'privacy.erased')
            ORDER BY position""";

    private static final long NOTHING = -1;

    private final EventLog log;
    private final JdbcClient jdbc;
    private final PostgresEventStore store;
    private final List<Follower> followers;
    private volatile long taken = NOTHING;
    private @Nullable Registration own;
    private volatile @Nullable Thread looking;

    public EveryNode(
            EventLog log, JdbcClient jdbc, PostgresEventStore store, List<Follower> followers) {
        this.log = log;
        this.jdbc = jdbc;
        this.store = store;
        this.followers = followers;
    }

    /**
     * Takes everything that is committed; of erasures, what comes after the first time, as nothing
     * is remembered before. Many may ask at once, and each waits for its own reading alone.
     */
    public void catchUp() {
        long from = taken;
        long head = log.headOnDisk();
        if (head <= from) {
            return;
        }
        List<Long> news =
                from == NOTHING
                        ? jdbc.sql(SO_FAR).param(head).query(Long.class).list()
                        : jdbc.sql(NEWS).params(from, head).query(Long.class).list();
        tell(log.readAt(news), head);
    }

    /** Each event once and in order, whoever has read it. Nobody asks the database here. */
    private synchronized void tell(List<Recorded> news, long head) {
        for (Recorded event : news) {
            if (event.position() > taken) {
                followers.forEach(follower -> follower.take(event));
            }
        }
        taken = Math.max(taken, head);
    }

    @Override
    public void start() {
        catchUp();
        own = store.subscribe(this::published);
        Thread thread = new Thread(this::look, "every-node");
        thread.setDaemon(true);
        looking = thread;
        thread.start();
    }

    private void published(List<? extends EventMessage<?>> events) {
        if (events.stream().map(EventMessage::getPayload).anyMatch(EveryNode::concernsAll)) {
            CurrentUnitOfWork.get().afterCommit(unit -> catchUp());
        }
    }

    private static boolean concernsAll(Object event) {
        return event instanceof ClockEvent
                || event instanceof ServiceItemEvent
                || event instanceof PrivacyEvent.Erased;
    }

    private void look() {
        while (looking == Thread.currentThread()) {
            try {
                Thread.sleep(LOOK.toMillis());
                catchUp();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("cannot look for news: {}", e.getClass().getName());
            }
        }
    }

    @Override
    public void stop() {
        Thread thread = looking;
        looking = null;
        if (thread != null) {
            thread.interrupt();
        }
        if (own != null) {
            own.cancel();
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    @Override
    public int getPhase() {
        return Phases.FOLLOW;
    }
}
