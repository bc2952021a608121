package org.banshi.web.write;

import java.util.ArrayList;
import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.problem.Failure;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The same act on several tasks: each is its own decision, and one that is refused holds up no
 * other. What was done can be undone as long as nobody touched the task since.
 */
@Component
public class BulkActs {

    /** Most tasks at a time. */
    public static final int MOST = 200;

    private static final String BETWEEN = "~";

    /**
     * A task as somebody saw it.
     *
     * @param version null where it does not matter
     * @param holder who had it before, for undoing; null where nobody had
     */
    public record Pick(String task, @Nullable Long version, @Nullable String holder) {

        /**
         * Reads {@code task~version~holder}, of which the last two may be missing.
         *
         * @throws ProblemException when it makes no sense
         */
        public static Pick of(String written) {
            String[] parts = written.split(BETWEEN, 3);
            try {
                return new Pick(
                        parts[0],
                        parts.length > 1 ? Long.valueOf(parts[1]) : null,
                        parts.length > 2 && !parts[2].isEmpty() ? parts[2] : null);
            } catch (NumberFormatException unreadable) {
                throw ProblemException.of(ProblemKind.INVALID_REQUEST);
            }
        }

        @Override
        public String toString() {
            return task + BETWEEN + version + BETWEEN + (holder == null ? "" : holder);
        }
    }

    /**
     * What became of a task.
     *
     * @param row as it was before; null where the caller may not see it
     * @param problem why it was refused; null where it was done
     * @param undo the task as it is now; null where there is nothing to undo
     */
    public record Outcome(
            String task,
            @Nullable WorkItemRow row,
            @Nullable Failure problem,
            @Nullable Pick undo) {}

    private interface Act {
        Written on(WorkItemRow row, Pick pick);
    }

    private final TaskActs acts;
    private final RequestKeys keys;
    private final Failures failures;
    private final Reads reads;

    public BulkActs(TaskActs acts, RequestKeys keys, Failures failures, Reads reads) {
        this.acts = acts;
        this.keys = keys;
        this.failures = failures;
        this.reads = reads;
    }

    /** Gives each of the tasks to {@code assignee}, whoever had it. */
    public List<Outcome> assign(
            SignedIn who, List<Pick> picks, String assignee, @Nullable String key) {
        return each(
                who,
                picks,
                assignee,
                (row, pick) ->
                        acts.assign(
                                who,
                                row,
                                assignee,
                                pick.version(),
                                once(who, "assign", pick, key, assignee)));
    }

    /** The caller takes each of the tasks. */
    public List<Outcome> claim(SignedIn who, List<Pick> picks, @Nullable String key) {
        return each(
                who,
                picks,
                who.account(),
                (row, pick) ->
                        acts.claim(who, row, pick.version(), once(who, "claim", pick, key, "")));
    }

    /** Gives each of the tasks back to who had it before. */
    public List<Outcome> undo(SignedIn who, List<Pick> picks, @Nullable String key) {
        return each(
                who,
                picks,
                null,
                (row, pick) -> {
                    RequestKey once = once(who, "undo", pick, key, "");
                    String before = pick.holder();
                    if (before == null && who.account().equals(row.assignee())) {
                        return acts.release(who, row, pick.version(), once);
                    }
                    Access.require(who, Role.SUPERVISOR);
                    return before == null
                            ? acts.unassign(who, row, pick.version(), once)
                            : acts.assign(who, row, before, pick.version(), once);
                });
    }

    /** Waits for the work list after the last task, so that it shows them all. */
    private List<Outcome> each(SignedIn who, List<Pick> picks, @Nullable String holder, Act act) {
        if (picks.size() > MOST) {
            throw ProblemException.of(ProblemKind.INVALID_REQUEST);
        }
        List<Outcome> outcomes = new ArrayList<>();
        long position = 0;
        for (Pick pick : picks) {
            WorkItemRow row = null;
            try {
                row = acts.task(who, pick.task());
                Written written = act.on(row, pick);
                position = Math.max(position, written.position());
                outcomes.add(new Outcome(pick.task(), row, null, undo(row, pick, holder)));
            } catch (RuntimeException refused) {
                Failure failure = failures.of(refused);
                if (failure.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                    throw refused;
                }
                outcomes.add(new Outcome(pick.task(), row, failure, null));
            }
        }
        reads.afterIfPossible(position, View.WORK_LIST);
        return outcomes;
    }

    private static @Nullable Pick undo(WorkItemRow row, Pick pick, @Nullable String holder) {
        Long seen = pick.version();
        boolean changed = holder != null && !holder.equals(row.assignee());
        return changed
                ? new Pick(
                        row.workItem(), (seen == null ? row.version() : seen) + 1, row.assignee())
                : null;
    }

    private @Nullable RequestKey once(
            SignedIn who, String act, Pick pick, @Nullable String key, String what) {
        return keys.optional(who, act + " " + pick.task(), key, pick + " " + what);
    }
}
