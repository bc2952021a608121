package org.banshi.app.publishing;

import java.util.List;
import org.banshi.catalogue.source.Finding;
import org.banshi.process.engine.RunningCases.Count;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a package would mean.
 *
 * @param service its item
 * @param current the version that is offered now; null where there is none
 * @param next the version that it would become; null where it is what is offered, or has findings
 * @param findings what has to be mended first
 * @param changed paths of files that are new, gone or other than now
 * @param running how many cases run on each version
 * @param cases where they stand, at most {@value #MOST}
 */
public record Preview(
        String service,
        @Nullable Integer current,
        @Nullable Integer next,
        List<Finding> findings,
        List<String> changed,
        List<Count> running,
        List<Case> cases) {

    /** More are counted, not listed. */
    public static final int MOST = 500;

    /** What happens to a running case. */
    public enum Fate {
        /** It goes on with the version that it began with: forms, process, rules and words. */
        PINNED
    }

    /** How the new process looks from where a case stands. */
    public enum Process {
        /** Letter by letter the one it runs on. */
        SAME,
        /** Another, which has the parts in which it waits, in the same place. */
        HOLDS,
        /** Another, which lacks a part in which it waits: nobody could move it there. */
        LACKS
    }

    /**
     * A running case.
     *
     * @param parts in which it waits
     * @param lacking those of them that the new process lacks
     */
    public record Case(
            String application,
            int version,
            Fate fate,
            Process process,
            List<String> parts,
            List<String> lacking) {}
}
