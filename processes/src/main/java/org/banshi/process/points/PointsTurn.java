package org.banshi.process.points;

import java.util.Optional;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.process.deadline.Deadline;

/**
 * The day on which time changes a score: a birthday, a year that comes full, an offence that is
 * spent, another table. The account is added up again on it (domain rules §4.2, automatic
 * adjustment). The row says the day and not why.
 */
public final class PointsTurn implements Deadline {

    @Override
    public String kind() {
        return "points-turn";
    }

    @Override
    public Optional<Change> after(Event event) {
        if (event instanceof PointsEvent.ScoreDetermined it) {
            return Optional.of(new Change(it.account().value(), it.nextOn()));
        } else if (event instanceof PointsEvent.AccountLapsed
                || event instanceof PointsEvent.AccountVoided) {
            return Optional.of(new Change(((PointsEvent) event).account().value(), null));
        }
        return Optional.empty();
    }

    @Override
    public Command due(String subject, Stamp stamp) {
        return new PointsCommand.Recalculate(new PointsAccountId(subject), stamp);
    }
}
