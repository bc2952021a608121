package org.banshi.process.points;

import java.time.LocalDate;
import java.util.Optional;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.PermitYears;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.process.deadline.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The day after the last one of a permit's endorsement: its function is suspended, and the account
 * with it (domain rules §4.2). A new endorsement sets a new day; a suspension leaves the day as it
 * is, for an account that is restored before it.
 */
public final class PermitEnd implements Deadline {

    @Override
    public String kind() {
        return "points-permit-end";
    }

    @Override
    public Optional<Change> after(Event event) {
        if (event instanceof PointsEvent.ItemRecorded it) {
            return it.indicator().equals(PermitYears.INDICATOR)
                    ? change(it, PermitYears.validUntil(it.facts()))
                    : Optional.empty();
        }
        boolean over =
                event instanceof PointsEvent.AccountLapsed lapsed
                                && lapsed.reason() != LapseReason.PERMIT_SUSPENDED
                        || event instanceof PointsEvent.AccountVoided;
        return over ? change((PointsEvent) event, null) : Optional.empty();
    }

    private static Optional<Change> change(PointsEvent event, @Nullable LocalDate until) {
        return Optional.of(
                new Change(event.account().value(), until == null ? null : until.plusDays(1)));
    }

    @Override
    public Command due(String subject, Stamp stamp) {
        return new PointsCommand.Lapse(
                new PointsAccountId(subject), LapseReason.PERMIT_SUSPENDED, stamp);
    }
}
