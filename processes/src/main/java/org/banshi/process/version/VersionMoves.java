package org.banshi.process.version;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.banshi.catalogue.Publishing;
import org.banshi.catalogue.Publishing.Running;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.StayReason;
import org.banshi.eventstore.LogPositions;
import org.banshi.process.version.VersionMover.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes running cases along with a new version, one by one, as its policy says. That there are some
 * to take is written with the publication itself, which of them once the engine has read up to it;
 * each is ticked off in the transaction that moves it. A node that dies leaves the rest to the
 * next.
 */
public final class VersionMoves implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(VersionMoves.class);

    /** How often a node looks for what another one wrote or left. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int BATCH = 20;

    /** Cases that are listed at once. */
    private static final int PAGE = 1_000;

    /** After a publication; nodes are told of it at once. */
    private static final Duration HEARD = Duration.ofSeconds(1);

    /** The same for a node that was held up for long. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final VersionMover mover;
    private final MoveList list;
    private final Turns.Acts acts = new ForGood();
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread worker;

    public VersionMoves(
            JdbcClient jdbc, VersionMover mover, LogPositions positions, Offers offers) {
        this.jdbc = jdbc;
        this.mover = mover;
        this.list = new MoveList(jdbc, positions, offers::isOffered, HEARD, LATE, LOOK, PAGE);
    }

    /**
     * How far a version's moves have come.
     *
     * @param policy as packages write it, such as {@code fast-forwarded}
     * @param step to which cases are taken; null unless they are fast-forwarded
     */
    public record Progress(
            String policy, @Nullable String step, long waiting, long moved, long kept) {}

    /** As part of the publication: its package's policy. The cases that it is for come after. */
    public void begin(ServiceDefinition published) {
        Publishing publishing = published.publishing();
        ServiceVersion version = published.version();
        if (publishing.running() == Running.PINNED || version.version() == 1) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO version_move (service, version, policy, step)
                        VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        version.service(),
                        version.version(),
                        publishing.running().word(),
                        publishing.to().orElse(null))
                .update();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake.release();
                    }
                });
    }

    /** Empty where the version pinned its cases. */
    public Optional<Progress> progress(ServiceVersion version) {
        return jdbc.sql(
                        """
                        SELECT m.policy, m.step,
                            count(*) FILTER (WHERE c.state = 'waiting') AS waiting,
                            count(*) FILTER (WHERE c.state = 'moved') AS moved,
                            count(*) FILTER (WHERE c.state = 'kept') AS kept
                        FROM version_move m
                            LEFT JOIN version_move_case c USING (service, version)
                        WHERE m.service = ? AND m.version = ? GROUP BY m.policy, m.step""")
                .params(version.service(), version.version())
                .query(Progress.class)
                .optional();
    }

    /** How many cases stay, by reason. */
    public Map<StayReason, Long> kept(ServiceVersion version) {
        Map<StayReason, Long> kept = new EnumMap<>(StayReason.class);
        jdbc.sql(
                        """
                        SELECT reason, count(*) FROM version_move_case
                        WHERE service = ? AND version = ? AND state = 'kept' GROUP BY reason""")
                .params(version.service(), version.version())
                .query(
                        row -> {
                            kept.put(StayReason.valueOf(row.getString(1)), row.getLong(2));
                        });
        return kept;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::work, "version-moves");
        thread.setDaemon(true);
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread stopping = worker;
        worker = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void work() {
        while (worker == Thread.currentThread()) {
            try {
                Duration wait = list.next();
                List<Row> rows = take();
                Turns.each(rows, acts);
                if (rows.isEmpty() && !wait.isZero()) {
                    wake.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("cannot look for cases to move: {}", e.getClass().getName());
                pause(LOOK);
            }
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Row> take() {
        return jdbc.sql(
                        """
                        UPDATE version_move_case SET attempts = attempts + 1,
                            due_at = now() + make_interval(secs => :lease)
                        WHERE (service, version, application) IN (
                            SELECT service, version, application FROM version_move_case
                            WHERE state = 'waiting' AND due_at <= now()
                            ORDER BY due_at LIMIT :batch FOR UPDATE SKIP LOCKED)
                        RETURNING service, version, application::text, attempts""")
                .param("lease", LEASE.toSeconds())
                .param("batch", BATCH)
                .query(Row.class)
                .list();
    }

    private final class ForGood implements Turns.Acts {

        @Override
        public void move(Row row) {
            mover.move(row.id(), row.to(), outcome -> done(row, outcome));
        }

        @Override
        public void keep(Row row) {
            mover.keep(row.id(), row.to(), StayReason.NOT_MOVABLE, outcome -> done(row, outcome));
        }

        @Override
        public void again(Row row) {
            jdbc.sql(
                            """
                            UPDATE version_move_case
                            SET due_at = now() + make_interval(secs => ?)
                            WHERE service = ? AND version = ? AND application = ?::uuid""")
                    .params(
                            pauseAfter(row.attempts()).toSeconds(),
                            row.service(),
                            row.version(),
                            row.application())
                    .update();
        }
    }

    /** Doubles from a second to some seventeen minutes. */
    static Duration pauseAfter(int attempts) {
        return Duration.ofSeconds(1L << Math.min(attempts - 1, 10));
    }

    private void done(Row row, Outcome outcome) {
        jdbc.sql(
                        """
                        UPDATE version_move_case SET state = ?, reason = ?
                        WHERE service = ? AND version = ? AND application = ?::uuid""")
                .params(
                        outcome.state().name().toLowerCase(Locale.ROOT),
                        outcome.reason() == null ? null : outcome.reason().name(),
                        row.service(),
                        row.version(),
                        row.application())
                .update();
    }

    /** A case that waits. */
    record Row(String service, int version, String application, int attempts) {

        ApplicationId id() {
            return new ApplicationId(application);
        }

        ServiceVersion to() {
            return new ServiceVersion(service, version);
        }
    }
}
