package org.banshi.app.audit;

import java.util.Map;
import javax.sql.DataSource;
import org.banshi.app.audit.run.AuditRun;
import org.banshi.app.audit.run.RunCancelledException;
import org.banshi.app.audit.run.RunProgress;
import org.banshi.app.audit.run.RunTask;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Subscriptions;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.ReadModels;
import org.banshi.query.projection.rebuild.Comparison;
import org.banshi.query.projection.rebuild.ProjectionRebuild;
import org.banshi.query.projection.rebuild.RebuildCancelledException;
import org.banshi.query.projection.rebuild.Watcher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes a read model anew beside the live one and compares the two; the live one stays. */
@Component
public class ShadowCompare implements RunTask {

    /** Name of the read model. */
    public static final String VIEW = "view";

    /**
     * The live rows against the rebuilt ones.
     *
     * @param position of the log at which both stood
     * @param live how many rows there are, and {@code rebuilt}
     * @param differing keys whose rows differ or are on one side only
     * @param liveChecksum SHA-256 over all rows, and {@code rebuiltChecksum}
     */
    public record Result(
            long position,
            long live,
            long rebuilt,
            long differing,
            String liveChecksum,
            String rebuiltChecksum) {

        static Result of(Comparison it) {
            return new Result(
                    it.position(),
                    it.live(),
                    it.rebuilt(),
                    it.differing(),
                    it.liveChecksum(),
                    it.rebuiltChecksum());
        }

        /** Whether the live rows are what follows from the log. */
        public boolean agrees() {
            return differing == 0 && liveChecksum.equals(rebuiltChecksum);
        }
    }

    private final ProjectionRebuild rebuild;
    private final ReadModels models;

    ShadowCompare(
            Subscriptions subscriptions,
            ReadModels models,
            DataSource database,
            PlatformTransactionManager transactions,
            PersonalData personal) {
        this.models = models;
        this.rebuild = new ProjectionRebuild(database, transactions, subscriptions, personal);
    }

    @Override
    public AuditRun.Kind kind() {
        return AuditRun.Kind.COMPARE;
    }

    /** Whether a rebuild of the operator's is in hand, or waits to be gone on with. */
    public boolean busy(String view) {
        Projection projection = models.byName().get(view);
        return projection != null
                && (rebuild.inHand(projection) || rebuild.left(projection).isPresent());
    }

    @Override
    public Result run(Map<String, String> asked, RunProgress progress) {
        Projection projection = models.byName().get(asked.get(VIEW));
        if (projection == null) {
            throw new IllegalArgumentException("no such read model");
        }
        try {
            return Result.of(rebuild.compare(projection, watching(progress)));
        } catch (RebuildCancelledException cancelled) {
            throw new RunCancelledException();
        }
    }

    private static Watcher watching(RunProgress progress) {
        return new Watcher() {
            @Override
            public void reads(long position, long target) {
                progress.at(position, target);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }
}
