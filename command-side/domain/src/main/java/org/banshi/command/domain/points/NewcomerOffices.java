package org.banshi.command.domain.points;

import java.util.Optional;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.points.ObjectionStage;
import org.banshi.command.contract.points.PointsOffices;

/** Whether an officer acts for an office of the account's own place. */
final class NewcomerOffices {

    private NewcomerOffices() {}

    /** Whether it is an officer of a newcomer office whose region takes in the account's. */
    static boolean isOneOf(PointsState state, Actor actor) {
        return PointsOffices.isOne(actor.body()) && isOfficerOver(state, actor);
    }

    /** Why {@code actor} does not keep the account; the system's own processes may. */
    static Optional<Refusal> problemKeeping(PointsState state, Actor actor) {
        if (actor.kind() == Actor.Kind.SYSTEM
                || PointsOffices.keepsAccounts(actor.body()) && isOfficerOver(state, actor)) {
            return Optional.empty();
        }
        return Optional.of(
                isOneOf(state, actor) ? PointsRefusals.BUREAU_ONLY : PointsRefusals.OFFICER_ONLY);
    }

    /** Whether an objection at {@code stage} is theirs. */
    static boolean lookInto(ObjectionStage stage, PointsState state, Actor actor) {
        return PointsOffices.looksInto(stage, actor.body()) && isOfficerOver(state, actor);
    }

    private static boolean isOfficerOver(PointsState state, Actor actor) {
        return actor.kind() == Actor.Kind.OFFICER
                && actor.region() != null
                && state.region() != null
                && actor.region().covers(state.region());
    }
}
