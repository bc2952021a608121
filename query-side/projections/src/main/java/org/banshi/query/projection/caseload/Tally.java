package org.banshi.query.projection.caseload;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.banshi.query.contract.caseload.Statistics;
import org.banshi.query.contract.progress.CaseStatus;
import org.jspecify.annotations.Nullable;

/** Counts of cases, added up. */
final class Tally {

    /**
     * Some cases.
     *
     * @param inside whether in the period, or before it
     */
    record Count(boolean inside, String outcome, String kept, int days, long cases) {}

    /** Ends without a decision: nothing was done in time, or late. */
    private static final Set<String> BROKEN_OFF =
            Set.of(CaseStatus.WITHDRAWN.key(), CaseStatus.TERMINATED.key());

    private long receivedEver;
    private long received;
    private long endedEver;
    private long inTime;
    private long late;
    private long undated;
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final TreeMap<Integer, Long> days = new TreeMap<>();

    void add(Count count) {
        if (count.outcome().equals(Cell.RECEIVED)) {
            receivedEver += count.cases();
            received += count.inside() ? count.cases() : 0;
            return;
        }
        endedEver += count.cases();
        if (!count.inside()) {
            return;
        }
        outcomes.merge(Cell.status(count.outcome()), count.cases(), Long::sum);
        if (BROKEN_OFF.contains(count.outcome())) {
            return;
        }
        days.merge(count.days(), count.cases(), Long::sum);
        switch (count.kept()) {
            case Cell.IN_TIME -> inTime += count.cases();
            case Cell.LATE -> late += count.cases();
            case Cell.UNDATED -> undated += count.cases();
            default -> {}
        }
    }

    /** Whether there is nothing to tell of the period. */
    boolean isEmpty() {
        return received == 0 && outcomes.isEmpty() && receivedEver == endedEver;
    }

    /**
     * The line of a group.
     *
     * @param in whether cases come into the group by being filed
     * @param standing whether those that did not end yet are known
     */
    Statistics.Line line(String key, boolean in, boolean standing) {
        return new Statistics.Line(
                key,
                in ? received : null,
                standing ? receivedEver - endedEver : null,
                Map.copyOf(outcomes),
                inTime,
                late,
                undated,
                share(50),
                share(90));
    }

    /** Days that so many of a hundred cases took at most. */
    private @Nullable Integer share(int hundredths) {
        long all = days.values().stream().mapToLong(Long::longValue).sum();
        long wanted = (all * hundredths + 99) / 100;
        long passed = 0;
        for (Map.Entry<Integer, Long> entry : days.entrySet()) {
            passed += entry.getValue();
            if (passed >= wanted) {
                return entry.getKey();
            }
        }
        return null;
    }
}
