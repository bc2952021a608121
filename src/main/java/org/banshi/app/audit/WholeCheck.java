package org.banshi.app.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.banshi.app.audit.run.AuditRun;
import org.banshi.app.audit.run.AuditRuns;

/**
 * A verification of the whole log, which tells what a look at one case's own events cannot: whether
 * the last of them were moved to another stream.
 *
 * @param ended when it was done
 * @param events how many there were
 * @param good whether all was as it was written
 */
public record WholeCheck(Instant ended, long events, boolean good) {

    /** Most that are looked at: others of the log are of a part, or of one case. */
    private static final int LOOKED_AT = 100;

    /** The newest that an auditor had made in the console; empty while there is none. */
    public static Optional<WholeCheck> newest(AuditRuns runs) {
        return runs.newest(AuditRun.Kind.VERIFY, LOOKED_AT).stream()
                .filter(WholeCheck::isWhole)
                .flatMap(
                        run ->
                                AuditRuns.result(run, LogCheck.Result.class)
                                        .map(it -> of(run, it))
                                        .stream())
                .findFirst();
    }

    private static WholeCheck of(AuditRun run, LogCheck.Result result) {
        return new WholeCheck(
                Objects.requireNonNull(run.ended()), result.found().events(), result.isGood());
    }

    private static boolean isWhole(AuditRun run) {
        return run.state() == AuditRun.State.DONE
                && Stream.of(LogCheck.FROM, LogCheck.TO, LogCheck.NUMBER)
                        .noneMatch(run.asked()::containsKey);
    }
}
