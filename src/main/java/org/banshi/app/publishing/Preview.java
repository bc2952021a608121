package org.banshi.app.publishing;

import java.util.List;
import org.banshi.catalogue.Publishing.Running;
import org.banshi.catalogue.source.Finding;
import org.banshi.command.contract.application.StayReason;
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
 * @param policy what the package says of running cases
 * @param groups them by where they stand, the largest first, and what becomes of them; of very
 *     many, not all, see {@link #partial}
 * @param cases where they stand, at most {@value #MOST}
 */
public record Preview(
        String service,
        @Nullable Integer current,
        @Nullable Integer next,
        List<Finding> findings,
        List<String> changed,
        List<Count> running,
        Running policy,
        List<Group> groups,
        List<Case> cases) {

    /** Whether there are so many cases that not all of them are in the groups. */
    public boolean partial() {
        return groups.stream().mapToLong(Group::cases).sum()
                < running.stream().mapToLong(Count::cases).sum();
    }

    /** More are counted, not listed. */
    public static final int MOST = 500;

    /**
     * Cases that stand in the same parts of the same version. What each has behind it is asked when
     * it is moved: one that has been at the step before stays.
     *
     * @param parts in which they wait
     * @param cases how many
     * @param fate what happens to them
     * @param reason why they stay though the policy would move them; else null
     */
    public record Group(
            int version,
            List<String> parts,
            long cases,
            Running fate,
            @Nullable StayReason reason) {}

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
     * @param fate what happens to it
     * @param reason why it stays though the policy would move it; else null
     * @param parts in which it waits
     * @param lacking those of them that the new process lacks
     */
    public record Case(
            String application,
            int version,
            Running fate,
            @Nullable StayReason reason,
            Process process,
            List<String> parts,
            List<String> lacking) {}
}
