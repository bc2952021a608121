package org.banshi.process.work;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Stamp;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Opens the root unit of work that owns the transaction around engine calls and the commands that
 * they lead to.
 *
 * <p>The order is what makes it right: the case's lock, the aggregates' locks, the engine's rows as
 * it flushes, the log's position lock, commit. Events are appended once, after the last flush and
 * as the last thing before the commit, so that the log has no event without its engine state, nor
 * the other way round, and its lock is held for as short as can be.
 */
public final class RootWork {

    /** The limit is for this one lock: what the engine and the log wait for is another matter. */
    private static final String LOCK =
            """
            SELECT set_config('lock_timeout', :wait, true), pg_advisory_xact_lock(:key),
                set_config('lock_timeout', before.value, true)
            FROM (SELECT current_setting('lock_timeout') AS value OFFSET 0) AS before""";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final Duration lockWait;
    private final Supplier<Instant> now;
    private final Lane lane;
    private final Consumer<Work> last;
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();

    /**
     * @param lockWait how long to wait for another work on the same case
     * @param now business time
     * @param lane opens the transaction and brings the events into the log
     * @param last runs when all is done, just before the commit; may publish events
     */
    public RootWork(
            DataSource dataSource,
            Duration lockWait,
            Supplier<Instant> now,
            Lane lane,
            Consumer<Work> last) {
        this.jdbc = JdbcClient.create(dataSource);
        this.lockWait = lockWait;
        this.now = now;
        this.lane = lane;
        this.last = last;
    }

    /** Adds something to be done at the end of each work; it may call the engine. */
    public void atEnd(Runnable ending) {
        endings.add(ending);
    }

    /** Runs {@code work} in the current root unit of work, or in a new one on behalf of nobody. */
    public <T extends @Nullable Object> T run(Supplier<T> work) {
        return Work.current().isPresent()
                ? work.get()
                : own(new Stamp(now.get(), Work.PROCESS), Map.of(), work);
    }

    /**
     * Runs {@code work} in a new root unit of work on behalf of {@code stamp}.
     *
     * @throws IllegalStateException when a unit of work or a transaction has already begun: this
     *     one could not own it
     */
    public <T extends @Nullable Object> T run(Stamp stamp, Supplier<T> work) {
        return own(stamp, Map.of(), work);
    }

    /**
     * Like {@link #run(Stamp, Supplier)}, for a request whose metadata the log is to see, such as
     * its idempotency key: it is recorded with the events of {@code work}, or refused with them.
     */
    public <T extends @Nullable Object> T run(
            Stamp stamp, Map<String, String> request, Supplier<T> work) {
        return own(stamp, request, work);
    }

    /**
     * Makes this work the only one on a case until it ends; another waits. Comes before any command
     * or engine call for the case, so that locks are always taken in one order.
     *
     * @throws CaseBusyException when the wait was in vain; the work can only be rolled back
     */
    public void lock(ApplicationId application) {
        if (Work.get().locks(application)) {
            UUID id = UUID.fromString(application.value());
            try {
                jdbc.sql(LOCK)
                        .param("wait", lockWait.toMillis() + "ms")
                        .param("key", id.getMostSignificantBits() ^ id.getLeastSignificantBits())
                        .query(row -> {});
            } catch (DataAccessException e) {
                throw isLockTimeout(e) ? new CaseBusyException(e) : e;
            }
        }
    }

    private static boolean isLockTimeout(DataAccessException failure) {
        return failure.getRootCause() instanceof SQLException sql
                && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }

    private <T extends @Nullable Object> T own(
            Stamp stamp, Map<String, String> request, Supplier<T> work) {
        if (CurrentUnitOfWork.isStarted()
                || TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the engine was called inside another unit of work");
        }
        UnitOfWork<?> root = DefaultUnitOfWork.startAndGet(new GenericMessage<>("engine", request));
        try {
            lane.attach(root);
            Work current = new Work(stamp);
            root.resources().put(Work.KEY, current);
            T result = work.get();
            endings.forEach(Runnable::run);
            last.accept(current);
            root.commit();
            return result;
        } catch (RuntimeException | Error e) {
            if (root.isActive()) {
                root.rollback(e);
            }
            throw e;
        }
    }
}
