package org.banshi.app.publishing;

import java.time.Instant;
import java.util.List;
import org.banshi.catalogue.source.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A package that somebody handed in.
 *
 * @param by account of who handed it in
 * @param findings what has to be mended; empty unless it is {@link State#FAULTY}
 * @param scenarios how many golden scenarios it has
 * @param report lines of the player so far; empty where the same content was proven before
 * @param version that it became; null while it is not published
 */
public record Upload(
        String id,
        String service,
        String contentHash,
        String by,
        Instant at,
        State state,
        List<Finding> findings,
        int scenarios,
        List<String> report,
        @Nullable Integer version) {

    /** How far it has come. */
    public enum State {
        /** Something has to be mended; it can only be put away. */
        FAULTY,
        /** Its scenarios are being played, or wait for it. */
        WAITING,
        /** All came true: it can be published. */
        PROVEN,
        /** A scenario did not come true. */
        FAILED,
        PUBLISHED,
        DISCARDED
    }

    /** What came of one scenario. */
    public record Scene(String file, boolean cameTrue, List<String> differences) {}

    /** Whether something can still be done with it. */
    public boolean open() {
        return state != State.PUBLISHED && state != State.DISCARDED;
    }

    /** The scenarios played so far. */
    public List<Scene> scenes() {
        return Scenes.of(report);
    }

    /** What the report says of the package as a whole. */
    public List<String> summary() {
        return report.stream().filter(it -> it.startsWith(service + ":")).toList();
    }
}
