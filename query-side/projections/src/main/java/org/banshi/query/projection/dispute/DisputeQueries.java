package org.banshi.query.projection.dispute;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.query.contract.dispute.FindHearings;
import org.banshi.query.contract.dispute.FindSeats;
import org.banshi.query.contract.dispute.HearingRow;
import org.banshi.query.contract.dispute.Seat;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.sql.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what the committee asks about hearings, and parties about their seats. */
public final class DisputeQueries {

    private final JdbcClient jdbc;

    public DisputeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<HearingRow> handle(FindHearings query) {
        Condition visible = AccessPredicate.of(query.scope(), AccessPredicate.Of.CASE_FILE);
        return jdbc.sql(
                        """
                        SELECT number, serial, day, half, room, arbitrators, region, state
                        FROM dispute_hearing WHERE day BETWEEN ? AND ? AND (%s)
                        ORDER BY day, half DESC, room, hearing LIMIT 500
                        """
                                .formatted(visible.sql()))
                .param(query.from())
                .param(query.until())
                .params(visible.parameters())
                .query(
                        (row, n) ->
                                new HearingRow(
                                        row.getString("number"),
                                        row.getInt("serial"),
                                        row.getObject("day", LocalDate.class),
                                        row.getString("half"),
                                        row.getString("room"),
                                        row.getString("arbitrators").lines().toList(),
                                        row.getString("region"),
                                        row.getString("state")))
                .list();
    }

    @QueryHandler
    public List<Seat> handle(FindSeats query) {
        Condition own = AccessPredicate.ownSeats(query.scope());
        return jdbc.sql(
                        """
                        SELECT application, number, party FROM dispute_seat WHERE (%s)
                        ORDER BY joined_at DESC, seat LIMIT 200
                        """
                                .formatted(own.sql()))
                .params(own.parameters())
                .query(
                        (row, n) ->
                                new Seat(
                                        row.getString("application"),
                                        row.getString("number"),
                                        row.getString("party")))
                .list();
    }
}
