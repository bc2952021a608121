package org.banshi.command.domain.workitem;

import java.util.Optional;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.workitem.EscalationReason;
import org.banshi.command.contract.workitem.WorkItemCommand.EndEscalation;
import org.banshi.command.contract.workitem.WorkItemCommand.Escalate;
import org.banshi.command.contract.workitem.WorkItemCommand.EscalateOverdue;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is brought before a wider region, one level at a time: from town to county, city and
 * province. That the actor is a supervisor is the log-in's matter.
 */
final class Escalations {

    private Escalations() {}

    /** What those above know already is not told again. */
    static Verdict escalate(WorkItemState state, Escalate command) {
        Actor by = command.stamp().by();
        Optional<Refusal> problem = problem(state, command.expectedVersion(), by);
        if (problem.isPresent() || by.region() == null) {
            return Verdict.refused(problem.orElse(WorkItemRefusals.NOT_OVERSEEN));
        }
        if (!command.reason().byHand()) {
            return Verdict.refused(WorkItemRefusals.REASON_OF_RULE);
        }
        RegionCode above = above(by.region());
        if (above.equals(by.region())) {
            return Verdict.refused(WorkItemRefusals.NOBODY_ABOVE);
        }
        RegionCode before = state.escalatedTo();
        return before != null && before.covers(above)
                ? Verdict.NOTHING
                : Verdict.happens(
                        new WorkItemEvent.Escalated(command.workItem(), above, command.reason()));
    }

    /**
     * What is done, in time, before those above already or was seen to by them for this last day
     * stays as it is; and the highest level has nobody above.
     */
    static Verdict escalateOverdue(WorkItemState state, EscalateOverdue command) {
        DueDate due = state.due();
        boolean late =
                state.status() == WorkItemState.Status.OPEN
                        && due != null
                        && due.day().isBefore(command.dueBefore());
        if (!late || state.escalatedTo() != null || state.escalatedForDue()) {
            return Verdict.NOTHING;
        }
        RegionCode above = above(state.region());
        return above.equals(state.region())
                ? Verdict.NOTHING
                : Verdict.happens(
                        new WorkItemEvent.Escalated(
                                command.workItem(), above, EscalationReason.LONG_OVERDUE));
    }

    /**
     * Not by those below whoever brought it there: they would close the eyes of those above. What a
     * rule brought there is theirs to end before whom it is.
     */
    static Verdict end(WorkItemState state, EndEscalation command) {
        Actor by = command.stamp().by();
        Optional<Refusal> problem = problem(state, command.expectedVersion(), by);
        if (problem.isPresent() || by.region() == null) {
            return Verdict.refused(problem.orElse(WorkItemRefusals.NOT_OVERSEEN));
        }
        RegionCode before = state.escalatedTo();
        if (before == null) {
            return Verdict.NOTHING;
        }
        RegionCode reach = state.escalatedByRule() ? by.region() : above(by.region());
        return reach.covers(before)
                ? Verdict.happens(new WorkItemEvent.EscalationEnded(command.workItem()))
                : Verdict.refused(WorkItemRefusals.ABOVE_US);
    }

    private static Optional<Refusal> problem(
            WorkItemState state, @Nullable Long expectedVersion, Actor by) {
        return WorkItemDecider.gone(state, expectedVersion)
                .or(
                        () ->
                                WorkItemDecider.oversees(by, state)
                                        ? Optional.empty()
                                        : Optional.of(WorkItemRefusals.NOT_OVERSEEN));
    }

    /** The region itself where there is none above. */
    private static RegionCode above(RegionCode region) {
        if (!region.county().equals(region)) {
            return region.county();
        }
        return region.city().equals(region) ? region.province() : region.city();
    }
}
