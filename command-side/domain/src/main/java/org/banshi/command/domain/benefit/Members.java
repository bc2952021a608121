package org.banshi.command.domain.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How many persons share a benefit, as a verification finds it: by this number a new standard
 * raises it, and one member's share is cut (domain rules §2.4, §2.5).
 */
final class Members {

    private Members() {}

    /** What is decided, and beside it the number where it is another one than before. */
    static Verdict counted(BenefitState state, @Nullable Integer found, BenefitEvent decided) {
        if (found != null && found < 1) {
            return Verdict.refused(BenefitRefusals.AMOUNT);
        }
        List<Event> events = new ArrayList<>(List.of(decided));
        change(state, found).ifPresent(events::add);
        return new Verdict.Happens(events);
    }

    /** Empty where it stays, or nobody counted. */
    static Optional<Event> change(BenefitState state, @Nullable Integer found) {
        return found == null || found.equals(state.members())
                ? Optional.empty()
                : Optional.of(new BenefitEvent.MembersCounted(state.id(), state.subject(), found));
    }
}
