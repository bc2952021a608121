package org.banshi.command.domain.workitem;

import java.util.Objects;
import java.util.Optional;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.workitem.WorkItemCommand.Assign;
import org.banshi.command.contract.workitem.WorkItemCommand.Cancel;
import org.banshi.command.contract.workitem.WorkItemCommand.Claim;
import org.banshi.command.contract.workitem.WorkItemCommand.Complete;
import org.banshi.command.contract.workitem.WorkItemCommand.FollowVersion;
import org.banshi.command.contract.workitem.WorkItemCommand.Open;
import org.banshi.command.contract.workitem.WorkItemCommand.Release;
import org.banshi.command.contract.workitem.WorkItemCommand.Reschedule;
import org.banshi.command.contract.workitem.WorkItemCommand.TakeOver;
import org.banshi.command.contract.workitem.WorkItemCommand.Unassign;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides who may take, give back, hand over and complete a work item. */
final class WorkItemDecider {

    private WorkItemDecider() {}

    static Verdict open(Open command) {
        return Verdict.happens(
                new WorkItemEvent.Opened(
                        command.workItem(),
                        command.application(),
                        command.service(),
                        command.step(),
                        command.body(),
                        command.region(),
                        command.due()));
    }

    /** Who is done with it, or no longer needed, has no last day to keep. */
    static Verdict reschedule(WorkItemState state, Reschedule command) {
        boolean open = state.status() == WorkItemState.Status.OPEN;
        return open && !Objects.equals(command.due(), state.due())
                ? Verdict.happens(new WorkItemEvent.Rescheduled(command.workItem(), command.due()))
                : Verdict.NOTHING;
    }

    static Verdict claim(WorkItemState state, Claim command) {
        Optional<Refusal> gone = gone(state, command.expectedVersion());
        if (gone.isPresent()) {
            return Verdict.refused(gone.get());
        }
        Actor by = command.stamp().by();
        if (!isOfficerOf(by, state)) {
            return Verdict.refused(WorkItemRefusals.OTHER_BODY);
        }
        if (by.account().equals(state.officer())) {
            return Verdict.NOTHING;
        }
        return state.officer() != null
                ? Verdict.refused(WorkItemRefusals.CLAIMED_BY_ANOTHER)
                : Verdict.happens(new WorkItemEvent.Claimed(command.workItem(), by.account()));
    }

    static Verdict release(WorkItemState state, Release command) {
        return problemWithHolder(state, command.expectedVersion(), command.stamp())
                .map(Verdict::refused)
                .orElseGet(
                        () ->
                                Verdict.happens(
                                        new WorkItemEvent.Released(
                                                command.workItem(),
                                                command.stamp().by().account())));
    }

    /** That the actor is a supervisor is the log-in's matter: accounts have no roles here. */
    static Verdict assign(WorkItemState state, Assign command) {
        Optional<Refusal> gone = gone(state, command.expectedVersion());
        if (gone.isPresent()) {
            return Verdict.refused(gone.get());
        }
        Actor by = command.stamp().by();
        if (!oversees(by, state)) {
            return Verdict.refused(WorkItemRefusals.NOT_OVERSEEN);
        }
        return command.assignee().equals(state.officer())
                ? Verdict.NOTHING
                : Verdict.happens(
                        new WorkItemEvent.Assigned(
                                command.workItem(), command.assignee(), by.account()));
    }

    /** Of one that nobody has there is nothing to take. */
    static Verdict unassign(WorkItemState state, Unassign command) {
        Optional<Refusal> gone = gone(state, command.expectedVersion());
        if (gone.isPresent()) {
            return Verdict.refused(gone.get());
        }
        Actor by = command.stamp().by();
        if (!oversees(by, state)) {
            return Verdict.refused(WorkItemRefusals.NOT_OVERSEEN);
        }
        return state.officer() == null
                ? Verdict.NOTHING
                : Verdict.happens(new WorkItemEvent.Released(command.workItem(), by.account()));
    }

    /** That the actor stands in for {@code from} the gate of officers has made sure of. */
    static Verdict takeOver(WorkItemState state, TakeOver command) {
        Optional<Refusal> gone = gone(state, command.expectedVersion());
        if (gone.isPresent()) {
            return Verdict.refused(gone.get());
        }
        Actor by = command.stamp().by();
        if (!isOfficerOf(by, state)) {
            return Verdict.refused(WorkItemRefusals.OTHER_BODY);
        }
        if (by.account().equals(state.officer())) {
            return Verdict.NOTHING;
        }
        return command.from().equals(state.officer())
                ? Verdict.happens(
                        new WorkItemEvent.Assigned(
                                command.workItem(), by.account(), command.from()))
                : Verdict.refused(WorkItemRefusals.HELD_BY_ANOTHER);
    }

    static Verdict complete(WorkItemState state, Complete command) {
        return problemWithHolder(state, command.expectedVersion(), command.stamp())
                .map(Verdict::refused)
                .orElseGet(
                        () ->
                                Verdict.happens(
                                        new WorkItemEvent.Completed(
                                                command.workItem(),
                                                command.stamp().by().account(),
                                                command.outcome())));
    }

    /** The engine deletes a task when it is done, too: then nothing is left to cancel. */
    static Verdict cancel(WorkItemState state, Cancel command) {
        return state.status() == WorkItemState.Status.OPEN
                ? Verdict.happens(new WorkItemEvent.Cancelled(command.workItem()))
                : Verdict.NOTHING;
    }

    private static Optional<Refusal> problemWithHolder(
            WorkItemState state, @Nullable Long expectedVersion, Stamp stamp) {
        Optional<Refusal> gone = gone(state, expectedVersion);
        if (gone.isPresent()) {
            return gone;
        }
        String officer = state.officer();
        if (officer == null) {
            return Optional.of(WorkItemRefusals.NOT_CLAIMED);
        }
        return officer.equals(stamp.by().account())
                ? Optional.empty()
                : Optional.of(WorkItemRefusals.CLAIMED_BY_ANOTHER);
    }

    static Verdict followVersion(WorkItemState state, FollowVersion command) {
        return gone(state, null).isPresent()
                ? Verdict.NOTHING
                : Verdict.happens(
                        new WorkItemEvent.VersionChanged(command.workItem(), command.service()));
    }

    static Optional<Refusal> gone(WorkItemState state, @Nullable Long expectedVersion) {
        return switch (state.status()) {
            case OPEN ->
                    expectedVersion == null || state.isSeen(expectedVersion)
                            ? Optional.empty()
                            : Optional.of(WorkItemRefusals.STALE);
            case DONE -> Optional.of(WorkItemRefusals.DONE);
            case CANCELLED -> Optional.of(WorkItemRefusals.CANCELLED);
        };
    }

    static boolean oversees(Actor actor, WorkItemState state) {
        RegionCode region = actor.region();
        return actor.kind() == Actor.Kind.OFFICER
                && region != null
                && region.covers(state.region());
    }

    private static boolean isOfficerOf(Actor actor, WorkItemState state) {
        RegionCode region = actor.region();
        return actor.kind() == Actor.Kind.OFFICER
                && state.body().equals(actor.body())
                && region != null
                && region.covers(state.region());
    }
}
