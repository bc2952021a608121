package org.banshi.query.projection.rebuild;

import java.util.List;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.banshi.eventstore.codec.Interest;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.fold.Fold;

/** The same projection, reading into the tables of a rebuild in large batches. */
final class ShadowReader implements Subscription {

    private final Projection projection;
    private final Fold fold;
    private final int batch;

    ShadowReader(Projection projection, BulkRows rows, int batch) {
        this.batch = batch;
        this.projection = projection;
        this.fold = projection.fold(rows);
    }

    static String name(Projection projection) {
        return projection.name() + "-rebuild";
    }

    @Override
    public String name() {
        return name(projection);
    }

    @Override
    public int batchSize() {
        return batch;
    }

    @Override
    public Interest interest() {
        return projection.interest();
    }

    @Override
    public boolean redoable() {
        return projection.redoable();
    }

    @Override
    public void handle(List<Recorded> batch) {
        fold.take(batch);
        fold.write();
    }
}
