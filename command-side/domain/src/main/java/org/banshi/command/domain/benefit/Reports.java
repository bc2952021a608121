package org.banshi.command.domain.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.ReviewCause;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of a benefit: what is looked into, what waits for the end of that, and what was
 * decided on. It only evolves. Of an erased person nothing is known any more, and nothing waits.
 */
final class Reports {

    /** As much as the form of a verification takes. */
    private static final int LONGEST = 2_000;

    private static final String BETWEEN = "\n";

    /** For so many months from the day of a decision what it settled is not looked into again. */
    private static final int SETTLED_MONTHS = 6;

    private final List<String> waiting = new ArrayList<>();
    private final List<String> lookedInto = new ArrayList<>();
    private final Map<String, LocalDate> settled = new HashMap<>();

    void on(BenefitEvent event, boolean underReview, LocalDate day) {
        if (event instanceof BenefitEvent.ChangeReported reported) {
            on(reported, underReview);
        } else if (event instanceof BenefitEvent.ReviewFellDue due) {
            on(due);
        } else if (event instanceof BenefitEvent.CertificationMissed && !underReview) {
            waiting.clear();
        } else if (decides(event)) {
            lookedInto.forEach(change -> settled.put(change, day));
            lookedInto.clear();
        } else if (event instanceof BenefitEvent.Stopped) {
            lookedInto.clear();
            waiting.clear();
        } else if (event instanceof BenefitEvent.ReviewBrokenOff) {
            lookedInto.clear();
        }
    }

    private static boolean decides(BenefitEvent event) {
        return event instanceof BenefitEvent.Kept
                || event instanceof BenefitEvent.Increased
                || event instanceof BenefitEvent.Decreased
                || event instanceof BenefitEvent.ShareStopped
                || event instanceof BenefitEvent.PhaseOutBegan;
    }

    private void on(BenefitEvent.ChangeReported reported, boolean underReview) {
        if (!underReview) {
            // Where nothing is under way nothing waits for its end.
            waiting.clear();
        }
        String change = reported.change();
        if (change != null) {
            waiting.add(change);
        }
    }

    /**
     * Two things may wait for the end of one; of whatever else begins a report is part. So it is of
     * what older programs wrote, where nothing followed an end at once.
     */
    private void on(BenefitEvent.ReviewFellDue due) {
        lookedInto.clear();
        String change = due.change();
        if (due.cause() == ReviewCause.REPORTED && change != null) {
            lookInto(change);
        } else if (due.cause() != ReviewCause.NOT_CERTIFIED) {
            waiting.clear();
        }
    }

    /** Older programs looked into the last one alone: the others wait on. */
    private void lookInto(String change) {
        for (int n = 1; n <= waiting.size(); n++) {
            List<String> first = waiting.subList(0, n);
            if (String.join(BETWEEN, first).equals(change)) {
                lookedInto.addAll(first);
                first.clear();
                return;
            }
        }
        lookedInto.add(change);
        waiting.remove(change);
    }

    /**
     * What was reported while something else was verified, and nobody looked into: as many as fit
     * one verification, the oldest first; empty where nothing waits.
     */
    Optional<String> next() {
        @Nullable String together = null;
        for (String change : waiting) {
            String more = together == null ? change : together + BETWEEN + change;
            if (together != null && more.length() > LONGEST) {
                break;
            }
            together = more;
        }
        return Optional.ofNullable(together);
    }

    /** Whether just that is looked into, or will be. */
    boolean known(String change) {
        return lookedInto.contains(change) || waiting.contains(change);
    }

    /**
     * Whether just that was looked into, and decided on other than by a stop, in the six months
     * before {@code day}. What was found wrong then may have come true since, and says the same.
     */
    boolean settled(String change, LocalDate day) {
        LocalDate decided = settled.get(change);
        return decided != null && day.isBefore(decided.plusMonths(SETTLED_MONTHS));
    }
}
