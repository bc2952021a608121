package org.banshi.query.projection.rebuild;

import java.util.List;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.banshi.query.projection.Projection;

/** The same projection, reading into the tables of a rebuild. */
final class ShadowReader implements Subscription {

    private final Projection projection;
    private final ShadowTables tables;

    ShadowReader(Projection projection, ShadowTables tables) {
        this.projection = projection;
        this.tables = tables;
    }

    @Override
    public String name() {
        return projection.name() + "-rebuild";
    }

    @Override
    public int batchSize() {
        return projection.batchSize();
    }

    @Override
    public boolean redoable() {
        return projection.redoable();
    }

    @Override
    public void handle(List<Recorded> batch) {
        tables.use();
        projection.handle(batch);
    }
}
