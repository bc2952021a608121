package org.banshi.command.domain.points;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.points.PointsTable;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.points.PointsCommand.WithdrawItem;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.ScoreCause;
import org.banshi.command.domain.verdict.Verdict;

/** Decides on claims that their holder takes back: claiming is voluntary (domain rules §4.2). */
final class Withdrawals {

    private Withdrawals() {}

    static Verdict withdraw(PointsState state, WithdrawItem command, ReferenceData reference) {
        if (!PointsDecider.isHolder(state, command.stamp().by())) {
            return Verdict.refused(PointsRefusals.NOT_THE_HOLDER);
        }
        LocalDate today = command.stamp().day();
        Optional<Refusal> closed = PointsDecider.closed(state, today);
        if (closed.isPresent()) {
            return Verdict.refused(closed.get());
        }
        if (!state.isClaimed(command.indicator())) {
            return Verdict.refused(PointsRefusals.NOT_CLAIMED);
        }
        Event withdrawn =
                new PointsEvent.ItemWithdrawn(
                        command.account(), PointsDecider.subject(state), command.indicator());
        Optional<PointsTable> table = reference.pointsTables().on(today);
        if (state.score() == null || table.isEmpty()) {
            return Verdict.happens(withdrawn);
        }
        Map<String, FormData> left = new LinkedHashMap<>(state.items());
        left.remove(command.indicator());
        return Verdict.happens(
                withdrawn,
                PointsDecider.score(
                        state,
                        command.account(),
                        reference.pointsTables(),
                        table.get(),
                        left,
                        today,
                        ScoreCause.WITHDRAWAL,
                        null));
    }
}
