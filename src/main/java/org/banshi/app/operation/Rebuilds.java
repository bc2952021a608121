package org.banshi.app.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.banshi.app.operation.RebuildStatus.State;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Subscriptions;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.ReadModels;
import org.banshi.query.projection.rebuild.ProjectionRebuild;
import org.banshi.query.projection.rebuild.RebuildCancelledException;
import org.banshi.query.projection.rebuild.RebuildInHandException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * Makes read models anew, each on a thread of its own, while the old ones serve. What a cancelled
 * or killed rebuild did is kept, and the next one goes on from there.
 */
@Component
public class Rebuilds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private static final Refusal IN_HAND =
            Refusal.of(
                    "rebuild-in-hand",
                    Text.of("该视图正在重建。", "The read model is being rebuilt already."),
                    Text.of("请等它完成，或先取消。", "Wait until it has ended, or cancel it."));

    private final Subscriptions subscriptions;
    private final ReadModels models;
    private final ProjectionRebuild rebuild;
    private final Map<String, RebuildRun> runs = new HashMap<>();
    private final Map<String, Thread> threads = new HashMap<>();

    public Rebuilds(
            Subscriptions subscriptions,
            ReadModels models,
            DataSource database,
            PlatformTransactionManager transactions,
            PersonalData personal) {
        this.subscriptions = subscriptions;
        this.models = models;
        this.rebuild = new ProjectionRebuild(database, transactions, subscriptions, personal);
    }

    /** Names of the read models, in order. */
    public List<String> names() {
        return models.byName().keySet().stream().sorted().toList();
    }

    /**
     * Begins to rebuild a read model from the log, or goes on with what an earlier one left.
     *
     * @param acceptDifferences whether rows that differ from the live ones may take their place
     * @param afresh whether to begin at the beginning in any case; wanted after its code changed
     * @return empty when there is no read model of this name
     * @throws RefusedException when it is being rebuilt already, on any node
     */
    public synchronized Optional<RebuildStatus> start(
            String name, boolean acceptDifferences, boolean afresh) {
        Projection projection = models.byName().get(name);
        if (projection == null) {
            return Optional.empty();
        }
        if (rebuild.inHand(projection) || (runs.containsKey(name) && runs.get(name).running())) {
            throw new RefusedException(IN_HAND);
        }
        RebuildRun run = new RebuildRun(name);
        Thread thread =
                new Thread(
                        () -> run(projection, acceptDifferences, afresh, run), "rebuild-" + name);
        thread.setDaemon(true);
        runs.put(name, run);
        threads.put(name, thread);
        thread.start();
        return Optional.of(run.status());
    }

    private void run(
            Projection projection, boolean acceptDifferences, boolean afresh, RebuildRun run) {
        try {
            run.ended(rebuild.run(projection, acceptDifferences, afresh, run));
        } catch (RebuildCancelledException | RebuildInHandException stopped) {
            run.failed(State.INTERRUPTED, null);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the rebuild of {} was cut off: {}", projection.name(), e.getClass());
            run.failed(State.INTERRUPTED, e.getClass().getName());
        } catch (RuntimeException | Error e) {
            LOG.error("the rebuild of {} failed: {}", projection.name(), e.getClass());
            run.failed(State.FAILED, e.getClass().getName());
        }
    }

    /** How it stands; empty when there is no read model of this name. */
    public synchronized Optional<RebuildStatus> status(String name) {
        Projection projection = models.byName().get(name);
        if (projection == null) {
            return Optional.empty();
        }
        RebuildRun run = runs.get(name);
        if (run != null && run.running()) {
            return Optional.of(run.status());
        }
        OptionalLong left = rebuild.left(projection);
        if (left.isEmpty()) {
            return Optional.of(run == null ? nothing(name) : run.status());
        }
        State state = rebuild.inHand(projection) ? State.RUNNING_ELSEWHERE : State.INTERRUPTED;
        return Optional.of(status(name, state, left.getAsLong()));
    }

    private RebuildStatus nothing(String name) {
        return status(name, State.NONE, 0);
    }

    private RebuildStatus status(String name, State state, long position) {
        return new RebuildStatus(
                name, state, null, position, subscriptions.of(name), 0, null, null, null, null);
    }

    /**
     * Stops the rebuild on this node; what it did is kept.
     *
     * @return false when none runs here
     */
    public synchronized boolean cancel(String name) {
        RebuildRun run = runs.get(name);
        boolean running = run != null && run.running();
        if (running) {
            run.cancel();
        }
        return running;
    }

    /**
     * Removes what an interrupted rebuild left.
     *
     * @return false when there is no read model of this name
     * @throws RefusedException when it runs
     */
    public boolean discard(String name) {
        Projection projection = models.byName().get(name);
        if (projection != null) {
            try {
                rebuild.discard(projection);
            } catch (RebuildInHandException busy) {
                throw new RefusedException(IN_HAND);
            }
        }
        return projection != null;
    }

    /** Stops them in an orderly way, before the database goes. */
    @Override
    public void destroy() {
        Map<String, Thread> all;
        synchronized (this) {
            runs.values().forEach(RebuildRun::cancel);
            all = Map.copyOf(threads);
        }
        boolean interrupted = false;
        for (Thread thread : all.values()) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
