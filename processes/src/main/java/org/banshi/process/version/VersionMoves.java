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
import org.banshi.process.version.VersionMover.Outcome;
import org.banshi.process.work.Conflicts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes running cases along with a new version, one by one, as its policy says. Which cases is
 * written with the publication itself; each is ticked off in the transaction that moves it. A node
 * that dies leaves the rest to the next.
 */
public final class VersionMoves implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(VersionMoves.class);

    /** How often a node looks for what another one wrote or left. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int BATCH = 20;
    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final VersionMover mover;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread worker;

    public VersionMoves(JdbcClient jdbc, VersionMover mover) {
        this.jdbc = jdbc;
        this.mover = mover;
    }

    /**
     * How far a version's moves have come.
     *
     * @param policy as packages write it, such as {@code fast-forwarded}
     * @param step to which cases are taken; null unless they are fast-forwarded
     */
    public record Progress(
            String policy, @Nullable String step, long waiting, long moved, long kept) {}

    /** As part of the publication: its package's policy, and the cases that it is for. */
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
        list(version.service(), version.version());
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake.release();
                    }
                });
    }

    private void list(String service, int version) {
        jdbc.sql(
                        """
                        INSERT INTO version_move_case (service, version, application)
                        SELECT d.key_, ?, p.business_key_::uuid
                        FROM act_ru_execution p JOIN act_re_procdef d ON d.id_ = p.proc_def_id_
                        WHERE p.parent_id_ IS NULL AND d.key_ = ?
                            AND d.version_tag_::integer < ?
                        ON CONFLICT DO NOTHING""")
                .params(version, service, version)
                .update();
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
                List<Row> rows = take();
                rows.forEach(this::move);
                if (rows.isEmpty()) {
                    latecomers();
                    wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
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

    /**
     * Cases whose application was in the log before the publication, and their process after it.
     */
    private void latecomers() {
        jdbc.sql(
                        """
                        SELECT service, version FROM version_move
                        WHERE begun_at > now() - interval '10 minutes'""")
                .query((row, n) -> new ServiceVersion(row.getString(1), row.getInt(2)))
                .list()
                .forEach(it -> list(it.service(), it.version()));
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

    private void move(Row row) {
        try {
            mover.move(row.id(), row.to(), outcome -> done(row, outcome));
        } catch (RuntimeException e) {
            // The text of a failure can hold personal data.
            LOG.warn("a case is not moved: attempt {}, {}", row.attempts(), e.getClass().getName());
            if (row.attempts() >= ATTEMPTS && !Conflicts.isConflict(e)) {
                mover.keep(
                        row.id(), row.to(), StayReason.NOT_MOVABLE, outcome -> done(row, outcome));
            } else {
                again(row);
            }
        }
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

    private void again(Row row) {
        jdbc.sql(
                        """
                        UPDATE version_move_case SET due_at = now() + make_interval(secs => ?)
                        WHERE service = ? AND version = ? AND application = ?::uuid""")
                .params(row.attempts(), row.service(), row.version(), row.application())
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
