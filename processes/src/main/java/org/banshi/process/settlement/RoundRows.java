package org.banshi.process.settlement;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.Candidate;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RankingKeys;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.settlement.RoundId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The rows of rounds and candidates, in the transaction of whoever asks. */
final class RoundRows {

    private static final RowMapper<Candidate> CANDIDATE =
            (row, number) ->
                    new Candidate(
                            new CandidacyId(row.getString(1)),
                            new RankingKeys(row.getBigDecimal(2), row.getInt(3), row.getInt(4)));

    private static final String LIST =
            """
            SELECT candidacy, base, medical, permit FROM settlement_candidate
            WHERE round = ? AND entered < ? AND (gone IS NULL OR gone > ?)
            """;

    private static final String ORDER = " ORDER BY -base, -medical, -permit, candidacy LIMIT ?";

    private final JdbcTemplate jdbc;

    RoundRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** A person who entered a round at a position of the log. */
    record Entry(RoundId round, Candidate candidate, long position) {}

    /** What the readers must know of a round. */
    record Round(int quota, LocalDate confirmBy, @Nullable Long begun) {

        /** Position at which the list was closed. */
        long closedAt() {
            if (begun == null) {
                throw new IllegalStateException("the list is not closed");
            }
            return begun;
        }
    }

    void open(RoundEvent.RoundOpened opened) {
        jdbc.update(
                """
                INSERT INTO settlement_round (round, quota, confirm_by) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                opened.round().value(),
                opened.quota(),
                Date.valueOf(opened.confirmBy()));
    }

    Round get(RoundId round) {
        return jdbc
                .query(
                        "SELECT quota, confirm_by, begun FROM settlement_round WHERE round = ?",
                        (row, number) ->
                                new Round(
                                        row.getInt(1),
                                        row.getObject(2, LocalDate.class),
                                        row.getObject(3, Long.class)),
                        round.value())
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no round " + round));
    }

    void begin(RoundId round, long position) {
        jdbc.update(
                "UPDATE settlement_round SET begun = ? WHERE round = ?", position, round.value());
    }

    void enter(List<Entry> entries) {
        jdbc.batchUpdate(
                """
                INSERT INTO settlement_candidate (candidacy, round, base, medical, permit, entered)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                entries,
                Math.max(1, entries.size()),
                (row, entry) -> {
                    RankingKeys keys = entry.candidate().keys();
                    row.setString(1, entry.candidate().candidacy().value());
                    row.setString(2, entry.round().value());
                    row.setBigDecimal(3, keys.base());
                    row.setInt(4, keys.medicalMonths());
                    row.setInt(5, keys.permitMonths());
                    row.setLong(6, entry.position());
                });
    }

    void leave(CandidacyId candidacy, long position) {
        jdbc.update(
                "UPDATE settlement_candidate SET gone = ?, confirmed = false WHERE candidacy = ?",
                position,
                candidacy.value());
    }

    void confirm(CandidacyId candidacy) {
        jdbc.update(
                "UPDATE settlement_candidate SET confirmed = true WHERE candidacy = ?",
                candidacy.value());
    }

    void postUntil(RoundId round, DueDate until) {
        jdbc.update(
                """
                UPDATE settlement_round SET notice_until = ?, notice_provisional = ?
                WHERE round = ?
                """,
                Date.valueOf(until.day()),
                until.provisional(),
                round.value());
    }

    DueDate postedUntil(RoundId round) {
        return jdbc.queryForObject(
                """
                SELECT notice_until, notice_provisional FROM settlement_round WHERE round = ?
                """,
                (row, number) -> new DueDate(row.getObject(1, LocalDate.class), row.getBoolean(2)),
                round.value());
    }

    /** The next candidates of a closed list, in its order. */
    List<Candidate> next(RoundId round, @Nullable RankedCandidate after, int limit) {
        long closed = get(round).closedAt();
        if (after == null) {
            return jdbc.query(LIST + ORDER, CANDIDATE, round.value(), closed, closed, limit);
        }
        BigDecimal base = after.keys().base().negate();
        return jdbc.query(
                LIST + " AND (-base, -medical, -permit, candidacy) > (?, ?, ?, ?)" + ORDER,
                CANDIDATE,
                round.value(),
                closed,
                closed,
                base,
                -after.keys().medicalMonths(),
                -after.keys().permitMonths(),
                after.candidacy().value(),
                limit);
    }

    /** The next of those confirmed on site, in the order of their ids. */
    List<CandidacyId> nextConfirmed(RoundId round, String after, int limit) {
        return jdbc.query(
                """
                SELECT candidacy FROM settlement_candidate
                WHERE round = ? AND confirmed AND candidacy > ? ORDER BY candidacy LIMIT ?
                """,
                (row, number) -> new CandidacyId(row.getString(1)),
                round.value(),
                after,
                limit);
    }
}
