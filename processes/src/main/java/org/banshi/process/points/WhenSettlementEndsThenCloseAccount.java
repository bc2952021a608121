package org.banshi.process.points;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.process.policy.Policy;

/**
 * Household registration obtained: the account lapses. False papers found in a round: it is void,
 * with the bar that follows (domain rules §4.2).
 */
public final class WhenSettlementEndsThenCloseAccount implements Policy {

    /** Name of the policy. */
    public static final String NAME = "when-settlement-ends-then-close-account";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Event>> causes() {
        return Set.of(CandidacyEvent.HouseholdMoved.class, CandidacyEvent.Revoked.class);
    }

    @Override
    public List<Command> follows(Event event, Stamp stamp) {
        if (event instanceof CandidacyEvent.HouseholdMoved moved) {
            return List.of(
                    new PointsCommand.Lapse(
                            PointsAccountId.of(moved.subject()), LapseReason.SETTLED, stamp));
        }
        if (event instanceof CandidacyEvent.Revoked revoked) {
            return List.of(
                    new PointsCommand.Invalidate(
                            PointsAccountId.of(revoked.subject()),
                            Objects.requireNonNullElse(revoked.findings(), ""),
                            stamp));
        }
        return List.of();
    }
}
