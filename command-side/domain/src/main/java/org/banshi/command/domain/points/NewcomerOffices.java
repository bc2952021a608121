package org.banshi.command.domain.points;

import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.points.ObjectionStage;

/**
 * Which offices act on an account: windows take in, the district's and the city's bureau keep it
 * (domain rules §4.2). Keys of {@code bpmn/bodies.yaml}.
 */
final class NewcomerOffices {

    private static final String WINDOW = "newcomer-service";
    private static final String DISTRICT = "county-newcomer";
    private static final String CITY = "city-newcomer";

    private NewcomerOffices() {}

    /** Whether it is an officer of a newcomer office whose region takes in the account's. */
    static boolean isOneOf(PointsState state, Actor actor) {
        return isOfficerOf(state, actor, Set.of(WINDOW, DISTRICT, CITY));
    }

    /** Why {@code actor} does not keep the account; the system's own processes may. */
    static Optional<Refusal> problemKeeping(PointsState state, Actor actor) {
        if (actor.kind() == Actor.Kind.SYSTEM
                || isOfficerOf(state, actor, Set.of(DISTRICT, CITY))) {
            return Optional.empty();
        }
        return Optional.of(
                isOneOf(state, actor) ? PointsRefusals.BUREAU_ONLY : PointsRefusals.OFFICER_ONLY);
    }

    /** Whether an objection at {@code stage} is theirs; a department's answer the bureau enters. */
    static boolean lookInto(ObjectionStage stage, PointsState state, Actor actor) {
        return isOfficerOf(
                state,
                actor,
                switch (stage) {
                    case WINDOW -> Set.of(WINDOW);
                    case DISTRICT -> Set.of(DISTRICT);
                    case DEPARTMENT -> Set.of(DISTRICT, CITY);
                });
    }

    private static boolean isOfficerOf(PointsState state, Actor actor, Set<String> bodies) {
        return actor.kind() == Actor.Kind.OFFICER
                && actor.body() != null
                && bodies.contains(actor.body())
                && actor.region() != null
                && state.region() != null
                && actor.region().covers(state.region());
    }
}
