package org.banshi.app.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.banshi.app.operation.RebuildStatus.State;
import org.banshi.query.projection.rebuild.Comparison;
import org.banshi.query.projection.rebuild.ProjectionRebuild;
import org.banshi.query.projection.rebuild.Watcher;
import org.jspecify.annotations.Nullable;

/** One rebuild on this node, seen from its own thread and from those who ask. */
final class RebuildRun implements Watcher {

    private final String projection;
    private final Instant startedAt = Instant.now();
    private State state = State.RUNNING;
    private @Nullable Phase phase;
    private long first = -1;
    private long firstNanos;
    private long position;
    private long positionNanos;
    private long target;
    private @Nullable RebuildOutcome outcome;
    private @Nullable String failure;
    private volatile boolean cancelled;

    RebuildRun(String projection) {
        this.projection = projection;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public synchronized void enters(Phase entered) {
        phase = entered;
    }

    @Override
    public synchronized void reads(long at, long until) {
        if (first < 0) {
            first = at;
            firstNanos = System.nanoTime();
        }
        position = at;
        positionNanos = System.nanoTime();
        target = until;
    }

    synchronized void ended(ProjectionRebuild.Outcome ended) {
        Comparison comparison = ended.comparison();
        position = comparison.position();
        target = position;
        outcome =
                new RebuildOutcome(
                        comparison.position(),
                        comparison.live(),
                        comparison.rebuilt(),
                        comparison.differing(),
                        comparison.rebuiltChecksum(),
                        ended.swapped());
        state = ended.swapped() ? State.SWAPPED : State.DIFFERENT;
    }

    synchronized void failed(State as, @Nullable String why) {
        state = as;
        failure = why;
    }

    synchronized boolean running() {
        return state == State.RUNNING;
    }

    synchronized RebuildStatus status() {
        long nanos = positionNanos - firstNanos;
        double rate = nanos <= 0 ? 0 : (position - first) * 1e9 / nanos;
        boolean known = state == State.RUNNING && rate > 0;
        return new RebuildStatus(
                projection,
                state,
                phase == null || state != State.RUNNING
                        ? null
                        : phase.name().toLowerCase(Locale.ROOT),
                position,
                target,
                Math.round(rate),
                startedAt,
                known
                        ? Instant.now()
                                .plus(Duration.ofMillis((long) ((target - position) * 1e3 / rate)))
                        : null,
                outcome,
                failure);
    }
}
